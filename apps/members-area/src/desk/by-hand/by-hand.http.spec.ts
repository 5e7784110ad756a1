import { Desk } from '../../../../../test/support/given-desk';

const TYPED = {
  'achieved-day': '18',
  'achieved-month': '5',
  'achieved-year': '2026',
  shown: 'The county’s <course>, with its test',
  reason: 'It was before Induct. The paper is in the office.',
};
const PDF = '%PDF-1.7 the county’s certificate';
const SCHEME = '0195c0de-0000-7000-8000-000000000001';

let desk: Desk;
let holder: string;
let second: string;
beforeAll(async () => {
  desk = await Desk.open({ DEMO: 'true' });
  holder = await desk.given.aPerson({ name: 'Ann <Baker>' });
  second = await desk.given.aPerson({ name: 'Oscar Second', roles: ['officer'] });
});
afterAll(() => desk?.close());

describe('a certificate by hand', () => {
  it('is proposed for somebody who is found by name', async () => {
    expect((await desk.get('officer', '/admin/by-hand')).text).toContain('None waits for a second officer.');
    expect((await desk.get('officer', '/admin/by-hand/new?q=nobody')).text).toContain('Nobody is called that.');
    const found = await desk.get('officer', '/admin/by-hand/new?q=baker');
    expect(found.body).toContain(`href="/admin/by-hand/new?person=${holder}"`);
    expect((await desk.get('officer', `/admin/members/${holder}`)).body).toContain(
      `/admin/by-hand/new?person=${holder}`,
    );
    const form = await desk.get('officer', `/admin/by-hand/new?person=${holder}`);
    expect(form.body).toContain('Ann &lt;Baker&gt;');
    expect(form.text).toContain('In effect since 1 January 2025');
  });

  it.each([
    [
      'nothing',
      { 'achieved-day': '', 'achieved-month': '', 'achieved-year': '', shown: '', reason: '' },
      'Enter the day',
    ],
    ['tomorrow', { 'achieved-year': '2099' }, 'must be today or in the past'],
    [
      'a day before the scheme',
      { 'achieved-year': '2019' },
      'The scheme was not in effect on that day. Enter another day, or choose another scheme.',
    ],
    ['two lines', { shown: 'One line\nand another' }, 'must be on one line'],
  ])('that holds %s is shown again with what was typed', async (_, wrong, says) => {
    const again = await desk.post('officer', '/admin/by-hand/new', {
      person: holder,
      scheme: SCHEME,
      ...TYPED,
      ...wrong,
    });
    expect([again.status, again.text.includes(says)]).toEqual([400, true]);
    expect(again.body).toContain({ ...TYPED, ...wrong }.reason);
  });

  it('is for nobody who asks for it themselves', async () => {
    const own = await desk.post('officer', '/admin/by-hand/new', {
      person: await desk.who('officer'),
      scheme: SCHEME,
      ...TYPED,
    });
    expect([own.status, own.text.includes('Nobody issues a certificate to themselves')]).toEqual([400, true]);
    expect((await desk.post('officer', '/admin/by-hand/new', { person: 'x', scheme: SCHEME, ...TYPED })).status).toBe(
      404,
    );
  });

  it('waits for a second officer, and says what it is when it is issued', async () => {
    const sent = await desk.post('officer', '/admin/by-hand/new', { person: holder, scheme: SCHEME, ...TYPED });
    expect(sent.headers.location).toBe('/admin/by-hand?done=proposed');
    const list = await desk.get('officer', String(sent.headers.location));
    expect(list.text).toContain('You proposed it: a second officer decides.');
    expect((await desk.get('officer', '/admin')).text).toContain('1 certificate by hand waits for a second officer');
    const href = /href="(\/admin\/by-hand\/[0-9a-f-]{36})"/.exec(list.body)![1]!;
    expect((await desk.get('officer', href)).text).toContain('Withdraw the proposal');
    expect((await desk.post('officer', href, { decision: 'issue' })).status).toBe(403);
    expect((await desk.getAs(second, href)).text).toContain('Do you want to issue this certificate?');
    expect((await desk.postAs(second, href, {})).status).toBe(400);
    const issued = await desk.postAs(second, href, { decision: 'issue' });
    expect((await desk.getAs(second, String(issued.headers.location))).text).toContain('The certificate is issued.');
    expect((await desk.postAs(second, href, { decision: 'issue' })).status).toBe(409);
    const { text, body } = await desk.getAs(second, href);
    expect(text).toContain('Oscar Second confirmed it at 14:32 on 22 November 2026.');
    const number = /\/admin\/certificates\/([A-Z0-9-]+)"/.exec(body)![1]!;
    const certificate = await desk.get('officer', `/admin/certificates/${number}`);
    expect(certificate.text).toContain('By hand, by decision of two officers');
    expect(certificate.text).toContain('Issued by hand by Oscar Second It was before Induct.');
    expect(certificate.text).not.toContain('Issued when the last module');
    const stranger = await desk.getAs(undefined, `/verify/${number}`);
    expect(stranger.text).toContain('Core skills, Edition 1, issued by hand by decision of two officers');
    expect(stranger.text).not.toContain('in the office');
    expect((await desk.getAs(holder, '/certificates')).text).toContain(
      'It was issued by hand by decision of two officers.',
    );
  });

  it('carries what the officer saw: by what it holds, for officers only, as a download that is on record', async () => {
    const person = await desk.given.aPerson({ name: 'Bea Paper' });
    const officer = await desk.who('officer');
    const send = (text: string) => {
      const file = { field: 'file', name: 'a.pdf', type: 'application/pdf', content: Buffer.from(text) };
      return desk.sendFile(officer, '/admin/by-hand/new', file, { person, scheme: SCHEME, ...TYPED });
    };
    const wrong = await send('<svg>');
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('The file must be a PDF, a PNG or a JPEG, of 10 MB at most');
    expect(wrong.body).toContain('Please choose it again: a page cannot keep a file.');
    expect(wrong.body).toContain(TYPED.reason);
    expect((await send(PDF)).headers.location).toBe('/admin/by-hand?done=proposed');
    const [, href] = /href="(\/admin\/by-hand\/[0-9a-f-]{36})"/.exec(
      (await desk.get('officer', '/admin/by-hand')).body,
    )!;
    expect((await desk.getAs(second, href!)).body).toContain(`href="${href}/file"`);
    const file = await desk.getAs(second, `${href}/file`);
    expect([file.status, file.body]).toEqual([200, PDF]);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="By hand.pdf"',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'by-hand.file-taken', actor: second });
    for (const reader of [person, await desk.who('auditor')])
      expect((await desk.getAs(reader, `${href}/file`)).status).toBe(403);
    expect((await desk.getAs(second, `/admin/by-hand/${person}/file`)).status).toBe(404);
    await desk.postAs(second, href!, { decision: 'drop' });
  });

  it.each(['member', 'tester', 'administrator', 'auditor'] as const)('is none of a %s', async (role) => {
    for (const path of ['', '/new', `/${holder}`])
      expect((await desk.get(role, `/admin/by-hand${path}`)).status).toBe(403);
    for (const path of ['/new', `/${holder}`])
      expect((await desk.post(role, `/admin/by-hand${path}`, { person: holder })).status).toBe(403);
    expect((await desk.get('officer', `/admin/by-hand/${holder}`)).status).toBe(404);
  });
});
