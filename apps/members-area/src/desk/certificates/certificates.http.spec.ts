import { Certificates } from '@induct/accreditation';
import { FileStore } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';
import { paging } from '../../lists/paging';

const at = '2026-11-22T14:32:00Z';
const NUMBER = 'NMC-2026-7KQ4M-2XWPH-5';
let desk: Desk;
let holderId: string;

const facts = (number: string, holder: string, validUntil: string) => ({
  language: 'en-GB',
  council: 'Northmoor County Council',
  holder,
  scheme: 'Core skills',
  edition: 'Edition 1',
  modules: [{ title: 'The code of conduct', completedOn: '2026-11-20', score: 87.5 }],
  learningSeconds: 3900,
  awardedOn: '2026-11-22',
  validUntil,
  number,
  signatories: [{ name: 'M Ellison', office: 'Chief Executive' }],
});

async function certificate(number: string, holder: string, given: { validUntil?: string; rendered?: boolean } = {}) {
  const { validUntil = '2030-11-21', rendered = true } = given;
  const personId = await desk.given.aPerson({ name: holder });
  await desk.given.aCertificate(personId, { number, at, validUntil, rendered });
  await desk.database.source.query('update certificate set facts = $2, holder_name = $3 where number = $1', [
    number,
    JSON.stringify(facts(number, holder, validUntil)),
    holder,
  ]);
  return personId;
}

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

it('says when certificates are issued while there is none', async () => {
  const { status, text } = await desk.get('officer', '/admin/certificates');
  expect(status).toBe(200);
  expect(text).toContain('No certificate has been issued yet.');
});

