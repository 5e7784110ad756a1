import { Awards, MarksRepository, Settling } from '@induct/accreditation';
import { Bodies, Memberships } from '@induct/people';
import { Transactions } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';

let desk: Desk;
let second: string;
let champion: string;
const ids: Record<string, string> = {};

const part = <T>(service: new (...given: never[]) => T): T => desk.app.get(service as never, { strict: false });
/** What the worker does with whoever is marked. */
async function settle(today = '2026-11-22'): Promise<void> {
  for (const id of await part(MarksRepository).marked(500))
    await part(Transactions).run((tx) => part(Settling).settle(tx, id, today));
}

const day = (name: string, typed: string) => {
  const [d, m, y] = typed.split(' ');
  return { [`${name}-day`]: d!, [`${name}-month`]: m!, [`${name}-year`]: y! };
};
const typed = (more: Record<string, string | readonly string[]> = {}) => ({
  title: 'Planning training',
  source: 'Constitution, part 5',
  what: `module:${ids['course']}`,
  whom: `body:${ids['planning']}`,
  due: 'appointment',
  count: '7',
  unit: 'day',
  ...day('from', '1 11 2026'),
  ...more,
});
const idIn = (body: string, title: string) =>
  new RegExp(`href="/admin/mandates/([0-9a-f-]{36})">${title}`).exec(body)?.[1] ?? '';

beforeAll(async () => {
  desk = await Desk.open();
  const { given } = desk;
  const by = await desk.who('officer');
  second = await given.aPerson({ name: 'Oscar Second', roles: ['officer'] });
  ids['course'] = (await given.aModule({ title: 'Planning', minutes: 25 })).id;
  await given.aModule({ title: 'Conduct', core: true });
  await part(Awards).considerOverdue();
  ids['planning'] = await part(Bodies).add({ kind: 'committee', name: 'Planning Committee', from: '2017-05-08', by });
  ids['group'] = await part(Bodies).add({ kind: 'group', name: 'Green Valleys', from: '2017-05-08', by });
  champion = await given.aPerson({ name: 'Chandra', roles: ['champion', 'member'] });
  const people = await Promise.all(
    Array.from({ length: 30 }, (_, nth) =>
      given.aPerson({ name: `Ada ${nth + 10}`, group: nth < 2 ? 'Green Valleys' : 'Shire' }),
    ),
  );
  ids['ada'] = people[0]!;
  const seat = (personId: string, bodyId: string) => ({
    personId,
    bodyId,
    capacity: 'member' as const,
    from: '2026-11-08',
    by,
  });
  await part(Memberships).joinAll([
    ...people.map((id) => seat(id, ids['planning']!)),
    ...[champion, people[0]!].map((id) => seat(id, ids['group']!)),
  ]);
});
afterAll(() => desk?.close());

