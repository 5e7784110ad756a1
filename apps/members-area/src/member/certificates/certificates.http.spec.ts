import { gunzipSync } from 'node:zlib';
import { Suspensions } from '@induct/accreditation';
import { GivenCertificates } from '../../../../../test/support/given-certificates';
import { Desk } from '../../../../../test/support/given-desk';

let desk: Desk;
let certificates: GivenCertificates;

beforeAll(async () => {
  desk = await Desk.open({ DEMO: 'true' });
  certificates = await GivenCertificates.at(desk);
});
afterAll(() => desk?.close());

const aCertificate: GivenCertificates['aCertificate'] = (...of) => certificates.aCertificate(...of);
const postFile = (url: string, content: Buffer) => {
  const boundary = 'x-boundary-x';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="pdf"; filename="c"\r\n\r\n`;
  return desk.app.inject({
    method: 'POST',
    url,
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      accept: 'text/html',
      origin: desk.config.SITE_ORIGIN,
    },
  });
};
const get = (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  desk.app.inject({ method: 'GET', url, headers });

describe('a member’s certificates', () => {
  const signedIn = async (personId: string) => ({
    accept: 'text/html',
    cookie: `induct=${await desk.signIn(personId)}`,
  });

  it('are listed though what is on record of one of them is incomplete, which says so', async () => {
    const { personId, number } = await aCertificate('Half Recorded', { pdf: '%PDF-1.4 half' });
    const lost = { number: 'NMC-2026-0LOST-00000-1', at: '2026-11-20T10:00:00Z', validUntil: '2030-11-19', facts: {} };
    await desk.given.aCertificate(personId, lost);
    const { statusCode, body } = await get('/certificates', await signedIn(personId));
    expect([statusCode, body]).toEqual([200, expect.stringContaining(`id="c-${lost.number}"`)]);
    expect(body).toContain('What we have on record of this certificate is incomplete');
    expect(body).toContain(`href="/certificates/${number}/pdf"`);
    expect(body).not.toContain(`href="/certificates/${lost.number}/pdf"`);
  });

  it('are listed, being prepared at first, and downloaded by nobody else', async () => {
    const waiting = await aCertificate('Waiting Member');
    const headers = await signedIn(waiting.personId);
    expect((await get('/certificates', headers)).body).toContain('Being prepared');
    expect((await get(`/certificates/${waiting.number}/pdf`, headers)).statusCode).toBe(409);
    const ready = await aCertificate('Ready Member', { pdf: '%PDF-1.4 mine' });
    const own = await signedIn(ready.personId);
    expect((await get('/certificates', own)).body).toContain('Download certificate');
    const download = await get(`/certificates/${ready.number}/pdf`, own);
    expect([download.statusCode, download.body]).toEqual([200, '%PDF-1.4 mine']);
    expect(download.headers['content-disposition']).toBe(`attachment; filename="Certificate ${ready.number}.pdf"`);
    expect((await get(`/certificates/${ready.number}/pdf`, headers)).statusCode).toBe(404);
    const nobody = await get(`/certificates/${ready.number}/pdf`);
    expect([302, 303, 401]).toContain(nobody.statusCode);
  });

  it('are not had while it is suspended, and are said to be no lost ones', async () => {
    const { id, number, personId } = await aCertificate('Sue Suspended', { pdf: '%PDF-1.4 hers' });
    const [first, second] = [
      await desk.given.aPerson({ roles: ['officer'] }),
      await desk.given.aPerson({ roles: ['officer'] }),
    ];
    const suspensions = desk.app.get(Suspensions, { strict: false });
    await suspensions.confirm(id, await suspensions.propose(id, { by: first, reason: 'We look into it' }), second);
    for (const file of ['pdf', 'everything.zip', 'wallet/credential.json', 'wallet/badge.svg']) {
      const { status, text } = await desk.getAs(personId, `/certificates/${number}/${file}`);
      expect([file, status, text]).toEqual([file, 409, expect.stringContaining('This certificate is suspended')]);
    }
  });

  it('are had as credential and badge by their holder only, and die with the certificate', async () => {
    const { id, number, secret, personId } = await aCertificate('Siân Own', { pdf: '%PDF-1.4 hers' });
    const own = await signedIn(personId);
    const file = (name: string, headers = own) => get(`/certificates/${number}/wallet/${name}`, headers);
    const page = (await get('/certificates', own)).body;
    expect(page).toContain(`certUrl=http%3A%2F%2Flocalhost%3A3000%2Fverify%2F${number}`);
    expect(page).toContain(`JSON<span class="govuk-visually-hidden"> (${number})</span></a>`);
    expect(page).not.toContain(secret);
    const [json, jwt, png, svg] = await Promise.all(
      ['credential.json', 'credential.jwt', 'badge.png', 'badge.svg'].map((name) => file(name)),
    );
    expect(json!.headers['content-disposition']).toBe(`attachment; filename="${number} credential.json"`);
    expect(json!.body).toContain('Siân Own');
    expect(Buffer.from(jwt!.body.split('.')[1]!, 'base64url').toString()).toContain('Siân Own');
    for (const badge of [png!, svg!]) expect(badge.rawPayload.toString('utf8')).not.toContain('Siân');
    const others = await signedIn(await desk.given.aPerson({ name: 'Another Member' }));
    const officer = await signedIn(certificates.officer);
    for (const headers of [others, officer]) expect((await file('credential.json', headers)).statusCode).not.toBe(200);
    expect((await file('secret.txt')).statusCode).toBe(404);
    const zip = await get(`/certificates/${number}/everything.zip`, own);
    expect(zip.rawPayload.toString('latin1')).toContain('%PDF-1.4 hers');

    const check = async (bytes: Buffer) => (await postFile('/verify/file', bytes)).body;
    for (const { rawPayload } of [json!, jwt!, png!, svg!]) {
      expect(await check(rawPayload)).toContain('The credential is genuine');
      desk.clock.advance(60_000);
    }
    expect(await check(Buffer.from(json!.body.replace('Siân Own', 'Someone')))).toContain(
      'This is not what was issued',
    );

    const { credentialStatus } = JSON.parse(json!.body) as {
      credentialStatus: { statusListCredential: string; statusListIndex: string }[];
    };
    const bit = async (of: number) => {
      const { statusListCredential: list, statusListIndex: at } = credentialStatus[of]!;
      const reply = await get(new URL(list).pathname);
      const { encodedList } = reply.json<{ credentialSubject: { encodedList: string } }>().credentialSubject;
      const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
      return (bits[Number(at) >> 3]! >> (7 - (Number(at) & 7))) & 1;
    };
    expect([await bit(0), await bit(1)]).toEqual([0, 0]);
    await certificates.revoke(id, 'Not to be published');
    desk.clock.advance(2 * 60_000);
    expect(await bit(0)).toBe(0);
    // Whoever keeps what was made two minutes ago keeps it for the other three.
    const list = await get(new URL(credentialStatus[0]!.statusListCredential).pathname);
    expect(list.headers['cache-control']).toBe('public, max-age=180');
    desk.clock.advance(3 * 60_000);
    expect([await bit(0), await bit(1)]).toEqual([1, 0]);
    const revoked = await check(json!.rawPayload);
    expect(revoked).toContain('This certificate has been revoked');
    expect(revoked).toContain('The credential is genuine');
    expect((await file('credential.json')).statusCode).toBe(404);
    expect((await get('/credentials/status/revocation/1')).statusCode).toBe(404);
    expect((await get('/credentials/status/other/0')).statusCode).toBe(404);
  });

  it('are signed with a key that did:web names', async () => {
    const reply = await get('/.well-known/did.json');
    expect(reply.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' });
    expect(reply.json()).toMatchObject({
      id: 'did:web:localhost%3A3000',
      verificationMethod: [{ type: 'Multikey' }, { type: 'JsonWebKey' }],
    });
    const picture = await get('/credentials/badge.png');
    expect(picture.headers['content-type']).toBe('image/png');
  });

  it('say so when there are none', async () => {
    const headers = await signedIn(await desk.given.aPerson({ name: 'New Member' }));
    expect((await get('/certificates', headers)).body).toContain('You do not have a certificate yet');
  });
});

describe('who sees the name on them', () => {
  it('is chosen by their holder: whoever has the paper, a link too, or everybody', async () => {
    const { personId, number, secret } = await aCertificate('Siân Shown', { pdf: '%PDF-1.4 shown' });
    // A stranger: the page of somebody who is signed in bears their name at its top.
    const scan = (k: string) =>
      desk.app.inject({
        method: 'POST',
        url: `/verify/${number}`,
        payload: new URLSearchParams({ k }).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'text/html',
          origin: desk.config.SITE_ORIGIN,
        },
      });
    const names = async (k?: string) => (await (k ? scan(k) : get(`/verify/${number}`))).body.includes('Siân Shown');
    const choose = (shown: string) => desk.postAs(personId, '/certificates/shown', { shown });
    const opened = await desk.getAs(personId, '/certificates');
    expect(opened.text).toContain('Your name is shown to whoever has the paper');
    expect(opened.text).toContain('Whoever follows it there sees your initials');
    expect(await names()).toBe(false);
    expect((await choose('everyone')).text).toContain('Choose who sees your name');
    expect((await choose('link')).headers.location).toBe('/certificates/shown?done=chosen');
    const linkOf = async () =>
      new RegExp(`href="http://localhost:3000/verify/${number}#([\\w-]{20,60})"`).exec(
        (await desk.getAs(personId, '/certificates/shown')).body,
      )![1]!;
    const link = await linkOf();
    expect(link).not.toBe(secret);
    expect([await names(), await names(link), await names(secret)]).toEqual([false, true, true]);
    const page = (await desk.getAs(personId, '/certificates')).body;
    expect(page).toContain(`certUrl=${encodeURIComponent(`http://localhost:3000/verify/${number}#${link}`)}`);
    expect(page).not.toContain(secret);
    await desk.postAs(personId, '/certificates/shown/link', {});
    expect([await names(link), await names(await linkOf())]).toEqual([false, true]);
    await choose('public');
    expect(await names()).toBe(true);
    expect((await get(`/verify/${number}`, { accept: 'application/json' })).body).toContain('Siân Shown');
    await choose('paper');
    expect([await names(), await names(link), await names(secret)]).toEqual([false, false, true]);
    expect((await desk.getAs(personId, '/certificates/shown')).text).toContain('this page does not change it');
  });
});

describe('the page of whoever is no member', () => {
  it('shows certificates of their own, and leads an officer to those of members', async () => {
    const officer = await desk.get('officer', '/certificates');
    expect([officer.status, officer.text.includes('the register of certificates')]).toEqual([200, true]);
    const auditor = await desk.get('auditor', '/certificates');
    expect(auditor.text).toContain('You do not have a certificate yet.');
    expect(auditor.body).not.toMatch(/href="\/(admin\/certificates|modules)/);
    const [number] = await desk.database.source.query<{ number: string }[]>('select number from certificate limit 1');
    for (const file of ['pdf', 'everything.zip', 'wallet/credential.json'])
      expect((await desk.get('auditor', `/certificates/${number!.number}/${file}`)).status).toBe(404);
  });
});

describe('a name that is wrong on them', () => {
  it('is asked for, seen at the desk with what it replaces, and confirmed', async () => {
    const { personId, number } = await aCertificate('Siân Rees');
    expect((await desk.getAs(personId, '/certificates')).body).toContain('href="/certificates/name"');
    expect((await desk.getAs(personId, '/account')).body).toContain('href="/certificates/name"');
    const wrong = await desk.postAs(personId, '/certificates/name', { name: '김', why: 'It is <mine>' });
    expect([wrong.status, wrong.text.includes('Certificates cannot print 김')]).toEqual([400, true]);
    expect(wrong.body).toContain('It is &lt;mine&gt;');
    const same = await desk.postAs(personId, '/certificates/name', { name: 'Siân Rees', why: 'I like it' });
    expect([same.status, same.text.includes('This is your name already')]).toEqual([400, true]);
    const sent = await desk.postAs(personId, '/certificates/name', { name: 'Siân Pritchard', why: 'I have married' });
    const after = await desk.getAs(personId, String(sent.headers.location));
    expect(after.text).toContain('An officer looks at your name.');
    expect(after.text).toContain('you asked to be called Siân Pritchard');
    expect((await desk.get('officer', '/admin')).text).toContain('1 name waits to be corrected');
    const list = await desk.get('officer', '/admin/names');
    expect(list.text).toContain('Siân Rees Wants to be called Siân Pritchard');
    const href = /href="(\/admin\/names\/[0-9a-f-]{36})"/.exec(list.body)![1]!;
    expect((await desk.get('officer', href)).text).toContain(`${number} , Core skills`);
    const unsaid = await desk.post('officer', href, { decision: 'refuse', words: '' });
    expect([unsaid.status, unsaid.text.includes('Say why, so that the member understands it')]).toEqual([400, true]);
    const decided = await desk.post('officer', href, { decision: 'confirm', words: '' });
    expect((await desk.get('officer', String(decided.headers.location))).text).toContain('The name is corrected');
    expect((await desk.post('officer', href, { decision: 'confirm', words: '' })).status).toBe(409);
    expect((await desk.get('officer', href)).text).toContain('Confirmed at');
    expect((await desk.getAs(personId, '/certificates/name')).text).toContain(
      'your name was corrected to Siân Pritchard',
    );
    expect((await desk.getAs(undefined, `/verify/${number}`)).text).toContain('This certificate has been replaced');
    const { text } = await desk.get('officer', `/admin/certificates/${number}`);
    expect(text).toContain('Replaced by another certificate by Olive Officer Change of name');
  });

  it('is taken back by whoever asked, asked once more; the officer sees that, and decides nothing', async () => {
    const { personId } = await aCertificate('Una Unsure');
    await desk.postAs(personId, '/certificates/name', { name: 'Una Sure', why: 'I have married' });
    const waiting = await desk.getAs(personId, '/certificates/name');
    const href = /href="(\/certificates\/name\/[0-9a-f-]{36}\/take-back)"/.exec(waiting.body)![1]!;
    expect((await desk.getAs(personId, href)).text).toContain('you asked to be called Una Sure');
    for (const stranger of ['member', 'officer'] as const)
      expect([(await desk.get(stranger, href)).status, (await desk.post(stranger, href, {})).status]).toEqual([
        404, 404,
      ]);
    for (const _ of ['pressed', 'pressed twice']) {
      const done = await desk.postAs(personId, href, {});
      expect([done.status, done.headers.location]).toEqual([303, '/certificates/name']);
    }
    const after = await desk.getAs(personId, '/certificates/name');
    expect(after.text).toContain('On 22 November 2026 you took back that you want to be called Una Sure.');
    expect(after.body).toContain('name="why"');
    expect((await desk.getAs(personId, href)).headers.location).toBe('/certificates/name');
    expect((await desk.get('officer', '/admin/names')).text).not.toContain('Una Unsure');
    const atDesk = href.replace('/certificates/name/', '/admin/names/').replace('/take-back', '');
    const page = await desk.get('officer', atDesk);
    expect([page.text, page.body.includes('name="decision"')]).toEqual([
      expect.stringContaining('Taken back by Una Unsure at'),
      false,
    ]);
    const late = await desk.post('officer', atDesk, { decision: 'confirm', words: '' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('The member has taken this back')]);
  });

  it('is decided by officers only', async () => {
    for (const role of ['member', 'tester', 'administrator', 'auditor', 'champion'] as const)
      for (const path of ['/admin/names', `/admin/names/${certificates.officer}`])
        expect([role, path, (await desk.get(role, path)).status]).toEqual([role, path, 403]);
    expect((await desk.get('officer', `/admin/names/${certificates.officer}`)).status).toBe(404);
  });
});