describe('with certificates in the register', () => {
  beforeAll(async () => {
    holderId = await certificate(NUMBER, 'Ann Baker');
    await certificate('NMC-2022-1KQ4M-2XWPH-3', '@Bob O’Neill', { validUntil: '2025-01-01' });
    await certificate('NMC-2026-2KQ4M-2XWPH-7', 'Cleo Dunn', { rendered: false });
    const pdf = Buffer.from('%PDF-1.7 a certificate');
    const sha256 = await desk.app.get(FileStore, { strict: false }).put(pdf);
    await desk.database.source.query(
      `update certificate set pdf_sha256 = decode($2, 'hex'), pdf_bytes = $3 where number = $1`,
      [NUMBER, sha256, pdf.length],
    );
  });

  it('offers to issue some', async () => {
    const { body } = await desk.get('officer', '/admin/certificates');
    expect(body).toMatch(/class="govuk-button"[^>]*>\s*Issue in a batch/);
  });

  it.each(["O'Neill", 'oneill', 'O’Neill, Bób', 'ONeill  bob'])('finds the holder by %s', async (typed) => {
    const { text } = await desk.get('officer', `/admin/certificates?q=${encodeURIComponent(typed)}`);
    expect(text).toContain('NMC-2022-1KQ4M-2XWPH-3');
    expect(text).not.toContain(NUMBER);
  });

  it('lists them with their state', async () => {
    const { text } = await desk.get('officer', '/admin/certificates');
    expect(text).toMatch(/Ann Baker Valid Core skills 22 November 2026 21 November 2030/);
    expect(text).toMatch(/O’Neill Expired/);
    expect(text).toMatch(/Cleo Dunn Valid The PDF is being made/);
    expect(text).toContain('Showing all 3');
  });

  it.each([
    ['state=expired', 1],
    ['state=valid', 2],
    ['q=baker', 1],
    [`q=${NUMBER}`, 1],
    ['q=7kq4m2xwph', 1],
    ['q=%25', 0],
    ['state=revoked&q=baker', 0],
  ])('filters by %s', async (query, rows) => {
    const { text } = await desk.get('officer', `/admin/certificates?${query}`);
    expect(text).toContain(paging(1, 50, rows, String).says ?? 'No certificate matches');
  });

  it('gives the register as a file that is safe to open, and records who took it', async () => {
    const { headers, body } = await desk.get('officer', '/admin/certificates.csv?state=expired');
    expect(headers['content-disposition']).toBe('attachment; filename="certificates-2026-11-22.csv"');
    const lines = body.split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFNumber,Holder,State/);
    expect(lines[1]).toMatch(
      /^NMC-2022-1KQ4M-2XWPH-3,'@Bob O’Neill,Expired,Core skills,Edition 1,2026-11-22,2025-01-01/,
    );
    expect(lines).toHaveLength(3);
    expect((await desk.audited()).at(-1)?.action).toBe('register.exported');
  });

  it('gives the register as JSON, filtered alike, and records who took it', async () => {
    const { status, headers, body } = await desk.get('officer', '/admin/certificates.json?state=expired');
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(headers['content-disposition']).toBe('attachment; filename="certificates-2026-11-22.json"');
    expect(headers['cache-control']).toBe('no-store');
    const { rows } = JSON.parse(body) as { rows: object[] };
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      number: 'NMC-2022-1KQ4M-2XWPH-3',
      holder: '@Bob O’Neill',
      state: 'Expired',
      validUntil: '2025-01-01',
      issued: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      revoked: null,
    });
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'register.exported', detail: { as: 'json' } });
    const empty = await desk.get('officer', '/admin/certificates.json?q=nobody');
    expect((JSON.parse(empty.body) as { rows: object[] }).rows).toEqual([]);
  });

  it('shows what a certificate says, its document and what happened to it', async () => {
    const { text } = await desk.get('officer', `/admin/certificates/${NUMBER}`);
    expect(text).toContain('Core skills, Edition 1');
    expect(text).toContain('1 hour 5 minutes');
    expect(text).toMatch(/The code of conduct 20 November 2026 88%/);
    expect(text).toMatch(/SHA-256 [0-9a-f]{64}/);
    expect(text).toContain('Issued when everything that is asked for was met');
  });

  it('opens the PDF as it was stored, and says when there is none yet', async () => {
    const { status, headers, body } = await desk.get('officer', `/admin/certificates/${NUMBER}/pdf`);
    expect([status, headers['content-type'], body]).toEqual([200, 'application/pdf', '%PDF-1.7 a certificate']);
    expect((await desk.get('officer', '/admin/certificates/NMC-2026-2KQ4M-2XWPH-7/pdf')).status).toBe(404);
  });

  it('sends it to the holder again, and says so', async () => {
    const { status, headers } = await desk.post('officer', `/admin/certificates/${NUMBER}/send`, {});
    expect(status).toBe(303);
    const { text } = await desk.get('officer', String(headers.location));
    expect(text).toContain('is on its way to the holder');
    expect(text).toContain('Sent to the holder again by Olive Officer');
    expect(text).toContain('Letter to the holder written');
    const letters = await desk.database.source.query<{ recipient: string }[]>('select recipient from mail');
    expect(letters).toEqual([{ recipient: `${holderId}@northmoor.example` }]);
  });

  it('does not send what is still being made', async () => {
    const { status, text } = await desk.post('officer', '/admin/certificates/NMC-2026-2KQ4M-2XWPH-7/send', {});
    expect(status).toBe(409);
    expect(text).toContain('still being prepared');
  });

  it('lists what failed in plain words, and tries it again', async () => {
    const stuck = 'NMC-2026-2KQ4M-2XWPH-7';
    await desk.database.source.query(
      `update certificate set render_error = 'Protocol error: Target closed', render_attempts = 5 where number = $1`,
      [stuck],
    );
    await desk.database.source.query(
      `update mail set last_error = 'connect ECONNREFUSED 127.0.0.1:25', attempts = 7, next_attempt_at = null`,
    );
    const { text, body } = await desk.get('officer', '/admin/jobs');
    expect(text).toContain(stuck);
    expect(text).toContain('The browser that prints certificates could not be started');
    expect(text).toContain('The mail server could not be reached.');
    expect((await desk.get('officer', '/admin')).text).toContain('1 certificate could not be made');
    const forms = [...body.matchAll(/action="(\/admin\/jobs\/[^"]+)"/g)].map(([, action]) => action!);
    expect(forms).toHaveLength(2);
    for (const action of forms) {
      expect((await desk.post('administrator', action, {})).headers.location).toBe('/admin/jobs?retried=yes');
    }
    const [mail] = await desk.database.source.query<{ due: boolean }[]>(
      'select next_attempt_at = $1 as due from mail',
      [desk.clock.now()],
    );
    expect(mail?.due).toBe(true);
    expect((await desk.audited()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['certificate.retried', 'letter.retried']),
    );
    const seen = await desk.get('administrator', '/admin/jobs');
    expect(seen.text).not.toContain(stuck);
    expect((await desk.get('officer', '/admin/jobs?retried=yes')).text).toContain('It is tried again.');
    expect((await desk.post('officer', '/admin/jobs/letters/nothing/retry', {})).status).toBe(404);
  });

  it('tries all again that failed for one reason, and leaves out what is not there', async () => {
    const fail = `update mail set last_error = 'connect ECONNREFUSED 127.0.0.1:25', attempts = 7, next_attempt_at = null`;
    await desk.database.source.query(fail);
    await desk.database.source.query(
      `insert into mail select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'dedupe_key', 'another'))).* from mail m`,
    );
    const { text, body } = await desk.get('administrator', '/admin/jobs');
    expect(text).toContain(
      '2 letters could not be sent The mail server could not be reached. Those they are for do not know',
    );
    const job = [...body.matchAll(/name="job" value="([^"]+)"/g)].map(([, name]) => name!);
    expect(job).toHaveLength(2);
    expect(text).toContain('Officers see here which letter or certificate it is.');
    const due = async () =>
      (await desk.database.source.query<object[]>('select from mail where next_attempt_at is not null')).length;
    for (const nothing of ['letters:%00', 'x', `letters:${holderId}`, '']) {
      const { status } = await desk.post('administrator', '/admin/jobs/retry', { job: nothing });
      expect([nothing, status, await due()]).toEqual([nothing, 303, 0]);
    }
    const bare = { cookie: await desk.cookie('administrator'), origin: desk.config.SITE_ORIGIN };
    expect((await desk.app.inject({ method: 'POST', url: '/admin/jobs/retry', headers: bare })).statusCode).toBe(303);
    const { headers } = await desk.post('administrator', '/admin/jobs/retry', { job: [`letters:${holderId}`, ...job] });
    expect([headers.location, await due()]).toEqual(['/admin/jobs?retried=yes', 2]);
  });

  it('knows no other numbers', async () => {
    for (const path of ['', '/pdf', '/revoke']) {
      expect((await desk.get('officer', `/admin/certificates/NMC-2026-00000-00000-0${path}`)).status).toBe(404);
    }
  });

  it.each(['member', 'tester', 'administrator', 'auditor'] as const)('refuses a %s', async (role) => {
    for (const path of ['', '.csv', '.json', `/${NUMBER}`, `/${NUMBER}/pdf`, `/${NUMBER}/revoke`]) {
      expect([path, (await desk.get(role, `/admin/certificates${path}`)).status]).toEqual([path, 403]);
    }
    const certificates = desk.app.get(Certificates, { strict: false });
    const before = await certificates.byNumber('NMC-2026-2KQ4M-2XWPH-7');
    const form = { reason: 'Because I want it gone.', decision: 'revoke', proposal: holderId };
    for (const path of ['revoke', 'revoke/decision'])
      expect((await desk.post(role, `/admin/certificates/NMC-2026-2KQ4M-2XWPH-7/${path}`, form)).status).toBe(403);
    expect(await certificates.byNumber('NMC-2026-2KQ4M-2XWPH-7')).toEqual(before);
  });
});

it.each(['member', 'tester', 'auditor'] as const)('shows failed jobs to no %s', async (role) => {
  expect((await desk.get(role, '/admin/jobs')).status).toBe(403);
});