describe('a mandate', () => {
  it('is proposed in a form that keeps what was typed', async () => {
    expect((await desk.get('officer', '/admin/mandates')).text).toContain('There are none yet');
    expect((await desk.get('officer', '/admin/mandates/new')).text).toContain('Planning Committee (committee)');
    const empty = await desk.post('officer', '/admin/mandates', {});
    expect(empty.status).toBe(400);
    for (const says of ['Enter what it is called', 'Choose what has to be met', 'Choose who has to meet it'])
      expect(empty.text).toContain(says);
    const wrong = await desk.post('officer', '/admin/mandates', typed({ count: 'soon', ...day('from', '31 2 2027') }));
    expect(wrong.body).toContain('value="Constitution, part 5"');
    expect(wrong.text).toContain('Enter a number, like 28');
    expect(wrong.text).toContain('must be a real date');
    const none = await desk.post('officer', '/admin/mandates', typed({ whom: `body:${second}` }));
    expect(none.text).toContain('Choose who has to meet it');
    const odd = await desk.post('officer', '/admin/mandates', typed({ whom: 'role:member' }));
    expect(odd.text).toContain('Only a seat on a body or a group begins with an appointment');
    const nobody = await desk.post(
      'officer',
      '/admin/mandates',
      typed({ whom: 'person', who: 'Xerxes', due: 'fixed', ...day('fixed', '1 12 2026') }),
    );
    expect(nobody.text).toContain('Nobody of that name or address');
  });

  it('asks for nothing that is not there, nor of what is only drafted', async () => {
    await desk.post('officer', '/admin/schemes/new', { name: 'Drafted only' });
    const [drafted] = await desk.database.source.query<[{ id: string }]>(
      `select id from scheme where slug = 'drafted-only'`,
    );
    expect((await desk.get('officer', '/admin/mandates/new')).body).not.toContain(drafted.id);
    for (const what of [`scheme:${drafted.id}`, `scheme:${second}`, `requirement:${second}`, `module:${second}`])
      for (const whom of [`body:${ids['planning']}`, `group:${ids['group']}`]) {
        const { status, text } = await desk.post('officer', '/admin/mandates', typed({ what, whom }));
        expect([status, text]).toEqual([400, expect.stringContaining('Choose what has to be met')]);
      }
    const noId = await desk.post('officer', '/admin/mandates', typed({ whom: `body:${'-'.repeat(36)}` }));
    expect([noId.status, noId.text]).toEqual([400, expect.stringContaining('Choose who has to meet it')]);
  });

  it('is adopted by another officer, and asks then', async () => {
    const sent = await desk.post('officer', '/admin/mandates', typed({ capacities: ['member', 'chair'] }));
    expect(sent.headers.location).toBe('/admin/mandates?done=proposed');
    const list = await desk.get('officer', '/admin/mandates?done=proposed');
    expect(list.text).toContain('Waits for a second person');
    ids['mandate'] = idIn(list.body, 'Planning training');
    const href = `/admin/mandates/${ids['mandate']}`;
    expect((await desk.get('officer', href)).text).toContain('You proposed it: another officer has to adopt it.');
    expect((await desk.post('officer', `${href}/decision`, { decision: 'adopt' })).status).toBe(403);
    const looked = await desk.getAs(second, href);
    expect(looked.text).toContain('7 days after appointment');
    expect(looked.text).toContain('it would ask 30 people. For all of them it would be overdue at once');
    expect((await desk.getAs(second, '/admin')).text).toContain('1 mandate waits for a second person');
    expect((await desk.postAs(second, `${href}/decision`, {})).text).toContain('Select whether it is adopted');
    expect((await desk.getAs(ids['ada'], '/standing')).text).not.toContain('Planning training');
    const adopted = await desk.postAs(second, `${href}/decision`, { decision: 'adopt' });
    expect(adopted.headers.location).toBe(`${href}?done=adopt`);
    await settle();
    const { text } = await desk.getAs(second, href);
    expect(text).toContain('Everybody on Planning Committee as Member or Chair');
    expect(text).toContain('0 met, 30 still to meet, 30 of them overdue.');
    expect((await desk.get('officer', '/admin')).text).toContain('30 people have something that is overdue');
    expect((await desk.audited()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['mandate.proposed', 'mandate.adopted']),
    );
  });
});

