import { Desk } from '../../../../../test/support/given-desk';
import { GivenPlanning, typedDay } from '../../../../../test/support/given-planning';

let desk: Desk;
let planning: GivenPlanning;
const sql = <Row = { id: string }>(text: string, given: unknown[] = []) =>
  desk.database.source.query<Row[]>(text, given);

beforeAll(async () => {
  desk = await Desk.open();
  planning = await GivenPlanning.at(desk);
});
afterAll(() => desk?.close());

it('says what to do while no body is recorded', async () => {
  for (const path of ['/admin/sit', '/admin/sit/paper', '/admin/as-of', '/admin/register'])
    expect((await desk.get('officer', path)).status).toBe(200);
  expect((await desk.get('officer', '/admin/sit')).text).toContain('Record them under Council');
  expect((await desk.get('member', '/standing/may-i-sit')).text).toContain('You sit on no committee or panel');
  for (const path of ['/register/planning', '/register/planning.csv', '/register/planning.json'])
    expect((await desk.get(undefined, path)).status).toBe(404);
});

it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
  for (const path of [
    '/admin/sit',
    '/admin/sit/paper',
    '/admin/sit.csv',
    '/admin/as-of',
    '/admin/as-of.json',
    '/admin/register',
    '/admin/register/edition',
  ])
    expect((await desk.get(role, path)).status).toBe(403);
  for (const path of ['edition', 'accreditation', 'asked'])
    expect((await desk.post(role, `/admin/register/${path}`, {})).status).toBe(403);
});

