import { Programme, type SessionPlan } from '@induct/events';
import { FileStore } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';
import { anEvent } from '../../../../../test/support/given-programme';

let desk: Desk;
let [officer, tester, eventId] = ['', '', ''];
const LINK = 'https://meet.northmoor.example/secret';
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const day = (name: string, typed: string) => {
  const [d, m, y] = typed.split(' ');
  return { [`${name}-day`]: d!, [`${name}-month`]: m!, [`${name}-year`]: y! };
};
const plan = (on: string, more: Partial<SessionPlan> = {}): SessionPlan => ({
  eventId,
  place: 'County Hall',
  onlineUrl: LINK,
  districts: [],
  note: 'A secret note',
  parts: [{ on, from: '09:30', to: '12:30', topics: [] }],
  pools: [],
  ...more,
});
const AT = '/admin/versions/2027-28';
const FILES = ['pdf', 'ics', 'csv', 'json'];

beforeAll(async () => {
  desk = await Desk.open({ WELSH: 'true' });
  desk.clock.set('2026-12-01T10:00:00Z');
  officer = await desk.who('officer');
  tester = await desk.given.aPerson({ name: 'Tess Tester', roles: ['tester'] });
  const programme = of(Programme);
  eventId = await programme.addEvent(
    anEvent('Chairing & <listening>', {
      about: 'Order, in the room',
      facilitator: 'Vera Voice',
      officers: 'Oscar Officer',
      mandatory: true,
      note: 'A secret note',
      outcomes: ['End on time'],
    }),
    officer,
  );
  await programme.addSession(plan('2027-06-07'), 'confirmed', officer);
  await programme.addSession(plan('2027-07-01', { onlineUrl: null }), 'provisional', officer);
  await programme.addSession(plan('2027-08-02', { eventId: null }), 'hold', officer);
});
afterAll(() => desk?.close());

it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
  for (const path of ['', '/new', '/2027-28', '/2027-28/edit', '/2027-28/1', '/2027-28/1/decision'])
    expect((await desk.get(role, `/admin/versions${path}`)).status).toBe(403);
  for (const path of ['/new', '/2027-28/versions', '/2027-28/1/publish', '/2027-28/1/decision'])
    expect((await desk.post(role, `/admin/versions${path}`, {})).status).toBe(403);
});

it('is added with its days, and asks again for what is wrong', async () => {
  expect((await desk.get('officer', '/admin/versions')).text).toContain('There is no programme yet');
  const title = 'Members’ induction 2027–28';
  const wrong = await desk.post('officer', '/admin/versions/new', {
    title,
    ...day('firstDay', '1 5 2027'),
    ...day('lastDay', '30 4 2027'),
  });
  expect([wrong.status, wrong.body.includes(title)]).toEqual([400, true]);
  expect(wrong.text).toContain('The last day must not be before the first');
  const sent = { title, ...day('firstDay', '1 5 2027'), ...day('lastDay', '30 4 2028') };
  const { headers } = await desk.post('officer', '/admin/versions/new', sent);
  expect(headers['location']).toBe(`${AT}?done=added`);
  const changed = await desk.post('officer', `${AT}/edit`, { ...sent, title: `${title}, all of it` });
  expect(changed.headers['location']).toBe(`${AT}?done=changed`);
  expect((await desk.get('officer', `${AT}/edit`)).body).toContain(`${title}, all of it`);
});