describe('what is overdue', () => {
  it('has what is new beside an award that somebody keeps, and the overview counts it', async () => {
    const holder = await desk.given.aPerson({ name: 'Hana Holder', group: 'Independents' });
    const rows = await desk.database.source.query<{ id: string; slug: string; name: string }[]>(
      `with v as (insert into scheme_version (id, scheme_id, number, edition, effective_from, validity_months, rule, for_holders, top_up_by, state)
         select gen_random_uuid(), scheme_id, 99, 'New', '2026-09-01', validity_months, rule, 'top_up', '2026-10-01', 'adopted'
           from scheme_version limit 1 returning id, scheme_id),
       t as (insert into top_up (person_id, scheme_version_id, made_on) select $1, id, '2026-09-01' from v)
       select v.id, s.slug, s.name from v join scheme s on s.id = v.scheme_id`,
      [holder],
    );
    const [{ id, slug, name }] = rows as [(typeof rows)[0]];
    const list = await desk.get('officer', '/admin/mandates/overdue?q=hana');
    expect(list.text).toContain(
      `Hana Holder Independents ${name} what is new, beside the award they keep 1 October 2026`,
    );
    expect(list.body).toContain(`href="/admin/schemes/${slug}"`);
    const csv = await desk.get('officer', '/admin/mandates/overdue.csv?q=hana');
    expect(csv.body).toContain(`"${name} (what is new, beside the award they keep)",2026-10-01,Overdue,2026-09-01`);
    expect((await desk.get('officer', '/admin')).text).toContain('31 people have something that is overdue');
    await desk.database.source.query(`update top_up set closed_on = '2026-11-22' where scheme_version_id = $1`, [id]);
    expect((await desk.get('officer', '/admin/mandates/overdue?q=hana')).text).toContain('Nothing matches');
    await desk.database.source.query(`delete from top_up where scheme_version_id = $1`, [id]);
  });

  it('is listed for officers, page by page, and as a file, which is on record', async () => {
    const list = await desk.get('officer', '/admin/mandates/overdue');
    expect(list.text).toContain('Showing 1 to 25 of 30');
    expect((await desk.get('officer', '/admin/mandates/overdue?page=9')).text).toContain('Showing 26 to 30 of 30');
    expect((await desk.get('officer', '/admin/mandates/overdue?q=ada+11')).text).toMatch(
      /Ada 11 Green Valleys Planning training 15 November 2026 Overdue/,
    );
    expect((await desk.get('officer', '/admin/mandates/overdue?q=nobody')).text).toContain('Nothing matches');
    expect((await desk.get('officer', `/admin/mandates/overdue?mandate=${second}`)).text).toContain('Nothing matches');
    const csv = await desk.get('officer', '/admin/mandates/overdue.csv');
    expect(csv.body.split('\r\n')).toHaveLength(32);
    expect(csv.body).toContain('Ada 10,Green Valleys,Planning training,2026-11-15,Overdue,2026-11-08');
    const json = await desk.get('officer', '/admin/mandates/overdue.json');
    expect(JSON.stringify(JSON.parse(json.body))).toContain('Ada 39');
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'mandate.overdue-exported', detail: { as: 'json' } });
  });

  it('is listed for a champion of the own group only, and for nobody else', async () => {
    const own = await desk.getAs(champion, '/admin/mandates/overdue');
    expect([own.text.includes('Ada 10'), own.text.includes('Ada 12'), own.body.includes('/admin/members/')]).toEqual([
      true,
      false,
      false,
    ]);
    const csv = await desk.getAs(champion, '/admin/mandates/overdue.csv');
    expect(csv.body.split('\r\n')).toHaveLength(4);
    for (const role of ['member', 'auditor', 'administrator', 'tester'] as const)
      expect((await desk.get(role, '/admin/mandates/overdue.csv')).status).toBe(403);
    expect((await desk.get('champion', '/admin/mandates')).text).toContain('You are in no political group today');
  });
});

