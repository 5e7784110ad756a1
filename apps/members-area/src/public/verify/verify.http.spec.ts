import { Signatories } from '@induct/accreditation';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FixedClock } from '../../../../../test/support/fixed-clock';
import { GivenCertificates } from '../../../../../test/support/given-certificates';
import { Desk } from '../../../../../test/support/given-desk';
import { CheckedJson } from './verify.json';

let desk: Desk;
let app: NestFastifyApplication;
let clock: FixedClock;
let certificates: GivenCertificates;

beforeAll(async () => {
  desk = await Desk.open({ DEMO: 'true' });
  ({ app, clock } = desk);
  certificates = await GivenCertificates.at(desk);
  const who = {
    name: 'Margaret Ellison',
    office: 'Chair',
    officeCy: null,
    place: 1 as const,
    from: '2026-01-01',
    until: null,
  };
  await desk.app.get(Signatories, { strict: false }).add(who, certificates.officer);
});
// Time for the allowance of checks to fill.
beforeEach(() => clock.advance(60_000));
afterAll(() => desk?.close());

const aCertificate: GivenCertificates['aCertificate'] = (...of) => certificates.aCertificate(...of);
const revoke: GivenCertificates['revoke'] = (...of) => certificates.revoke(...of);
const get = (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  app.inject({ method: 'GET', url, headers });
const json = async (url: string) => {
  const reply = await get(url, { accept: 'application/json' });
  return { status: reply.statusCode, ...CheckedJson.parse(reply.json()) };
};
const postName = (number: string, name: string) => postForm(number, { name });
const postForm = (number: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/verify/${number}`,
    payload: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      origin: desk.config.SITE_ORIGIN,
    },
  });
const postFile = (content: string | Buffer) => {
  const boundary = 'x-boundary-x';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="pdf"; filename="c.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url: '/verify/file',
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      accept: 'text/html',
      origin: desk.config.SITE_ORIGIN,
    },
  });
};

describe('checking a certificate', () => {
  it('shows every printed fact to whoever scanned the QR code', async () => {
    const { number, secret } = await aCertificate();
    const reply = await postForm(number, { k: secret });
    expect(reply.statusCode).toBe(200);
    for (const words of [
      'This certificate is valid',
      'Siân Rees-Pritchard',
      'Northmoor County Council',
      'Core skills, Edition 1',
      'The code of conduct',
      '22 November 2026',
      '90%',
      '25 minutes',
      '22 November 2030',
      number,
      'Margaret Ellison',
    ]) {
      expect(reply.body).toContain(words);
    }
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
  });

  it('shows initials to whoever has only the number, or a wrong secret', async () => {
    const { number } = await aCertificate();
    const replies = [
      await get(`/verify/${number}`),
      await get(`/verify/${number}?k=a&k=b`),
      await postForm(number, { k: 'wrong' }),
    ];
    for (const { body } of replies) {
      expect(body).toContain('S. R.');
      expect(body).not.toContain('Pritchard');
    }
  });

  it('leads whoever scans a certificate of before away from the address with its secret, and shows the name once', async () => {
    const { number, secret } = await aCertificate();
    const old = await get(`/verify/${number}?k=${secret}`);
    expect([old.statusCode, old.headers.location]).toEqual([303, `/verify/${number}`]);
    expect([old.headers['referrer-policy'], old.headers['cache-control']]).toEqual(['no-referrer', 'no-store']);
    expect(old.body).not.toContain('Pritchard');
    const [cookie] = old.cookies;
    expect(cookie).toMatchObject({
      value: secret,
      path: `/verify/${number}`,
      httpOnly: true,
      maxAge: 60,
      sameSite: 'Lax',
    });
    const shown = await get(`/verify/${number}`, { accept: 'text/html', cookie: `${cookie!.name}=${cookie!.value}` });
    expect(shown.body).toContain('Siân Rees-Pritchard');
    expect(shown.cookies).toEqual([
      expect.objectContaining({ name: cookie!.name, value: '', path: `/verify/${number}` }),
    ]);
    // As people's scanners may write it.
    expect((await get(`/verify/${number.toLowerCase()}?k=${secret}`)).headers.location).toBe(`/verify/${number}`);
    expect((await get(`/verify/${number}?k=wrong`)).headers.location).toBe(`/verify/${number}`);
    expect((await get('/verify/nonsense?k=x')).headers.location).toBe('/verify/nonsense');
  });

  it('says yes or no to a name that is typed in', async () => {
    const { number } = await aCertificate();
    expect((await postName(number, 'cllr SIAN rees pritchard')).body).toContain('<strong>Yes.</strong>');
    expect((await postName(number, 'Siân Rees')).body).toContain('<strong>No.</strong>');
    const empty = await postName(number, ' ');
    expect([empty.statusCode, empty.body]).toEqual([400, expect.stringContaining('Enter a name')]);
    expect((await postName('NMC-2026-77777-77777-7', 'Anybody')).body).not.toContain('<strong>');
  });

  it('takes the number as people type it', async () => {
    const { number } = await aCertificate();
    const reply = await get(`/verify?number=${encodeURIComponent(number.toLowerCase().replaceAll('-', ' '))}`);
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `/verify/${number}`]);
    expect((await get(`/verify/${number.toLowerCase().replaceAll('-', '')}`)).body).toContain(number);
  });

  it('recognises a typing mistake and says so', async () => {
    const { number } = await aCertificate();
    const wrong = number.slice(0, -1) + (number.endsWith('2') ? '3' : '2');
    const typed = await get(`/verify?number=${wrong}`);
    expect([typed.statusCode, typed.body]).toEqual([400, expect.stringContaining('There is a typing mistake')]);
    expect(typed.body).toContain('<title>Error: ');
    expect((await get(`/verify/${wrong}`)).body).toContain('There is a typing mistake');
    expect((await get('/verify?number=')).body).toContain('Enter a certificate number');
    expect((await get('/verify?number=hello')).body).toContain('This is not a certificate number');
  });

  it('answers in JSON when asked, in every state', async () => {
    const one = await aCertificate('Gwen Davies');
    const at = `/verify/${one.number}`;
    expect(await json(at)).toMatchObject({ status: 200, state: 'valid', initials: 'G. D.', number: one.number });
    expect(await json(`${at}?k=${one.secret}`)).toMatchObject({ state: 'valid', holder: 'Gwen Davies' });
    const posted = await app.inject({
      method: 'POST',
      url: at,
      payload: `k=${one.secret}`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        origin: desk.config.SITE_ORIGIN,
      },
    });
    expect(CheckedJson.parse(posted.json())).toMatchObject({ state: 'valid', holder: 'Gwen Davies' });
    clock.set('2031-01-01T09:00:00Z');
    expect(await json(at)).toMatchObject({ state: 'expired' });
    clock.set('2026-11-22T14:59:00Z');
    const next = await certificates.register.replace(one.id, { by: certificates.officer, reason: 'Married' });
    const { number } = (await certificates.register.find(next))!;
    expect(await json(at)).toMatchObject({ state: 'replaced', replacedBy: number });
    await revoke(next, 'Not to be published');
    const revoked = await get(`/verify/${number}`, { accept: 'application/json' });
    expect(revoked.json()).toMatchObject({ state: 'revoked', revokedOn: '22 November 2026' });
    expect(revoked.body).not.toContain('published');
    expect(await json('/verify/nonsense')).toEqual({ status: 400, state: 'malformed' });
  });

  it('gives unknown numbers one answer, whatever else is sent', async () => {
    const { makeCertificateNumber } = await import('@induct/accreditation');
    const unknown = makeCertificateNumber('NMC', 2026, (length) => new Uint8Array(length).fill(3));
    expect(await json(`/verify/${unknown}`)).toEqual({ status: 404, state: 'not-found' });
    expect(await json(`/verify/${unknown}?k=AbCdEfGhIjKlMnOpQrStUv`)).toEqual({ status: 404, state: 'not-found' });
  });

  it('compares the fingerprint of a PDF, and keeps nothing of it', async () => {
    const pdf = `%PDF-1.4 the very certificate`;
    const { number } = await aCertificate('Owain Parry', { pdf });
    const before = await desk.database.source.query('select count(*)::int from certificate');
    const same = await postFile(pdf);
    expect(same.statusCode).toBe(303);
    const answer = await get(same.headers.location!);
    expect(answer.body).toContain('The file is unchanged');
    expect(answer.body).toContain('Owain Parry');
    expect(answer.body).toContain(number);
    const changed = await postFile(`${pdf}.`);
    const refused = await get(changed.headers.location!);
    expect([refused.statusCode, refused.body]).toEqual([
      404,
      expect.stringContaining('This file is not one of our certificates'),
    ]);
    expect(await desk.database.source.query('select count(*)::int from certificate')).toEqual(before);
  });

  it('says that a changed PDF is not what was issued, and leads to what was', async () => {
    const { number } = await aCertificate('Nia Pugh');
    const xmp = `<dc:identifier>${number}</dc:identifier>`;
    const changed = await postFile(
      Buffer.concat([Buffer.from(`%PDF-1.4`), Buffer.alloc(70_000, 32), Buffer.from(xmp)]),
    );
    const { statusCode, body } = await get(changed.headers.location!);
    expect([statusCode, body]).toEqual([404, expect.stringContaining('This is not what was issued')]);
    expect(body).toContain(`href="/verify/${number}"`);
    expect(body).not.toContain('Pugh');
    const nobodys = await postFile(`%PDF-1.4 <dc:identifier>NMC-2026-77777-77777-7</dc:identifier>`);
    expect((await get(nobodys.headers.location!)).body).toContain('This file is not one of our certificates');
  });

  it('says what is wrong with a file', async () => {
    const { body } = await postFile('');
    expect(body).toContain('Choose a PDF');
    expect(body).toContain('<title>Error: Check a certificate – ');
    expect((await postFile('hello')).body).toContain('The file must be a PDF');
    const large = await postFile(Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(10 * 1024 * 1024)]));
    expect(large.body).toContain('The file must be smaller than 10 MB');
    expect((await get('/verify/file/nothing')).statusCode).toBe(404);
  });

  it('grows slow with those who try numbers out', async () => {
    const replies = [];
    // Another address in every header helps nobody: no proxy is configured.
    for (let i = 0; i < 130; i++) {
      const headers = { accept: 'text/html', 'x-forwarded-for': `192.0.2.${i}` };
      replies.push((await app.inject({ url: '/verify/x', remoteAddress: '198.51.100.7', headers })).statusCode);
    }
    expect(replies.filter((status) => status === 429).length).toBeGreaterThan(5);
    expect((await get('/verify')).statusCode).toBe(200);
  });
});
