import { LibraryReading } from '@induct/handbook';
import { FixedDates } from '@induct/events';
import { CouncilContacts, NO_CONTACT } from '@induct/people';
import type { Desk } from '../../../../../test/support/given-desk';
import { DESK, FIELDS, LibraryDesk, PDF } from '../../../../../test/support/library-desk';

const HTML = Buffer.from('<!doctype html><title>T</title><script>alert(1)</script>');

let library: LibraryDesk;
let desk: Desk;
let officer = '';
const send: LibraryDesk['send'] = (...form) => library.send(...form);
const put: LibraryDesk['put'] = (...file) => library.put(...file);
const added: LibraryDesk['added'] = (fields) => library.added(fields);
const published: LibraryDesk['published'] = (fields) => library.published(fields);

beforeAll(async () => {
  library = await LibraryDesk.open();
  ({ desk, officer } = library);
});
afterAll(() => library?.desk.close());

it('says when there is nothing', async () => {
  expect((await desk.get('officer', DESK)).text).toContain('There is nothing in the library yet');
  expect((await desk.get('member', '/library')).text).toContain('There is nothing in the library yet');
  expect((await desk.get(undefined, '/candidates/library')).text).toContain('There is nothing in the library yet');
  expect((await desk.get('officer', `${DESK}/reviews`)).text).toContain('Nothing is due within 60 days');
});

it.each([
  [{ kind: '' }, 'kind', 'Choose what it is'],
  [{ title: ' ' }, 'title', 'Enter what it is called'],
  [{ topic: '' }, 'topic', 'Choose a topic'],
  [{ audience: 'x' }, 'audience', 'Choose who may read it'],
  [{ owner: '' }, 'owner', 'Enter who looks after it'],
  [{ 'review-day': '' }, 'review-day', 'The day of the next review must include a day'],
  [{ 'ends-day': '31', 'ends-month': '2', 'ends-year': '2027' }, 'ends-day', 'The last day must be a real date'],
  [{ kind: 'link' }, 'url', 'Enter the address of the website'],
  [{ url: 'javascript:alert(1)' }, 'url', 'The address must begin with https://'],
  [{ url: 'https://name:word@host.example/' }, 'url', 'The address must hold no name and no password'],
  [{ kind: 'film', url: 'https://films.example/' }, 'url', 'The address must be one of YouTube'],
  [{ about: 'x'.repeat(1501) }, 'about', 'must be 1,500 characters or fewer'],
])('says at the field what is wrong, and keeps what was typed: %j', async (change, field, says) => {
  const { status, text, body } = await send(DESK, { ...FIELDS, ...(change as Record<string, string>) });
  expect([status, text]).toEqual([400, expect.stringContaining(says)]);
  expect(body).toContain(`href="#${field}"`);
  expect(body).toContain('>What members promise</textarea>'.slice(0, field === 'about' ? 0 : undefined));
});