it('is a version that is made, proposed, decided and published, and only then is it public', async () => {
  const made = await desk.post('officer', `${AT}/versions`, {});
  expect(made.headers['location']).toBe(`${AT}/1?done=frozen`);
  expect((await desk.get('tester', '/testing/programme/2027-28/1')).status).toBe(404);
  expect((await desk.post('officer', `${AT}/1/publish`, {})).status).toBe(409);
  expect((await desk.get('officer', `${AT}/1/decision`)).status).toBe(409);
  await desk.post('officer', `${AT}/1/propose`, {});
  expect((await desk.get('tester', '/testing/programme')).text).toContain('Please read it before the meeting');
  const none = await desk.post('officer', `${AT}/1/decision`, {
    decision: 'approved',
    ...day('meetingOn', '2 12 2026'),
  });
  expect([none.status, none.text.includes('Enter the minute')]).toEqual([400, true]);
  const early = await desk.post('officer', `${AT}/1/decision`, {
    decision: 'approved',
    minute: 'Minute 7: agreed',
    ...day('meetingOn', '2 12 2026'),
  });
  expect([early.status, early.text.includes('must not lie in the future')]).toEqual([400, true]);
  const recorded = await desk.post('officer', `${AT}/1/decision`, {
    decision: 'approved',
    minute: 'Minute 7: agreed',
    ...day('meetingOn', '30 11 2026'),
  });
  expect(recorded.headers['location']).toBe(`${AT}/1?done=recorded`);
  const page = await desk.getAs(tester, '/testing/programme/2027-28/1');
  expect(page.text).toContain('Minute 7: agreed');
  const decision = /name="decision" value="([0-9a-f-]{36})"/.exec(page.body)![1]!;
  expect((await desk.get('champion', '/testing/programme/2027-28/1')).text).toContain('waits for a member of the');
  const confirm = '/testing/programme/2027-28/1/confirm';
  for (const role of ['officer', 'member', 'champion'] as const)
    expect((await desk.post(role, confirm, { decision })).status).toBe(403);
  expect((await desk.postAs(tester, confirm, { decision: 'nonsense' })).status).toBe(409);
  for (const path of ['', ...FILES.map((kind) => `.${kind}`)])
    expect((await desk.get(undefined, `/programmes/2027-28${path}`)).status).toBe(404);
  const confirmed = await desk.postAs(tester, confirm, { decision });
  expect(confirmed.headers['location']).toBe('/testing/programme/2027-28/1?done=confirmed');
  expect((await desk.get(undefined, '/programmes/2027-28')).status).toBe(404);
  expect((await desk.get(undefined, '/programmes')).text).toContain('No programme is published yet');
  await desk.post('officer', `${AT}/1/publish`, {});
  expect((await desk.get(undefined, '/programmes')).text).toMatch(
    /1 May 2027 to 30 April 2028 Version 1, published on/,
  );
  expect((await desk.get(undefined, '/programmes/2027-28')).status).toBe(200);
  expect(
    (await desk.audited()).map(({ action }) => action).filter((action) => action.startsWith('programme.')),
  ).toEqual([
    'programme.added',
    'programme.changed',
    'programme.frozen',
    'programme.proposed',
    'programme.decision-recorded',
    'programme.approved',
    'programme.published',
  ]);
});

it('is read by everybody without a link, a note, a name or a date kept free', async () => {
  const page = await desk.get(undefined, '/programmes/2027-28');
  expect(page.text).toMatch(
    /June 2027 .*Chairing & &lt;listening&gt;.*Monday 7 June 2027, 9.30am to 12.30pm.*July 2027 .*Provisional/,
  );
  const csv = await desk.get(undefined, '/programmes/2027-28.csv');
  const json = await desk.get(undefined, '/programmes/2027-28.json');
  const ics = await desk.get(undefined, '/programmes/2027-28.ics');
  expect(csv.body).toContain('2027-06-07,9.30am to 12.30pm,Chairing & <listening>,Training,confirmed');
  expect(JSON.parse(json.body).rows).toHaveLength(2);
  expect(ics.body).toContain('DTSTART;TZID=Europe/London:20270607T093000');
  for (const { body } of [page, csv, json, ics])
    expect(body).not.toMatch(/secret|Vera|Oscar|Minute 7|2027-08-02|20270802/);
});

it('is Welsh for whoever reads it, and a table is the same for every program', async () => {
  const inWelsh = async (path: string) =>
    (await desk.app.inject({ url: `/programmes/2027-28${path}`, headers: { cookie: 'induct-language=cy' } })).body;
  expect(await inWelsh('')).toMatch(/Mehefin 2027[^]*Hyfforddiant[^]*Dydd Llun 7 Mehefin 2027/);
  expect(await inWelsh('')).not.toMatch(/Version 1|Training|June/);
  expect((await inWelsh('.ics')).replaceAll('\r\n ', '')).toContain('LOCATION:County Hall\\, ac ar-lein');
  for (const path of ['.csv', '.json'])
    expect(await inWelsh(path)).toBe((await desk.get(undefined, `/programmes/2027-28${path}`)).body);
});

