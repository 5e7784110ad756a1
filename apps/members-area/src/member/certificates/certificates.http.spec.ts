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
