import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { CertificateFacts } from '../certificate/certificate-facts';
import { changedCredential, differenceOf, type IssuedFile, saysTheSame } from '../../../../test/support/changed-files';
import { dice } from '../../../../test/support/random-history';
import { badgeWith } from './badge-picture';
import { bakePng, bakeSvg, unbakePng, unbakeSvg } from './bake';
import { CONTEXTS, credentialOf, didOf, identityHash, numberOf } from './credential';
import { CredentialCheck } from './credential-check';
import { withProof } from './data-integrity';
import { type DidDocument, IssuerKeys } from './issuer-keys';
import { claimsOf, jwtOf } from './vc-jwt';

/** 10,000 are changed by `npm run faults -- changed`. */
const CHANGED = Number(process.env.CHANGED ?? 80);
const site = 'https://members.example.gov.uk';
const now = new Date('2026-11-29T10:00:00Z');
const number = 'NMC-2026-K7MQ4-XR2TP-9';
const facts: CertificateFacts = {
  language: 'en-GB',
  council: 'Northmoor County Council',
  holder: 'Siân Rees-Pritchard',
  scheme: 'Core skills',
  edition: 'Edition 1',
  modules: [{ title: 'The code of conduct', completedOn: '2026-11-22', score: 90 }],
  learningSeconds: 1500,
  awardedOn: '2026-11-22',
  validUntil: '2030-11-22',
  number,
  signatories: [],
};
const issuer = { site, did: didOf(site) };
const aCredential = (withName = true, of = facts) =>
  credentialOf({
    facts: of,
    issuer,
    place: { list: 0, listIndex: 24421 },
    identity: { identityHash: identityHash('Sian@Example.gov.uk', 'salt'), salt: 'salt' },
    withName,
  });

