import { randomUUID } from 'node:crypto';
import { CheckIns, PrintedSignInSheets, Programme } from '@induct/events';
import { FileStore, Transactions } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';
import { anEvent } from '../../../../../test/support/given-programme';

const PAGES = [
  'register',
  'register/sheet',
  'register/sign-in-sheet',
  'register/sign-in-sheet.pdf',
  'register/corrections',
  'code',
];

let desk: Desk;
let [session, base, officer, ann, bob] = ['', '', '', '', ''];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const tick = (personId: string, values: string[], seen = '--'): Record<string, string> => ({
  [`seen.${personId}`]: seen,
  ...Object.fromEntries(values.map((value, at) => [`tick.${personId}.${at + 1}`, value])),
});
const save = (fields: Record<string, string>, path = `${base}/register`) =>
  desk.post('officer', path, { act: 'save', ...fields });

beforeAll(async () => {
  desk = await Desk.open();
  desk.clock.set('2026-11-22T09:10:00Z');
  officer = await desk.who('officer');
  ann = await desk.given.aPerson({ name: 'Ann Baker' });
  bob = await desk.given.aPerson({ name: 'Bob Cole' });
  await desk.given.aPerson({ name: 'Walter Walk-in', roles: ['auditor'] });
  const programme = of(Programme);
  const eventId = await programme.addEvent(anEvent('A day on conduct'), officer);
  await desk.database.source.query(
    `with r as (
       insert into requirement (id, slug, title, core_during)
       values (gen_random_uuid(), 'conduct', 'The code of conduct', '{[2026-01-01,)}') returning id)
     insert into way (id, requirement_id, kind, during)
     select gen_random_uuid(), id, 'attendance', daterange(null, null) from r`,
  );
  const parts = [
    { on: '2026-11-22', from: '09:30', to: '12:30', topics: ['conduct'] },
    { on: '2026-11-22', from: '13:30', to: '16:30', topics: ['conduct'] },
  ];
  const plan = { eventId, place: 'The chamber', onlineUrl: null, districts: [], note: null, parts, pools: [] };
  session = await programme.addSession(plan, 'confirmed', officer);
  base = `/admin/programme/sessions/${session}`;
});
afterAll(() => desk?.close());

it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
  for (const path of PAGES) expect((await desk.get(role, `${base}/${path}`)).status).toBe(403);
  for (const path of ['register', 'register/close', 'register/sign-in-sheet'])
    expect((await desk.post(role, `${base}/${path}`, {})).status).toBe(403);
});

it('is of sessions that there are', async () => {
  for (const id of [randomUUID(), 'nonsense'])
    for (const path of PAGES)
      expect((await desk.get('officer', `/admin/programme/sessions/${id}/${path}`)).status).toBe(404);
  for (const id of [randomUUID(), 'nonsense'])
    expect((await desk.post('officer', `/admin/programme/sessions/${id}/register/sign-in-sheet`, {})).status).toBe(404);
});

it('says before it is saved what comes of it, and ticks part by part', async () => {
  const page = await desk.get('officer', `${base}/register`);
  expect(page.text).toContain('Whoever was at both parts has met: The code of conduct.');
  expect(page.text).toMatch(/Ann Baker .*Bob Cole /);
  expect(page.body).not.toContain('Walter');
  const { status, headers } = await save({ ...tick(ann, ['present', 'absent']), ...tick(bob, ['apologies']) });
  expect([status, headers['location']]).toEqual([303, `${base}/register?saved=2`]);
  const after = await desk.get('officer', `${base}/register?saved=2`);
  expect(after.text).toMatch(/2 people were changed\..*Part 1 , 09:30 to 12:30: 1 present/);
  expect(after.body).toContain(`name="seen.${ann}" value="pn"`);
});

it('finds whoever walked in, and loses no tick by it', async () => {
  const found = await desk.post('officer', `${base}/register`, {
    q: 'walk',
    act: 'find',
    ...tick(bob, ['present'], 'a-'),
  });
  expect(found.text).toContain('Add Walter Walk-in');
  expect(found.body).toMatch(new RegExp(`tick\\.${bob}\\.1" value="present" checked`));
  const [, id] = /name="add" value="([^"]+)"/.exec(found.body)!;
  const added = await desk.post('officer', `${base}/register`, { add: id!, ...tick(bob, ['present'], 'a-') });
  expect(added.body).toContain(`name="seen.${id}" value="--"`);
  expect(added.body).toMatch(new RegExp(`tick\\.${bob}\\.1" value="present" checked`));
  expect((await desk.post('officer', `${base}/register`, { q: 'nobody at all' })).text).toContain(
    'Nobody is called that',
  );
  expect((await save(tick(id!, ['present']))).status).toBe(303);
  expect((await desk.get('officer', `${base}/register`)).text).toContain('Walter Walk-in');
});