it.each(['ics', 'csv', 'json'])('is not sent again to whoever has it: %s', async (kind) => {
  const path = `/programmes/2027-28.${kind}`;
  const { headers, body } = await desk.get(undefined, path);
  expect(headers['cache-control']).toBe('public, no-cache');
  const again = await desk.app.inject({ url: path, headers: { 'if-none-match': String(headers['etag']) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await desk.get(undefined, path)).body).toBe(body);
});

it('is a PDF once it is printed', async () => {
  expect((await desk.get('officer', `${AT}/1`)).text).toContain('The PDF is being made');
  expect((await desk.get(undefined, '/programmes/2027-28.pdf')).status).toBe(404);
  const sha256 = await of(FileStore).put(Buffer.from('%PDF-1.7'));
  await desk.database.source.query(
    `update programme_paper set sha256 = decode($1, 'hex'), bytes = 8, made_at = now(), made_of = revision`,
    [sha256],
  );
  expect((await desk.get(undefined, '/programmes/2027-28')).text).toContain('Print it: PDF');
  for (const [who, path] of [
    [undefined, '/programmes/2027-28.pdf'],
    ['officer', `${AT}/1/programme.pdf`],
  ] as const) {
    const { status, headers, body } = await desk.get(who, path);
    expect([status, headers['content-type'], body]).toEqual([200, 'application/pdf', '%PDF-1.7']);
  }
});

it('is a PDF in Welsh beside it, as soon as that is printed', async () => {
  const print = (made: string, sha256: string | null) =>
    desk.database.source.query(
      `update programme_paper set made_of = ${made}, sha256 = coalesce(decode($1, 'hex'), sha256) where language = 'cy'`,
      [sha256],
    );
  await print('revision - 1', null);
  const { text } = await desk.get('officer', `${AT}/1`);
  expect(text).toContain('Download the PDF in English (8 bytes) Another PDF is being made.');
  expect((await desk.get('officer', `${AT}/1/programme.pdf?language=cy`)).status).toBe(404);
  await print('revision', await of(FileStore).put(Buffer.from('%PDF-cym')));
  expect((await desk.get('officer', `${AT}/1`)).text).toContain('(8 bytes) Download the PDF in Welsh (8 bytes)');
  const { body, headers } = await desk.get('officer', `${AT}/1/programme.pdf?language=cy`);
  expect([body, headers['content-disposition']]).toEqual([
    '%PDF-cym',
    'attachment; filename="programme-2027-28-version-1-cy.pdf"',
  ]);
});

it('says what is planned otherwise since it was approved, until the next takes its place', async () => {
  await of(Programme).addSession(plan('2027-09-09'), 'confirmed', officer);
  expect((await desk.get('officer', '/admin/versions')).text).toContain('1 change since approved');
  expect((await desk.get('officer', AT)).text).toContain('It is new: 9 September 2027, 9.30am to 12.30pm.');
  expect((await desk.get('officer', AT)).text).toContain('Make version 2 of what is planned now');
  await desk.post('officer', `${AT}/versions`, {});
  expect((await desk.post('officer', `${AT}/versions`, {})).status).toBe(409);
  await desk.post('officer', `${AT}/2/withdraw`, {});
  expect((await desk.get('officer', AT)).text).toContain('Make version 3');
  expect((await desk.get(undefined, '/programmes/2027-28')).text).toContain('Version 1');
});

it('goes to candidates of a poll, who are put down a line each', async () => {
  const at = `${AT}/candidates`;
  expect((await desk.get('member', at)).status).toBe(403);
  expect((await desk.get('officer', at)).text).toContain('Nobody gets it as long as no poll is set');
  const early = await desk.post('officer', `${at}/poll`, day('pollOn', '1 5 2025'));
  expect([early.status, early.text.includes('The poll must not lie in the past')]).toEqual([400, true]);
  await desk.post('officer', `${at}/poll`, day('pollOn', '6 5 2027'));
  expect((await desk.get('officer', at)).text).toMatch(
    /Nominations close 16:00 on 8 April 2027.*once nominations|once nominations.*16:00 on 8 April 2027/,
  );
  const wrong = await desk.post('officer', at, { candidates: 'Ann Baker, ann@example.org\r\nBob Cole' });
  expect([wrong.status, wrong.text.includes('Line 2: enter a name, a comma and an email address')]).toEqual([
    400,
    true,
  ]);
  expect(wrong.body).toContain('Ann Baker, ann@example.org');
  const sent = await desk.post('officer', at, {
    candidates: 'Ann Baker, ann@example.org\r\nBob Cole; bob@example.org',
  });
  expect(sent.headers['location']).toBe(`${at}?added=2`);
  const page = await desk.get('officer', `${at}?added=2`);
  expect(page.text).toMatch(/Ann Baker ann@example.org Will go after 16:00 on 8 April 2027/);
  const remove = /href="(\/admin\/versions\/2027-28\/candidates\/[0-9a-f-]{36}\/remove)"/.exec(page.body)![1]!;
  expect((await desk.get('officer', remove)).text).toContain('Ann Baker Remove a candidate');
  expect((await desk.post('tester', remove, {})).status).toBe(403);
  await desk.post('officer', remove, {});
  expect((await desk.get('officer', at)).text).not.toContain('Ann Baker');
  expect((await desk.get('officer', remove)).status).toBe(404);
});

it('is a programme that there is', async () => {
  for (const path of [
    '/admin/versions/2099',
    `${AT}/7`,
    `${AT}/x`,
    '/testing/programme/2099/1',
    '/testing/programme/2027-28/2',
  ])
    expect((await desk.get('officer', path)).status).toBe(404);
});
