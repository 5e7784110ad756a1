import { createCanvas } from '@napi-rs/canvas';
import { Desk, multipartForm } from '../../../../../test/support/given-desk';

const PNG = createCanvas(12, 10).toBuffer('image/png');
const from = (day: string, month: string, year: string) => ({
  'from-day': day,
  'from-month': month,
  'from-year': year,
});
const ELLISON = {
  name: 'Margaret Ellison',
  office: 'Chair',
  officeCy: 'Cadeirydd',
  place: '1',
  ...from('1', '11', '2026'),
};
const ARMS = { alt: 'Arms of Northmoor', altCy: '', ...from('1', '12', '2026') };

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

async function send(personId: string, url: string, fields: Record<string, string>, content: Buffer = Buffer.alloc(0)) {
  const { payload, boundary } = multipartForm({ name: content.length > 0 ? 'a.png' : '', content }, fields);
  const headers = {
    accept: 'text/html',
    cookie: `induct=${await desk.signIn(personId)}`,
    origin: desk.config.SITE_ORIGIN,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const { statusCode, headers: sent, body } = await desk.app.inject({ method: 'POST', url, headers, payload });
  return { status: statusCode, location: sent.location, body };
}

describe('who signs certificates', () => {
  it('is added with a picture of the signature, corrected, given an end, and then stands among those before', async () => {
    const officer = await desk.who('officer');
    expect((await desk.get('officer', '/admin/signatories')).text).toContain('Nobody: certificates have two lines');
    expect((await desk.get('officer', '/admin/certificates')).body).toContain('href="/admin/signatories"');
    const wrong = await send(officer, '/admin/signatories/new', { ...ELLISON, office: '', 'from-day': '' });
    expect([wrong.status, wrong.body.includes('value="Margaret Ellison"')]).toEqual([400, true]);
    expect(wrong.body).toContain('Enter the office');
    expect(wrong.body).toContain('Please choose it again');
    const svg = await send(officer, '/admin/signatories/new', ELLISON, Buffer.from('<svg xmlns="x"/>'));
    expect([svg.status, svg.body.includes('must be a PNG or a JPEG')]).toEqual([400, true]);
    const added = await send(officer, '/admin/signatories/new', ELLISON, PNG);
    expect([added.status, added.location]).toEqual([303, '/admin/signatories?done=added']);
    const taken = await send(officer, '/admin/signatories/new', { ...ELLISON, name: 'Another' });
    expect([taken.status, taken.body.includes('Somebody signs in this place')]).toEqual([400, true]);
    const list = await desk.get('officer', '/admin/signatories');
    expect(list.text).toContain('Office in Welsh Cadeirydd');
    const picture = /src="(\/admin\/pictures\/[0-9a-f]{64})" alt="Signature of Margaret Ellison"/.exec(list.body)![1]!;
    const shown = await desk.get('administrator', picture);
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/png']);
    expect(shown.headers['content-security-policy']).toContain('sandbox');
    for (const role of ['member', 'tester', 'auditor', 'champion'] as const)
      expect((await desk.get(role, picture)).status).toBe(403);
    const correct = /href="(\/admin\/signatories\/[0-9a-f-]{36}\/correct)"/.exec(list.body)![1]!;
    expect((await desk.get('officer', correct)).body).toContain('value="Cadeirydd"');
    const corrected = await send(officer, correct, { ...ELLISON, name: 'Margaret Ellison MBE' });
    expect(corrected.location).toBe('/admin/signatories?done=corrected');
    const after = await desk.get('officer', '/admin/signatories');
    expect(after.body).toContain(picture);
    expect(after.text).toContain('Margaret Ellison MBE');
    expect((await desk.get('officer', correct)).status).toBe(404);
    const end = /href="(\/admin\/signatories\/[0-9a-f-]{36}\/end)"/.exec(after.body)![1]!;
    const day = (date: string, month: string) => ({ 'last-day': date, 'last-month': month, 'last-year': '2026' });
    const early = await desk.post('officer', end, day('31', '10'));
    expect([early.status, early.text.includes('must not be before')]).toEqual([400, true]);
    expect((await desk.post('officer', end, day('21', '11'))).headers.location).toBe('/admin/signatories?done=ended');
    const { text } = await desk.get('officer', '/admin/signatories');
    expect(text).toContain('Nobody: certificates have two lines');
    expect(text).toContain('from 1 November 2026 to 21 November 2026');
    expect((await desk.get('officer', '/admin/signatories/x/end')).status).toBe(404);
    expect((await desk.get('officer', `/admin/pictures/${'0'.repeat(64)}`)).status).toBe(404);
  });
});

describe('the council’s arms', () => {
  it('are proposed by an officer and confirmed by another person, an administrator too', async () => {
    const officer = await desk.who('officer');
    await desk.who('administrator');
    expect((await desk.get('officer', '/admin/council-mark')).text).toContain('There is none');
    const wrong = await send(officer, '/admin/council-mark/new', { ...ARMS, alt: '', ...from('21', '11', '2026') });
    expect(wrong.status).toBe(400);
    for (const words of ['Choose the picture', 'Say what the picture shows']) expect(wrong.body).toContain(words);
    const past = await send(officer, '/admin/council-mark/new', { ...ARMS, ...from('21', '11', '2026') }, PNG);
    expect([past.status, past.body.includes('must be today or later')]).toEqual([400, true]);
    const sent = await send(officer, '/admin/council-mark/new', ARMS, PNG);
    expect(sent.location).toBe('/admin/council-mark?done=waiting');
    const mine = await desk.get('officer', '/admin/council-mark');
    expect(mine.text).toContain('You proposed it: withdraw it');
    const page = /href="(\/admin\/council-mark\/[0-9a-f-]{36})"/.exec(mine.body)![1]!;
    expect((await desk.get('officer', page)).text).toContain('has to confirm it');
    expect((await desk.get('administrator', '/admin')).text).toContain('Arms or a logo for certificates wait');
    expect((await desk.post('officer', page, { decision: 'confirm' })).status).toBe(403);
    expect((await send(officer, '/admin/council-mark/new', ARMS, PNG)).body).toContain('waits for a second person');
    expect((await desk.post('administrator', page, {})).text).toContain('Choose yes if it is the council’s');
    const done = await desk.post('administrator', page, { decision: 'confirm' });
    const { text, body } = await desk.get('administrator', String(done.headers.location));
    expect(text).toContain('It is confirmed');
    expect(text).toContain('To come');
    expect(text).toContain('Confirmed by Adam Administrator');
    expect(body).toContain('alt="Arms of Northmoor"');
    expect(body).not.toContain('/admin/council-mark/new');
    expect((await desk.post('administrator', page, { decision: 'confirm' })).status).toBe(409);
    expect((await desk.get('officer', '/admin/council-mark/x')).status).toBe(404);
  });

  it('and who signs are looked after by the desk only', async () => {
    for (const role of ['member', 'tester', 'auditor', 'champion'] as const)
      for (const path of ['signatories', 'signatories/new', 'council-mark', 'council-mark/new'])
        expect([role, path, (await desk.get(role, `/admin/${path}`)).status]).toEqual([role, path, 403]);
    const read = await desk.get('administrator', '/admin/signatories');
    expect([read.status, read.text]).toEqual([200, expect.stringContaining('An officer adds, corrects and ends them')]);
    expect(read.body).not.toMatch(/\/admin\/signatories\/(new|[0-9a-f-]{36})/);
    expect((await desk.get('administrator', '/admin/signatories/new')).status).toBe(403);
    expect((await send(await desk.who('administrator'), '/admin/signatories/new', ELLISON, PNG)).status).toBe(403);
    expect((await desk.get('administrator', '/admin/council-mark/new')).status).toBe(403);
    expect((await send(await desk.who('administrator'), '/admin/council-mark/new', ARMS, PNG)).status).toBe(403);
  });
});