it('shows what somebody else has ticked meanwhile, and names who could not be changed', async () => {
  const { status, text, body } = await save({ ...tick(bob, ['absent']), ...tick(officer, ['present']) });
  expect(status).toBe(200);
  expect(text).toContain('1 tick was left out');
  expect(text).toContain('Somebody else ticked this meanwhile. You had ticked: Absent');
  expect(text).toContain('1 person could not be changed');
  expect(body).toContain(`name="seen.${bob}" value="a-"`);
});

describe('by the code that is shown in the room', () => {
  const shown = async () => (await of(CheckIns).shown(session)).now!.code;

  it('one says that one is there, in that part only', async () => {
    const code = await shown();
    const wall = await desk.get('officer', `${base}/code`);
    expect(wall.text).toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
    expect(wall.body).toContain('<svg');
    const page = await desk.getAs(bob, `/check-in/${code}`);
    expect(page.text).toContain('A day on conduct , part 1, 9.30am to 12.30pm on 22 November 2026.');
    expect((await desk.getAs(undefined, `/check-in/${code}`)).status).toBe(303);
    const done = await desk.postAs(bob, '/check-in', { code: `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase() });
    expect(done.text).toContain('You are checked in A day on conduct');
    expect(done.text).toContain('check in again for the next one');
    const register = await desk.get('officer', `${base}/register`);
    expect(register.text).toMatch(/3 present, 1 of them by the code.*By the code, 09:10/);
    expect(register.body).toContain(`name="seen.${bob}" value="p-"`);
  });

  it('which is taken for a while, is old then, and is not guessed', async () => {
    const code = await shown();
    desk.clock.set('2026-11-22T09:11:29Z');
    expect((await desk.getAs(ann, `/check-in/${code}`)).status).toBe(200);
    desk.clock.set('2026-11-22T09:11:30Z');
    const old = await desk.postAs(ann, '/check-in', { code });
    expect([old.status, old.text]).toEqual([400, expect.stringContaining('That code is too old')]);
    const scanned = await desk.getAs(ann, `/check-in/${code}`);
    expect([scanned.status, scanned.body.includes(`value="${code}"`)]).toEqual([400, false]);
    expect((await desk.postAs(ann, '/check-in', { code: '' })).text).toContain(
      'Enter the code that is shown in the room',
    );
    const tries = [];
    for (let at = 0; at < 9; at++) tries.push((await desk.getAs(ann, '/check-in/BBBBBBBB')).status);
    expect([new Set(tries.slice(0, 6)), tries.at(-1)]).toEqual([new Set([400]), 429]);
  });

  it('from half an hour before a part until it ends', async () => {
    desk.clock.set('2026-11-22T12:45:00Z');
    expect((await desk.get('officer', `${base}/code`)).text).toContain(
      'The next time is from 13:00 on 22 November 2026',
    );
    desk.clock.set('2026-11-22T16:30:00Z');
    expect((await desk.get('officer', `${base}/code`)).text).toContain('Nobody can check in now');
  });
});

it('lists those who have a place, then those who came without one, and finds all others', async () => {
  const other = await of(Programme).addSession(
    {
      eventId: (await of(Programme).session(session)).eventId,
      place: 'The chamber',
      onlineUrl: null,
      districts: [],
      note: null,
      parts: [{ on: '2026-11-22', from: '18:00', to: '19:00', topics: [] }],
      pools: [],
    },
    'confirmed',
    officer,
  );
  const path = `/admin/programme/sessions/${other}/register`;
  expect((await desk.get('officer', path)).text).toMatch(/Ann Baker .*Bob Cole /);
  await desk.database.source.query(
    `insert into booking (id, session_id, person_id, audience, seat, state, number, booked_at, booked_by)
     values (gen_random_uuid(), $1, $2, 'member', 'room', 'booked', 1, now(), $2)`,
    [other, bob],
  );
  const booked = await desk.get('officer', path);
  expect([booked.text, booked.body.includes('Ann Baker')]).toEqual([
    expect.stringMatching(/Have a place \(1\) Bob Cole/),
    false,
  ]);
  expect((await desk.post('officer', path, { q: 'ann', act: 'find' })).text).toContain('Add Ann Baker');
  await save(tick(ann, ['present']), path);
  expect((await desk.get('officer', path)).text).toMatch(
    /Have a place \(1\) Bob Cole.*Came without a place \(1\) Ann Baker/,
  );
  expect((await desk.get('officer', `${path}/sheet`)).text).toMatch(/Bob Cole .*Ann Baker/);
});

it('is on paper to sign, and that it was printed is on record', async () => {
  const { text } = await desk.get('officer', `${base}/register/sheet`);
  expect(text).toMatch(/Name Part 1 09:30 to 12:30 Part 2 13:30 to 16:30 Ann Baker .*Walter Walk-in/);
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'register.printed', actor: officer, subject: session });
});

it('is a PDF to sign, made when it is asked for, and given while it says what is so', async () => {
  const [page, file] = [`${base}/register/sign-in-sheet`, `${base}/register/sign-in-sheet.pdf`];
  for (const from of [base, `${base}/register`])
    expect((await desk.get('officer', from)).body).toContain(`<form method="post" action="${page}">`);
  expect((await desk.get('officer', page)).text).toMatch(/There is none at present.*Make the PDF/);
  expect((await desk.get('officer', file)).status).toBe(404);
  const asked = await desk.post('officer', page, {});
  expect([asked.status, asked.headers['location']]).toEqual([303, page]);
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'register.printed', actor: officer, subject: session });
  const waits = await desk.get('officer', page);
  expect(waits.text).toContain('The PDF is being made, which takes a few seconds. Look again');
  expect(waits.body).toMatch(/<noscript><meta http-equiv="refresh".*wait-for-pdf[^]*id="pdf" data-preparing/);
  const early = await desk.get('officer', file);
  expect([early.status, early.headers['location']]).toEqual([303, page]);

  const kind = of(PrintedSignInSheets);
  const facts = (await kind.gather(session))!;
  expect(facts.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ann Baker', 'Walter Walk-in']));
  const sha256 = await of(FileStore).put(Buffer.from('%PDF-1.7'));
  await of(Transactions).run(async (tx) => {
    await tx.query(
      `update sign_in_sheet set sha256 = decode($1, 'hex'), bytes = 8, made_at = $2, made_of = revision where session_id = $3`,
      [sha256, desk.clock.now(), session],
    );
    await kind.printed(tx, facts);
  });
  const ready = await desk.get('officer', page);
  expect(ready.text).toContain('It says what was so at 16:30 on 22 November 2026');
  expect(ready.body).not.toContain('data-preparing');
  const { status, headers, body } = await desk.get('officer', file);
  expect([status, headers['content-type'], headers['cache-control'], body]).toEqual([
    200,
    'application/pdf',
    'private, no-store',
    '%PDF-1.7',
  ]);
  expect((await desk.get('member', file)).status).toBe(403);

  await desk.database.source.query(`update person set name = 'Ann Barker' where id = $1`, [ann]);
  expect((await desk.get('officer', page)).text).toMatch(/have changed since the PDF was made.*Make it anew/);
  expect((await desk.get('officer', file)).headers['location']).toBe(page);
  await desk.database.source.query(`update person set name = 'Ann Baker' where id = $1`, [ann]);
});

it('is closed; then it is corrected with a reason, and says which certificate is proposed to be revoked', async () => {
  await save(tick(ann, ['present', 'present'], 'pn'));
  const standing = await desk.getAs(ann, '/standing');
  expect(standing.text).toContain('Met by a session you were at, on 22 November 2026');
  const evidence = await desk.get('officer', `/admin/members/${ann}/evidence`);
  expect(evidence.text).toMatch(/The code of conduct A session attended 22 November 2026 .*On record/);
  expect((await desk.post('officer', `${base}/register/close`, {})).status).toBe(303);
  expect((await desk.post('officer', `${base}/register/close`, {})).status).toBe(409);
  const correction = tick(ann, ['present', 'absent'], 'pp');
  const without = await save(correction);
  expect([without.status, without.text]).toEqual([400, expect.stringContaining('Say why it is corrected')]);
  expect(without.body).toMatch(new RegExp(`tick\\.${ann}\\.2" value="absent" checked`));
  const given = await save({ ...correction, reason: 'She left at noon' });
  expect(given.headers['location']).toBe(`${base}/register/corrections?saved=1&lost=${ann}`);
  const { text } = await desk.get('officer', given.headers['location'] as string);
  expect(text).toMatch(
    /What counts no more.*Ann Baker . Proposed to be revoked: NMC-[A-Z0-9-]+\. A second officer decides/,
  );
  expect(text).toMatch(/Ann Baker 2 Present Absent .*She left at noon.*Olive Officer/);
  expect((await desk.audited()).filter(({ action }) => action === 'attendance.corrected').at(-1)).toMatchObject({
    actor: officer,
    detail: { personId: ann, reason: 'She left at noon' },
  });
});