/** It stays as it is: its signature was reckoned outside of this project. */
const SIGNED_ELSEWHERE = {
  '@context': CONTEXTS,
  id: `${site}/verify/${number}`,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:web:members.example.gov.uk', type: ['Profile'], name: 'Cyngor Sir Northmoor' },
  validFrom: '2026-11-22T00:00:00Z',
  validUntil: '2030-11-22T23:59:59Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Siân Rees' }],
    achievement: {
      id: `${site}/verify#core-skills`,
      type: ['Achievement'],
      name: 'Core skills',
      description: 'Awarded for completing: The code of conduct.',
      criteria: { narrative: 'Every requirement was met.' },
    },
  },
  credentialStatus: ['revocation', 'suspension'].map((statusPurpose) => ({
    id: `${site}/credentials/status/${statusPurpose}/0#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose,
    statusListIndex: '7',
    statusListCredential: `${site}/credentials/status/${statusPurpose}/0`,
  })),
};

/** Keys without a file and a table: one of before, and the one that signs. */
async function issuerWith(keys: KeyObject[]) {
  const rows: { id: string; publicKey: Buffer; since: Date }[] = [];
  const repository = { addKey: (row: (typeof rows)[number]) => void rows.push(row), keys: () => Promise.resolve(rows) };
  const issuerKeys = new IssuerKeys({ SITE_ORIGIN: site, DATA_DIR: '' } as never, repository as never, {
    now: () => now,
  });
  const named = await Promise.all(keys.map((key) => issuerKeys.take(key)));
  return { issuerKeys, named };
}

describe('a credential', () => {
  let check: CredentialCheck;
  let document: DidDocument;
  let json: string;
  let jwt: string;
  let before: string;
  let signer: Parameters<typeof withProof>[1];
  beforeAll(async () => {
    const { issuerKeys, named } = await issuerWith([1, 2].map(() => generateKeyPairSync('ed25519').privateKey));
    signer = named[1]!;
    check = new CredentialCheck(issuerKeys, { now: () => now });
    document = await issuerKeys.document();
    before = JSON.stringify(await withProof(aCredential(), named[0]!, now));
    json = JSON.stringify(await withProof(aCredential(), named[1]!, now));
    jwt = await jwtOf(aCredential(false), named[1]!);
  });
  const outcome = async (file: string | Buffer) => (await check.check(Buffer.from(file))).outcome;

  it('is signed as PyLD and OpenSSL sign it, which share nothing with what we sign with', async () => {
    // Ed25519 has one signature of a text: the same key, credential and moment come to the same one everywhere (decision 1086).
    const key = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]);
    const { named } = await issuerWith([createPrivateKey({ key, format: 'der', type: 'pkcs8' })]);
    const { proof } = (await withProof(SIGNED_ELSEWHERE, named[0]!, now)) as { proof?: { proofValue: string } };
    expect(proof?.proofValue).toBe(
      'z5MxV3ieQVeTMZso7C9Q4wFSFQchvaquirnnJvJBK9znT31U45HR2JXomFbuBBreWtyxrMTpNL1LaczpvyMr56P6k',
    );
  });

  it('is an Open Badge with a place in two lists, and names its holder in their own download only', () => {
    expect(aCredential()).toMatchObject({
      id: `${site}/verify/${number}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'did:web:members.example.gov.uk' },
      validUntil: '2030-11-22T23:59:59Z',
      credentialStatus: ['revocation', 'suspension'].map((statusPurpose) => ({
        statusPurpose,
        statusListIndex: '24421',
        statusListCredential: `${site}/credentials/status/${statusPurpose}/0`,
      })),
    });
    expect(JSON.stringify(aCredential())).toContain('Siân');
    expect(JSON.stringify(aCredential())).toContain('it is not a certificate of completion under section 319ZZA');
    expect(JSON.stringify(aCredential(false))).not.toContain('Siân');
    expect(JSON.stringify(aCredential())).not.toMatch(/sian@/i);
    expect(identityHash('Sian@Example.gov.uk', 'x')).toBe(
      `sha256$${createHash('sha256').update('sian@example.gov.ukx').digest('hex')}`,
    );
    expect(didOf('http://localhost:3000')).toBe('did:web:localhost%3A3000');
  });

  it('counts from the day on which it was achieved, and says when the council awarded it, where two officers issued it', async () => {
    const byHand: CertificateFacts = {
      ...facts,
      issuedByHand: true,
      modules: [{ title: 'A course', completedOn: '2026-05-18', score: null }],
    };
    const credential = aCredential(true, byHand);
    expect(credential).toMatchObject({ validFrom: '2026-05-18T00:00:00+01:00', awardedDate: '2026-11-22T00:00:00Z' });
    expect(await outcome(JSON.stringify(await withProof(credential, signer, now)))).toBe('genuine');
    expect(aCredential()).not.toHaveProperty('awardedDate');
  });

  it('begins and ends with the days of London, which in summer are not those of UTC', async () => {
    const summer = aCredential(true, { ...facts, awardedOn: '2026-08-16', validUntil: '2030-08-16' });
    expect(summer).toMatchObject({
      validFrom: '2026-08-16T00:00:00+01:00',
      validUntil: '2030-08-16T23:59:59+01:00',
    });
    expect(claimsOf(await jwtOf(summer, signer))).toMatchObject({
      nbf: Date.parse('2026-08-15T23:00:00Z') / 1000,
      exp: Date.parse('2030-08-16T22:59:59Z') / 1000,
    });
    expect(await outcome(JSON.stringify(await withProof(summer, signer, now)))).toBe('genuine');
  });

  it('is genuine with the key of today and with one of before', async () => {
    expect(await check.check(Buffer.from(json))).toEqual({ outcome: 'genuine', number });
    expect(await check.check(Buffer.from(before))).toEqual({ outcome: 'genuine', number });
    expect(await check.check(Buffer.from(jwt))).toEqual({ outcome: 'genuine', number });
    expect(document.verificationMethod).toHaveLength(4);
    expect(Object.keys(JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as object)).not.toContain(
      'vc',
    );
  });

  it.each([
    ['the holder', (c: string) => c.replace('Siân', 'Sian')],
    ['a day', (c: string) => c.replace('2030-11-22T', '2031-11-22T')],
    ['the number', (c: string) => c.replaceAll('K7MQ4', 'K7MQ5')],
    ['the place in a list', (c: string) => c.replace('"24421"', '"24422"')],
    ['what it is for', (c: string) => c.replace('code of conduct', 'code of silence')],
    ['an added word', (c: string) => c.replace('"achievementType"', '"note":"Chair","achievementType"')],
    [
      'words of its own',
      (c: string) =>
        c.replace('"https://www.w3.org/ns/credentials/v2",', '"https://www.w3.org/ns/credentials/v2",{"x":"urn:x"},'),
    ],
    [
      'the proof',
      (c: string) => c.replace(/"proofValue":"z(.)/, (_, one) => `"proofValue":"z${one === 'a' ? 'b' : 'a'}`),
    ],
    ['the purpose of the proof', (c: string) => c.replace('assertionMethod', 'authentication')],
    ['a property twice', (c: string) => c.replace('"name":', '"name":"Another","name":')],
    [
      'a property twice, written otherwise',
      (c: string) => c.replace('"name":', String.raw`"n\u0061me" :"Another","name":`),
    ],
    ['an address that is none', (c: string) => c.replace('"achievementType"', '"image":"","achievementType"')],
    ['a space in the proof', (c: string) => c.replace(/("proofValue":"\w+)/, '$1 ')],
    [
      'a property with nothing in it',
      (c: string) => c.replace('"achievementType"', '"image":[null],"achievementType"'),
    ],
    [
      'a language that nothing is in',
      (c: string) => c.replace('"achievementType"', '"@language":"cy","achievementType"'),
    ],
    [
      'words of its own further in',
      (c: string) => c.replace('"achievementType"', '"@context":{"office":null},"office":"Leader","achievementType"'),
    ],
  ])('is not what was issued when it was changed: %s', async (_, change) => {
    expect(change(json)).not.toBe(json);
    expect(await outcome(change(json))).toBe('changed');
  });

  it('is not what was issued when a JWT was changed, or says another key or way', async () => {
    const [head, claims, signature] = jwt.split('.') as [string, string, string];
    const other = (of: object) => Buffer.from(JSON.stringify(of)).toString('base64url');
    const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
    expect(await outcome([head, other({ ...read, name: 'Another' }), signature].join('.'))).toBe('changed');
    expect(await outcome([other({ alg: 'none' }), claims, 'AA'].join('.'))).toBe('changed');
    expect(await outcome([head, claims, `${signature.slice(0, -6)}AAAAAA`].join('.'))).toBe('changed');
    // Its last sign has four bits to spare.
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const spare = digits[digits.indexOf(signature.at(-1)!) + 1]!;
    expect(await outcome([head, claims, signature.slice(0, -1) + spare].join('.'))).toBe('changed');
  });

  it('is not what was issued when anything in it was changed at random', async () => {
    const roll = dice(Number(process.env.SEED));
    const issued: IssuedFile[] = [
      { kind: 'json', file: Buffer.from(json), json },
      { kind: 'jwt', file: Buffer.from(jwt), json: '' },
      { kind: 'png', file: badgeWith(json, 'png'), json },
      { kind: 'svg', file: badgeWith(json, 'svg'), json },
    ];
    for (const { file } of issued) expect(await outcome(file)).toBe('genuine');
    const accepted: string[] = [];
    for (let nth = 0; nth < CHANGED; nth++) {
      const one = roll.oneOf(issued);
      const changed = changedCredential(one, roll);
      if ((await outcome(changed)) === 'genuine' && !saysTheSame(one, changed))
        accepted.push(differenceOf(one, changed));
    }
    expect(accepted).toEqual([]);
  });

  it('is told from what is no credential, or another’s', async () => {
    for (const file of ['', 'hello', '[]', '{"id":1}', 'eyJ.a.b', '<svg></svg>']) {
      expect(await outcome(file)).toBe('no-credential');
    }
    expect(await outcome(json.replaceAll('did:web:members', 'did:web:others'))).toBe('not-ours');
  });

  it('is carried by pictures, before their data', async () => {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type), data]);
      const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      crc.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, crc]);
    };
    const start = Buffer.from('89504e470d0a1a0a', 'hex');
    const png = Buffer.concat([
      start,
      chunk('IHDR', Buffer.alloc(13)),
      chunk('IDAT', Buffer.alloc(4)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const baked = bakePng(png, json);
    expect(baked.indexOf('iTXt')).toBeLessThan(baked.indexOf('IDAT'));
    expect(unbakePng(baked)).toBe(json);
    expect(await outcome(baked)).toBe('genuine');
    expect(await outcome(png)).toBe('no-credential');
    const broken = Buffer.from(baked);
    broken[baked.indexOf('IDAT') + 5]! ^= 1;
    expect(await outcome(broken)).toBe('no-credential');
    expect(await outcome(baked.subarray(0, -3))).toBe('no-credential');
    expect(await outcome(bakePng(baked, json))).toBe('no-credential');
    expect(await outcome(bakeSvg(bakeSvg('<svg></svg>', json), json))).toBe('no-credential');
    const drawn = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg" width="1"><path d=""/></svg>', `${json}]]>`);
    expect(unbakeSvg(drawn)).toBe(`${json}]]>`);
    expect(await outcome(bakeSvg('<svg></svg>', jwt))).toBe('genuine');
  });

  it('is read from an SVG as any program reads one', async () => {
    const of = (inside: string, prefix = 'o') =>
      `<svg><${prefix}:credential xmlns:${prefix}="https://purl.imsglobal.org/ob/v3p0">${inside}</${prefix}:credential></svg>`;
    const escaped = json.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const baked = bakeSvg('<svg></svg>', json);
    for (const one of [baked, of(escaped), of(`\n<![CDATA[${json}]]>\n`, 'openbadges'), `<!DOCTYPE svg>${of(escaped)}`])
      expect(await outcome(one)).toBe('genuine');
    const refused = {
      'is cut off': baked.slice(0, -3),
      'is not well-formed': baked.replace('</svg>', '<path></svg>'),
      'carries another with another prefix': baked.replace('</svg>', `${of('{}')}</svg>`),
      'carries it in a remark': `<svg><!--${of(escaped)}--></svg>`,
      'carries it as another’s element': of(escaped).replace('purl.imsglobal.org', 'example.org'),
      'has entities of its own': `<!DOCTYPE svg [<!ENTITY a "b">]>${of(escaped)}`,
    };
    for (const [what, one] of Object.entries(refused))
      expect([what, await outcome(one)]).toEqual([what, 'no-credential']);
  });

  it('is of a certificate of this site only', () => {
    expect(numberOf({ id: `${site}/verify/X` }, site)).toBe('X');
    expect(numberOf({ id: 'https://elsewhere.example/verify/X' }, site)).toBeUndefined();
  });
});