describe('a document', () => {
  let id = '';
  const page = (role: 'officer' | 'member', to = '') =>
    desk.get(role, (role === 'officer' ? DESK : '/library') + `/${id}${to}`);
  beforeAll(async () => (id = await added()));

  it('is a draft, which nobody is shown, until it has its file', async () => {
    expect((await page('officer')).text).toContain('Before it can be published Add its file');
    expect((await page('member')).status).toBe(404);
    expect((await send(`${DESK}/${id}/publish`, { seen: '1' })).status).toBe(422);
  });

  it.each([
    ['a.exe', Buffer.from('MZ'), 'The file must be a PDF'],
    ['', Buffer.alloc(0), 'Choose a file'],
    ['a.docx', Buffer.from('PK\x03\x04word/document.xml word/vbaProject.bin', 'latin1'), 'The file holds macros'],
  ])('takes no file that it cannot be: %s', async (name, content, says) => {
    const { status, text, body } = await put(id, content, name, { seen: '1', accessible: 'yes' });
    expect([status, text]).toEqual([400, expect.stringContaining(says)]);
    expect(body).toContain('href="#file"');
  });

  it('is published with its file, and says how to ask for another format', async () => {
    await desk.app.get(CouncilContacts, { strict: false }).set({ ...NO_CONTACT, telephone: '01632 960 114' }, officer);
    const given = await put(id, PDF, 'C:\\final (2).pdf', { seen: '1' });
    expect([given.status, given.headers['location']]).toEqual([303, `${DESK}/${id}?done=file`]);
    expect((await page('officer', '?done=file')).text).toContain('The file is saved.');
    expect((await page('officer')).text).toContain('final (2).pdf');
    await send(`${DESK}/${id}/publish`, { seen: '2' });
    const { text, body } = await page('member');
    expect(text).toContain('There is only a PDF, which not everybody can use');
    expect(text).toContain('Telephone 01632 960 114');
    expect(body).toContain('Code &lt;of&gt; conduct');
    expect((await desk.get('member', '/library')).text).toMatch(
      /New or changed.*Conduct and interests.*Document.*PDF.*, 19 bytes/,
    );
  });

  it('is downloaded under its title, whole or in part, and never opened on our pages', async () => {
    const { status, headers, body } = await page('member', '/pdf');
    expect([status, body]).toEqual([200, PDF.toString()]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '19',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    });
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Code of conduct.pdf"; filename*=UTF-8''Code%20of%20conduct.pdf`,
    );
    expect(headers['content-security-policy']).toContain('sandbox');
    const cookie = await desk.cookie('member');
    const part = async (range: string, ifRange?: string) => {
      const asked = { cookie, range, ...(ifRange && { 'if-range': ifRange }) };
      const answer = await desk.app.inject({ url: `/library/${id}/pdf`, headers: asked });
      return [answer.statusCode, answer.headers['content-range'], answer.body];
    };
    expect(await part('bytes=0-3')).toEqual([206, 'bytes 0-3/19', '%PDF']);
    expect(await part('bytes=-2')).toEqual([206, 'bytes 17-18/19', '89']);
    expect(await part('bytes=19-')).toEqual([416, 'bytes */19', '']);
    expect(await part('bytes=0-3', '"other"')).toEqual([200, undefined, PDF.toString()]);
  });

  it('marks the accessible format, shows it without running anything, and leads old links to the newest', async () => {
    const { headers } = await put(id, HTML, 'a.html', { seen: '3', accessible: 'yes' });
    expect(headers['location']).toBe(`${DESK}/${id}?done=file`);
    const { text } = await page('member');
    expect(text).toMatch(/Web page : Code.* Accessible/);
    expect(text).not.toContain('There is only a PDF');
    const web = await page('member', '/html');
    expect(web.headers['content-disposition']).toContain('inline');
    expect(web.headers['content-security-policy']).toMatch(/default-src 'none';.*sandbox allow-popups/);
    expect(web.headers['content-security-policy']).not.toContain('script-src');
    await send(`${DESK}/${id}/files/remove`, { seen: '4', format: 'pdf' });
    const old = await page('member', '/pdf');
    expect([old.status, old.headers['location']]).toEqual([302, `/library/${id}`]);
    expect((await page('officer', '/versions/3/pdf')).body).toBe(PDF.toString());
    expect((await page('officer', '/versions/5/pdf')).status).toBe(404);
    expect((await desk.get('member', `${DESK}/${id}/versions/3/pdf`)).status).toBe(403);
  });

  it('keeps what two people typed at once, and shows both', async () => {
    const second = await desk.given.aPerson({ name: 'Sam Second', roles: ['officer'] });
    expect((await page('officer', '/edit')).body).toContain('name="seen" value="5"');
    await desk.postAs(second, `${DESK}/${id}`, { ...FIELDS, title: 'Theirs', seen: '5' });
    const late = await send(`${DESK}/${id}`, { ...FIELDS, title: 'Mine', seen: '5' });
    expect(late.status).toBe(400);
    expect(late.text).toContain('Sam Second saved another version');
    expect(late.text).toMatch(/Title Theirs: Theirs Yours: Mine/);
    expect(late.body).toContain('value="Mine"');
    expect(late.body).toContain('name="seen" value="6"');
    expect((await send(`${DESK}/${id}`, { ...FIELDS, title: 'Mine', seen: '6' })).status).toBe(303);
    expect((await page('member')).text).toContain('Mine');
  });

  it('is reviewed in one press', async () => {
    desk.clock.set('2027-11-20T09:00:00Z');
    const list = await desk.get('officer', `${DESK}/reviews`);
    expect(list.text).toContain('Due soon By 1 December 2027. Looked after by: Monitoring officer');
    expect(list.text).toContain('Reviewed, next on 20 November 2028');
    expect((await desk.get('officer', '/admin')).text).toContain('1 resource of the library is to be reviewed');
    const next = { 'next-day': '20', 'next-month': '11', 'next-year': '2028' };
    const early = await send(`${DESK}/${id}/review`, { seen: '7', ...next, 'next-year': '2027' });
    expect([early.status, early.body]).toEqual([400, expect.stringContaining('href="#next-day"')]);
    const { headers } = await send(`${DESK}/${id}/review`, { seen: '7', from: 'reviews', ...next });
    expect(headers['location']).toBe(`${DESK}/reviews?done=reviewed`);
    expect((await desk.get('officer', `${DESK}/reviews?done=reviewed`)).text).toMatch(
      /The review is recorded.*Nothing is due/,
    );
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'resource.reviewed', actor: officer, subject: id });
    desk.clock.set('2026-11-22T14:32:00Z');
  });

  it('is withdrawn with a reason, which whoever follows a link reads', async () => {
    expect((await send(`${DESK}/${id}/withdraw`, { seen: '7', because: '' })).text).toContain(
      'Enter why it is withdrawn',
    );
    await send(`${DESK}/${id}/withdraw`, { seen: '7', because: 'The new code is out' });
    expect((await page('member')).text).toMatch(/This was withdrawn on .*The new code is out/);
    expect((await page('member', '/html')).status).toBe(404);
    expect((await page('officer')).text).toContain('Publish it again');
  });
});