describe('a champion', () => {
  it('asks the own group and nobody else, whatever is sent, and sees no other mandate', async () => {
    const page = await desk.getAs(champion, '/admin/mandates/new');
    expect(page.text).toContain('Everybody in your group, Green Valleys');
    expect(page.text).not.toContain('Every member');
    expect((await desk.getAs(champion, `/admin/mandates/${ids['mandate']}`)).status).toBe(404);
    const sent = await desk.postAs(champion, '/admin/mandates', typed({ title: 'Group evening', count: '30' }));
    expect(sent.headers.location).toBe('/admin/mandates?done=proposed');
    const list = await desk.getAs(champion, '/admin/mandates');
    expect(list.text).toContain('Everybody in the group Green Valleys');
    expect(list.text).not.toContain('Planning training');
    const href = `/admin/mandates/${idIn(list.body, 'Group evening')}`;
    expect((await desk.postAs(champion, `${href}/decision`, { decision: 'adopt' })).status).toBe(403);
    await desk.post('officer', `${href}/decision`, { decision: 'adopt' });
    await settle();
    expect((await desk.getAs(champion, '/admin/mandates/overdue?show=open')).text).toMatch(
      /Group evening 8 December 2026 Due/,
    );
    const officers = await desk.get('officer', href);
    expect(officers.text).toContain('0 met, 2 still to meet');
    expect(officers.text).toContain('known to them and to the group’s champions');
    expect((await desk.get('officer', '/admin/mandates/overdue?show=open')).text).not.toContain('Group evening');
  });

  it('proposes the same once: the second is refused with the name of the first, and nothing typed is lost', async () => {
    await desk.postAs(champion, '/admin/mandates', typed({ title: 'Planning evening', count: '60' }));
    const again = await desk.postAs(champion, '/admin/mandates', typed({ title: 'Once more', count: '61' }));
    expect(again.status).toBe(400);
    expect(again.text).toContain(
      '“Planning evening” asks the same people for the same, and waits for a second person: Chandra proposed it on 22 November 2026.',
    );
    expect(again.body).toContain('value="Once more"');
    const list = await desk.getAs(champion, '/admin/mandates');
    expect(list.text).not.toContain('Once more');
    await desk.postAs(champion, `/admin/mandates/${idIn(list.body, 'Planning evening')}/withdraw`, {});
    const sent = await desk.postAs(champion, '/admin/mandates', typed({ title: 'Once more', count: '61' }));
    expect(sent.headers.location).toBe('/admin/mandates?done=proposed');
    const href = `/admin/mandates/${idIn((await desk.getAs(champion, '/admin/mandates')).body, 'Once more')}`;
    await desk.postAs(champion, `${href}/withdraw`, {});
  });

  it('takes back what they proposed', async () => {
    await desk.postAs(champion, '/admin/mandates', typed({ title: 'Second thoughts' }));
    const href = `/admin/mandates/${idIn((await desk.getAs(champion, '/admin/mandates')).body, 'Second thoughts')}`;
    expect((await desk.postAs(champion, `${href}/withdraw`, {})).headers.location).toBe(`${href}?done=withdrawn`);
    expect((await desk.getAs(champion, href)).text).toContain('Withdrawn');
  });

  it('takes it back also after leaving the group, and sees that it is', async () => {
    await desk.postAs(champion, '/admin/mandates', typed({ title: 'Left behind' }));
    const href = `/admin/mandates/${idIn((await desk.getAs(champion, '/admin/mandates')).body, 'Left behind')}`;
    const [seat] = await desk.database.source.query<{ id: string }[]>(
      'select id from membership where person_id = $1 and superseded_at is null',
      [champion],
    );
    await part(Memberships).end({ membershipId: seat!.id, until: '2026-11-22', by: await desk.who('officer') });
    expect((await desk.getAs(champion, href)).text).toContain('Withdraw it');
    const taken = await desk.postAs(champion, `${href}/withdraw`, {});
    expect((await desk.getAs(champion, String(taken.headers.location))).text).toContain('Withdrawn by Chandra');
  });
});

