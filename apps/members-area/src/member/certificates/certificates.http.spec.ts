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
const get = (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  desk.app.inject({ method: 'GET', url, headers });

describe('a member’s certificates', () => {
  const signedIn = async (personId: string) => ({
    accept: 'text/html',
    cookie: `induct=${await desk.signIn(personId)}`,
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

  it('say so when there are none', async () => {
    const headers = await signedIn(await desk.given.aPerson({ name: 'New Member' }));
    expect((await get('/certificates', headers)).body).toContain('You do not have a certificate yet');
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

  it('is decided by officers only', async () => {
    for (const role of ['member', 'tester', 'administrator', 'auditor', 'champion'] as const)
      for (const path of ['/admin/names', `/admin/names/${certificates.officer}`])
        expect([role, path, (await desk.get(role, path)).status]).toEqual([role, path, 403]);
    expect((await desk.get('officer', `/admin/names/${certificates.officer}`)).status).toBe(404);
    expect((await desk.get('auditor', '/certificates/name')).status).toBe(403);
  });
});