it('tells members of a link that has not worked for three days, and officers of each', async () => {
  const links = [{ title: 'Expenses', url: 'https://expenses.example/' }];
  await desk.app.get(CouncilContacts, { strict: false }).set({ ...NO_CONTACT, links }, officer);
  const id = await added({ kind: 'link', url: 'https://gone.example/a' });
  await send(`${DESK}/${id}/publish`, { seen: '1' });
  const fails = (url: string, since: string) =>
    desk.database.source.query(
      `insert into link_check (url, checked_at, next_at, outcome, why, status, failing_since)
       values ($1, '2026-11-21', '2026-11-22', 'fails', 'status', 404, $2)
       on conflict (url) do update set failing_since = excluded.failing_since`,
      [url, since],
    );
  await fails('https://gone.example/a', '2026-11-20');
  expect((await desk.get('member', `/library/${id}`)).text).not.toContain('did not work');
  expect((await desk.get('officer', `${DESK}/links`)).text).toMatch(/Fails It fails since 20 November 2026/);
  await fails('https://gone.example/a', '2026-11-18');
  await fails('https://expenses.example/', '2026-11-18');
  const says = 'This link did not work on 21 November 2026';
  for (const path of [`/library/${id}`, '/library?kind=link'])
    expect((await desk.get('member', path)).text).toContain(says);
  expect((await desk.get('member', '/library')).text).toContain(`Expenses ${says}`);
  const desks = await Promise.all([`/${id}`, '/links', ''].map((to) => desk.get('officer', DESK + to)));
  expect(desks[0]!.text).toContain('the server answered 404, last on 21 November 2026. Members are told');
  expect(desks[1]!.text).toMatch(/Expenses Contact and links/);
  expect(desks[2]!.text).toContain('1 link is broken');
  expect((await desk.get('officer', '/admin')).text).toContain('1 link in the library does not work any more');
});

it('says before a poll that the public is shown changes after it', async () => {
  const id = await published({ audience: 'public', title: 'For candidates' });
  const dates = desk.app.get(FixedDates, { strict: false });
  await dates.add({ on: '2027-05-06', kind: 'poll', title: 'Everybody' }, officer);
  desk.clock.set('2027-04-20T09:00:00Z');
  for (const path of [`${DESK}/${id}`, `${DESK}/${id}/edit`, `${DESK}/${id}/withdraw`, `${DESK}/${id}/files/new`])
    expect((await desk.get('officer', path)).text).toContain('A poll is on 6 May 2027');
  await send(`${DESK}/${id}`, { ...FIELDS, kind: 'how_to', body: 'B', audience: 'public', title: 'New', seen: '2' });
  const { text } = await desk.get(undefined, '/candidates/library');
  expect(text).toContain('For candidates');
  expect(text).toContain('Until the poll on 6 May 2027');
  expect((await desk.get('member', `/library/${id}`)).text).toContain('New');
  expect(await desk.app.get(LibraryReading, { strict: false }).freeze()).not.toBeNull();
  desk.clock.set('2026-11-22T14:32:00Z');
});

it('answers what no form of ours sends', async () => {
  const id = await published();
  const odd = [{}, { seen: 'x' }, { seen: ['1', '2'] }, { seen: '9'.repeat(40) }, { seen: '2', title: ['a', 'b'] }];
  for (const fields of odd)
    for (const to of ['', '/publish', '/review', '/withdraw', '/files', '/files/remove'])
      expect([to, (await send(`${DESK}/${id}${to}`, fields as Record<string, string>)).status < 500]).toEqual([
        to,
        true,
      ]);
  for (const to of ['/x', `/${officer}`, '/x/edit', '/x/files/new', `/${id}/versions/x/pdf`, `/${id}/versions/1/exe`])
    expect((await desk.get('officer', DESK + to)).status).toBe(404);
  for (const to of ['/x', `/${officer}`, `/${id}/exe`, `/${id}/film`, '/x/pdf'])
    expect((await desk.get('member', `/library${to}`)).status).toBe(404);
});

it.each(['member', 'tester', 'administrator', 'auditor', 'champion'] as const)('is no desk for a %s', async (role) => {
  const id = officer;
  for (const path of ['', '/new', '/reviews', '/links', `/${id}`, `/${id}/edit`, `/${id}/files/new`])
    expect((await desk.get(role, DESK + path)).status).toBe(403);
  for (const path of ['', `/${id}/publish`, `/${id}/review`, `/${id}/files/remove`])
    expect((await desk.post(role, DESK + path, { seen: '1' })).status).toBe(403);
});
