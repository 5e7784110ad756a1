import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithProgram, hasProgram } from '../../../../test/support/with-program';
import { checkSignature } from './check-signature';
import { makeSeal } from './made-seal';
import { madeSealFile, SealKeeper } from './seal-keeper';
import { Sealing } from './sealing';
import { type Seal, SealIsWrong, sealOfPem } from './seal';
import { signPdf } from './sign-pdf';
import { withXmp, xmpNumber } from './xmp';

/** As a browser prints one, small: tagged, titled, in its language. */
function aPdf(): Buffer {
  const objects = [
    '<</Title (Certificate of Accreditation)>>',
    '<</Type /Page\n/MediaBox [0 0 842 595]\n/Annots [7 0 R]\n/StructParents 0\n/Parent 3 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>',
    '<</Type /StructTreeRoot\n/K 6 0 R>>',
    '<</Type /Catalog\n/Pages 3 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 4 0 R\n/Lang (en-GB)>>',
    '<</Type /StructElem\n/S /Document\n/P 4 0 R>>',
    '<</Type /Annot\n/Subtype /Link\n/Rect [10 10 20 20]>>',
  ];
  let text = '%PDF-1.4\n%Óëéá\n';
  const at = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<</Size ${objects.length + 1}\n/Root 5 0 R\n/Info 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(`${text}${head}${end}`, 'latin1');
}

const described = { title: 'Certificate NMC-2026-1: Siân <Rees> & co', language: 'en-GB', number: 'NMC-2026-1' };
const by = { name: 'Siân', reason: 'Issued', at: new Date('2026-11-22T15:00:00Z') };
const clock = { now: () => by.at };
const signedWith = (seal: Seal) => signPdf(withXmp(aPdf(), described), seal, by);