describe('a planning committee that asks for training', () => {
  beforeAll(() => planning.begins());

  it('is asked of it in a form, which keeps what was typed', async () => {
    const wrong = await desk.post('officer', '/admin/register/asked', {
      body: planning.bodyId,
      what: '',
      ...typedDay('from', '31 2 2026'),
    });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Choose what it asks');
    expect(wrong.body).toContain(`value="${planning.bodyId}" selected`);
    const sent = {
      body: planning.bodyId,
      what: `requirement:${planning.requirement}`,
      ...typedDay('from', '1 1 2026'),
    };
    for (const gone of [
      { body: planning.officer },
      { what: `requirement:${planning.officer}` },
      { what: `scheme:${planning.officer}` },
    ]) {
      const { status, text } = await desk.post('officer', '/admin/register/asked', { ...sent, ...gone });
      expect([status, text]).toEqual([400, expect.stringContaining('what was chosen is not there any more')]);
    }
    desk.clock.set('2026-11-02T09:00:00Z');
    const first = await desk.post('officer', '/admin/register/asked', sent);
    expect([first.status, first.text]).toEqual([
      200,
      expect.stringMatching(
        /“Planning decisions” is asked from 1 January 2026 on.*2 people are asked.*1 has shown it for that day, 1 has not/,
      ),
    ]);
    expect(first.text).toMatch(
      /1 person may no longer sit on 2 November 2026.*Bob Cole Member Planning decisions: not shown/,
    );
    expect(await sql('select id from body_training')).toEqual([]);
    expect((await desk.post('officer', '/admin/register/asked', { ...sent, confirmed: 'yes' })).status).toBe(303);
    desk.clock.set('2026-11-22T14:32:00Z');
    expect((await desk.post('officer', '/admin/register/asked', sent)).text).toContain('asks for it already');
  });

  it('is told who may sit, why, and until when', async () => {
    const { text } = await desk.get('officer', '/admin/sit');
    expect(text).toContain('1 of the 2 people with a seat may sit, as recorded at 14:32');
    expect(text).toContain('Ann Baker Chair Yes Has shown Planning decisions 30 November 2026');
    expect(text).toContain('Bob Cole Member No Planning decisions: not shown –');
    expect(text).toContain('By the rule of that day nobody stands in');
    expect(text).toMatch(/1 person may not sit Bob Cole , Member\. Planning decisions: not shown\. Seats /);
    const last = await desk.get('officer', `/admin/sit?body=${planning.bodyId}&on=2026-11-30`);
    expect(last.text).toMatch(/May sit on this day for the last time: Ann Baker ?\./);
    const later = await desk.get('officer', `/admin/sit?body=${planning.bodyId}&on=2026-12-01`);
    expect(later.text).toContain('Planning decisions: ran out on 30 November 2026');
    expect(later.text).toContain('Cy Drew Named substitute No');
    expect(later.text).toContain('as recorded at 14:32 on 22 November 2026');
    const nonsense = await desk.get('officer', '/admin/sit?body=nonsense&on=2026-02-30');
    expect(nonsense.text).toContain('Enter a real day');
  });

  it('has it on one page of paper, with who may not above, and on record', async () => {
    const { text } = await desk.get('officer', `/admin/sit/paper?body=${planning.bodyId}&on=2026-12-01`);
    expect(text).toContain('Who may sit: Planning Committee');
    expect(text).toMatch(
      /3 people may not sit: a Ann Baker ?\. Planning decisions: ran out on 30 November 2026\. b Bob Cole ?, Cy Drew ?\. Planning decisions: not shown\..*Ann Baker Chair No a .*Bob Cole Member No b /,
    );
    expect(
      await sql(`select detail->>'day' as id from audit_event where action = 'sitting.printed' and subject_id = $1`, [
        planning.bodyId,
      ]),
    ).toEqual([{ id: '2026-12-01' }]);
  });

  it('has it as CSV and JSON', async () => {
    const csv = await desk.get('officer', `/admin/sit.csv?body=${planning.bodyId}`, '*/*');
    expect(csv.body).toContain('Ann Baker,Chair,Yes,Has shown Planning decisions,2026-11-30');
    const json = JSON.parse((await desk.get('officer', `/admin/sit.json?body=${planning.bodyId}`, '*/*')).body) as {
      rows: object[];
    };
    expect(json.rows).toContainEqual({
      name: 'Bob Cole',
      as: 'Member',
      maySit: 'No',
      why: 'Planning decisions: not shown',
      until: null,
    });
  });

  it('tells its members whether they may, and what to do', async () => {
    const bob = await desk.getAs(planning.people.bob, '/standing/may-i-sit');
    expect(bob.text).toContain(
      'Planning Committee Not yet as a member of it You have not shown “Planning decisions” yet. See the ways to show it',
    );
    const ann = await desk.getAs(planning.people.ann, '/standing/may-i-sit');
    expect(ann.text).toContain(
      'Planning Committee Yes as its chair, until 30 November 2026 You have shown: Planning decisions, to the end of 30 November 2026.',
    );
    const cy = await desk.getAs(planning.people.cy, '/standing/may-i-sit');
    expect(cy.text).toContain('Your seat begins on 1 December 2026.');
    expect((await desk.getAs(planning.people.cy, '/standing/may-i-sit?on=2026-12-01')).text).toContain(
      'Not yet as a named substitute',
    );
  });

  it('tells a day that is over as it was known then and as it is now', async () => {
    const path = `/admin/as-of?body=${planning.bodyId}&on=2026-11-20`;
    expect((await desk.get('officer', path)).text).toContain('It is known now as it was then.');
    await planning.shows('bob', { on: '2026-11-10', until: null, at: '2026-11-21T09:00:00Z' });
    const { text } = await desk.get('officer', path);
    expect(text).toContain('One person is known otherwise now.');
    expect(text).toContain(
      'Bob Cole Known otherwise now No Member. Planning decisions: not shown Yes Member. Has shown Planning decisions',
    );
    const csv = await desk.get('officer', path.replace('as-of', 'as-of.csv'), '*/*');
    expect(csv.body).toMatch(/Bob Cole,No,[^\r]*,Yes,[^\r]*,Yes\r/);
    expect((await desk.get('officer', '/admin/as-of?on=2026-11-23')).text).toContain('Enter a day that has begun');
  });
});