it('an officer whom alone it asks is offered what they may do, and told who does the rest', async () => {
  const alone = {
    whom: 'person',
    who: 'Oscar Second',
    due: 'fixed',
    ...day('fixed', '1 12 2026'),
    title: 'Oscar alone',
  };
  await desk.post('officer', '/admin/mandates', typed(alone));
  const href = `/admin/mandates/${idIn((await desk.get('officer', '/admin/mandates')).body, 'Oscar alone')}`;
  const waits = await desk.getAs(second, href);
  expect(waits.text).toContain('It asks you, and nobody else. You can adopt it; only another officer can refuse it: ');
  expect([waits.body.includes('value="adopt"'), waits.body.includes('value="refuse"')]).toEqual([true, false]);
  await desk.postAs(second, `${href}/decision`, { decision: 'adopt' });
  await settle();
  const file = await desk.get('officer', '/admin/mandates/overdue.csv?show=open&q=oscar');
  expect(file.body).toContain('Oscar Second,Green Valleys,Oscar alone,2026-12-08,Due,2026-11-01');
  const stands = await desk.getAs(second, href);
  expect(stands.text).toContain('so another officer has to end it: ');
  expect(stands.body).not.toContain(`${href}/end`);
  expect((await desk.getAs(second, `${href}/end`)).status).toBe(403);
  expect((await desk.get('officer', href)).body).toContain(`${href}/end`);
  await desk.post('officer', `${href}/end`, { reason: 'The test is over' });
  expect((await desk.get('officer', `${href}/end`)).status).toBe(409);
});

it('an officer whose role is new is offered neither, and told from when on', async () => {
  await desk.post('officer', '/admin/mandates', typed({ title: 'For the new one', count: '9' }));
  const href = `/admin/mandates/${idIn((await desk.get('officer', '/admin/mandates')).body, 'For the new one')}`;
  const fresh = await desk.given.aPerson({ name: 'Fresh Officer', roles: ['officer'] });
  await desk.database.source.query('update person_role set confirms_from = $2 where person_id = $1', [
    fresh,
    '2027-01-01T12:00:00Z',
  ]);
  const waits = await desk.getAs(fresh, href);
  expect(waits.text).toContain('you can decide about it from 12:00 on 1 January 2027. Any other officer can now.');
  expect(waits.body).not.toContain('name="decision"');
  await desk.postAs(second, `${href}/decision`, { decision: 'adopt' });
  const stands = await desk.getAs(fresh, href);
  expect(stands.text).toContain('you can end it from 12:00 on 1 January 2027');
  expect((await desk.getAs(fresh, `${href}/end`)).text).toContain('You cannot confirm or sign off yet');
  await desk.post('officer', `${href}/end`, { reason: 'The test is over' });
});

it('who is told is set by an officer, and is on record', async () => {
  expect((await desk.get('officer', '/admin/mandates/told')).text).toContain('every officer is told');
  const set = await desk.post('officer', '/admin/mandates/told', { officers: second });
  expect(set.headers.location).toBe('/admin/mandates/told?done=set');
  expect((await desk.get('officer', '/admin/mandates/told')).body).toMatch(new RegExp(`value="${second}" checked`));
  expect((await desk.post('officer', '/admin/mandates/told', { officers: 'x' })).status).toBe(400);
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'mandate.told-changed' });
  expect((await desk.getAs(champion, '/admin/mandates/told')).status).toBe(403);
});

it('a mandate is ended with a reason, and asks nobody any more', async () => {
  const href = `/admin/mandates/${ids['mandate']}`;
  expect((await desk.get('officer', `${href}/end`)).text).toContain('30 people who have not met it yet');
  expect((await desk.post('officer', `${href}/end`, { reason: ' ' })).text).toContain('Enter why it is ended');
  const ended = await desk.post('officer', `${href}/end`, { reason: 'The committee <is> no more' });
  expect(ended.headers.location).toBe(`${href}?done=ended`);
  await settle();
  const { text, body } = await desk.get('officer', String(ended.headers.location));
  expect(text).toContain('0 met, 0 still to meet');
  expect(body).toContain('The committee &lt;is&gt; no more');
  expect((await desk.getAs(ids['ada'], '/')).text).not.toContain('Planning training');
  expect((await desk.post('officer', `${href}/end`, { reason: 'Again' })).status).toBe(409);
});