/** As a council brings one: an RSA key, its certificate made by OpenSSL. */
function rsaPem(folder: string): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  writeFileSync(join(folder, 'key.pem'), pem, { mode: 0o600 });
  const request = ['req', '-x509', '-key', join(folder, 'key.pem'), '-utf8', '-subj', '/CN=Siân', '-days', '30'];
  return pem + execFileSync('openssl', request, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

describe('a signed PDF', () => {
  let folder: string;
  let made: Seal;
  let signed: Buffer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'induct-signing-'));
    made = sealOfPem(await makeSeal('Siân', by.at));
    signed = await signedWith(made);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps what was printed byte for byte, and says its title, language and number', () => {
    const printed = aPdf();
    expect(signed.subarray(0, printed.length).equals(printed)).toBe(true);
    const added = signed.toString('utf8', printed.length);
    expect(added).toContain('<rdf:li xml:lang="x-default">Certificate NMC-2026-1: Siân &lt;Rees&gt; &amp; co</rdf:li>');
    expect(added).toContain('<rdf:li>en-GB</rdf:li>');
    expect(xmpNumber(signed)).toBe('NMC-2026-1');
    expect(added).toMatch(/\/StructTreeRoot 4 0 R\n\/Lang \(en-GB\)/);
    expect(added).toMatch(/\/Annots \[7 0 R \d+ 0 R\]/);
  });

  it('is unchanged, and says who signed it', async () => {
    expect(await checkSignature(signed)).toMatchObject({ unchanged: true, signer: 'Siân' });
  });

  it('is changed when any byte is another one', async () => {
    const from = signed.indexOf('/Contents <');
    const shift = Number(process.env.SEED) / 2 ** 31;
    const of = (count: number, start: number, end: number) =>
      Array.from({ length: count }, (_, n) => start + Math.floor(((n + shift) * (end - start)) / count));
    // Everywhere, and closer together where the signature itself stands.
    const places = [...of(250, 0, signed.length), ...of(80, from - 60, from + 1400)];
    // Its head, and what another reading passes over: the empty parameters of how it was hashed.
    places.push(...[0, 1, 2, 3, 4, 5, 82, 83, 888, 889].map((digit) => from + '/Contents <'.length + digit));
    const unseen: number[] = [];
    for (const place of places) {
      const changed = Buffer.from(signed);
      changed[place]! ^= 1;
      if ((await checkSignature(changed))?.unchanged) unseen.push(place);
    }
    expect(unseen).toEqual([]);
  });

  it('is changed when something is added behind it, or its signature is another’s', async () => {
    expect(await checkSignature(Buffer.concat([signed, Buffer.from('\n')]))).toEqual({ unchanged: false });
    expect(await checkSignature(withXmpTwice(signed))).toEqual({ unchanged: false });
    expect(await checkSignature(aPdf())).toBeUndefined();
  });

  it('is signed with a key that is made once, and that nobody else can read', async () => {
    const settings = { DATA_DIR: folder };
    const seals = await Promise.all(
      [1, 2].map(() => new SealKeeper(settings, { current: { name: 'Cyngor Môn' } }, clock).seal()),
    );
    expect(seals[0]!.certificates).toEqual(seals[1]!.certificates);
    expect(statSync(madeSealFile(folder)).mode & 0o777).toBe(0o600);
    const sealing = new Sealing(new SealKeeper(settings, { current: { name: 'Cyngor Môn' } }, clock), clock);
    const pdf = await sealing.seal(aPdf(), { ...described, by: 'Cyngor Môn', reason: 'Issued' });
    expect(await checkSignature(pdf)).toMatchObject({ unchanged: true, signer: 'Cyngor Môn' });
  });

  it('says in words why a key cannot be used', async () => {
    const pem = await makeSeal('One', by.at);
    const other = await makeSeal('Two', by.at);
    const key = pem.slice(0, pem.indexOf('-----BEGIN CERTIFICATE'));
    expect(() => sealOfPem(key)).toThrow(SealIsWrong);
    expect(() => sealOfPem(key + other.slice(other.indexOf('-----BEGIN CERT')))).toThrow('belongs to the key');
    expect(() => sealOfPem(pem.slice(pem.indexOf('-----BEGIN CERT')))).toThrow('no private key');
  });

  describeWithProgram('openssl', () => {
    it('takes a council’s own RSA key, as PEM or PKCS#12', async () => {
      const pem = rsaPem(folder);
      const seal = sealOfPem(pem);
      expect(await checkSignature(await signedWith(seal))).toMatchObject({ unchanged: true, signer: 'Siân' });
      const args = ['pkcs12', '-export', '-passout', 'pass:Siân', '-out', join(folder, 'own.p12')];
      execFileSync('openssl', args, { input: pem });
      const settings = { DATA_DIR: folder, SIGNING_KEY_FILE: join(folder, 'own.p12') };
      const keeper = new SealKeeper(
        { ...settings, SIGNING_KEY_PASSPHRASE: 'Siân' },
        { current: { name: 'Another' } },
        clock,
      );
      expect((await keeper.seal()).certificates).toEqual(seal.certificates);
      await expect(new SealKeeper(settings, { current: { name: 'Cyngor Môn' } }, clock).seal()).rejects.toThrow(
        'passphrase is missing or wrong',
      );
    });

    it('is valid for OpenSSL, and not when a byte was changed', async () => {
      for (const seal of [made, sealOfPem(rsaPem(folder))]) {
        const pdf = await signedWith(seal);
        expect(isValidForOpenSsl(pdf, folder)).toBe(true);
        pdf[40]! ^= 1;
        expect(isValidForOpenSsl(pdf, folder)).toBe(false);
      }
    });
  });

  describeWithProgram('pdfsig', () => {
    it('is valid for another program', async () => {
      for (const seal of [made, ...(hasProgram('openssl') ? [sealOfPem(rsaPem(folder))] : [])]) {
        const file = join(folder, 'signed.pdf');
        const look = () => spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout;
        const pdf = await signedWith(seal);
        writeFileSync(file, pdf);
        const said = look();
        expect(said).toContain('Signature is Valid');
        expect(said).toContain('Common Name: Siân');
        expect(said).toContain('Total document signed');
        pdf[40]! ^= 1;
        writeFileSync(file, pdf);
        expect(look()).toContain('Digest Mismatch');
      }
    });
  });
});

/** By what the file says of itself: the bytes that are signed, and the signature that stands between them. */
function isValidForOpenSsl(pdf: Buffer, folder: string): boolean {
  const [from, size, rest, length] = /\/ByteRange \[(\d+) (\d+) +(\d+) +(\d+) *\]/
    .exec(pdf.toString('latin1'))!
    .slice(1)
    .map(Number) as [number, number, number, number];
  expect([from, rest + length]).toEqual([0, pdf.length]);
  const hex = pdf.toString('latin1', size, rest);
  expect(hex).toMatch(/^<[0-9a-f]+>$/i);
  const [signature, content] = [join(folder, 'signature.der'), join(folder, 'content')];
  writeFileSync(signature, Buffer.from(hex.slice(1, -1), 'hex'));
  writeFileSync(content, Buffer.concat([pdf.subarray(from, size), pdf.subarray(rest, rest + length)]));
  // Whose certificate it is, is none of what is asked here: it is made by ourselves.
  const asked = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', signature, '-content', content, '-noverify'];
  const { status, stderr } = spawnSync('openssl', [...asked, '-out', join(folder, 'said')], { encoding: 'utf8' });
  expect(stderr).toMatch(/CMS Verification (successful|failure)/i);
  return status === 0;
}

/** What a second update of the same file looks like. */
function withXmpTwice(pdf: Buffer): Buffer {
  const end = pdf.toString('latin1').lastIndexOf('startxref');
  return Buffer.concat([pdf, Buffer.from('9 0 obj\n<<>>\nendobj\n'), pdf.subarray(end)]);
}
