import { randomUUID } from 'node:crypto';
import { Bodies, Elections, Leaving, Memberships, MembershipsChanged, Terms } from '@induct/people';
import { Announcements, Clock, type Day, dayInLondon, Settings, Transactions } from '@induct/platform';
import { aPerson } from '../../../../test/support/given-person';
import { Awarding } from '../../../../test/support/awarding';
import { CORE_SKILLS } from '../tables/tables';
import { Withdrawals } from '../withdrawals/withdrawals.service';
import { Due } from './due.queries';
import { Mandates } from './mandates.service';
import { MarksRepository } from './marks.repository';
import { WhoIsTold } from './who-is-told.service';
import { ObligationsSweeper } from './obligations.sweeper';
import type { NewMandate } from './propose.rules';
import { Reminders } from './reminders.service';
import { Settling } from './settling.service';

/** A Monday, in office hours. */
const NOW = '2026-11-23T09:00:00Z';
const FIRST_DAY = '2025-05-05';

let awarding: Awarding;
let officer: string;
let second: string;
let planning: string;
let course: string;
let requirement: string;
let electionId: string;

const part = <T>(type: abstract new (...given: never[]) => T): T => awarding.nest.get(type as never, { strict: false });
const ask = <Row>(sql: string, values: unknown[] = []) => awarding.database.source.query<Row[]>(sql, values);

/** A worker that does not look by itself. */
const sweeper = () =>
  new ObligationsSweeper(
    part(Settling),
    part(MarksRepository),
    part(Reminders),
    part(Settings),
    part(Transactions),
    part(Clock),
  );
const look = async (at?: string) => {
  if (at) awarding.clock.set(at);
  await sweeper().sweep();
};

const asked = (personId: string) =>
  ask<{ since: Day; due: Day; met: Day | null; closed: Day | null }>(
    `select since::text, due_on::text as due, met_on::text as met, closed_on::text as closed from obligation
      where person_id = $1 order by since`,
    [personId],
  );
const lettersTo = async (personId: string) => {
  const rows = await ask<{ subject: string; text: string }>(
    `select subject, body_text as text from mail where recipient = $1 order by created_at, id`,
    [`${personId}@northmoor.example`],
  );
  return rows;
};
const subjectsTo = async (personId: string) => (await lettersTo(personId)).map(({ subject }) => subject);

const seat = (personId: string, from: Day, bodyId = planning) =>
  part(Memberships).join({ personId, bodyId, capacity: 'member', from, by: officer });
const elect = (personId: string, takesOfficeOn: Day, until: Day | null = null) =>
  part(Terms).elect({ personId, electionId, division: 'Aldermere North', takesOfficeOn, until, by: officer });

const proposed = (more: Partial<NewMandate>): NewMandate => ({
  title: 'Planning training',
  source: '',
  who: 'body',
  role: null,
  bodyId: planning,
  capacities: [],
  personId: null,
  requirementId: requirement,
  schemeId: null,
  anchor: 'appointment',
  fixedOn: null,
  count: 0,
  unit: 'day',
  beforeSitting: false,
  anew: false,
  from: dayInLondon(awarding.clock.now()),
  until: null,
  by: officer,
  ...more,
});
/** Proposed and adopted; ended again after the test, so that nobody is asked for it in the next. */
async function mandate(more: Partial<NewMandate> = {}): Promise<string> {
  const { id } = await part(Mandates).propose(proposed(more));
  await part(Mandates).adopt(id, second);
  return id;
}
const member = (name = 'Ada Fenwick', group = 'Green Valleys') => aPerson(awarding.database.source, { name, group });
const body = () => part(Bodies).add({ kind: 'committee', name: randomUUID(), from: '2017-05-08', by: officer });

beforeAll(async () => {
  awarding = await Awarding.begin();
  const { source } = awarding.database;
  officer = await aPerson(source, { name: 'Olive Officer', roles: ['officer'] });
  second = await aPerson(source, { name: 'Oscar Second', roles: ['officer'] });
  electionId = await part(Elections).hold({ kind: 'ordinary', heldOn: '2017-05-04', by: officer });
  course = await awarding.given.aPublishedCoreModule('Planning');
  await ask('update course set minutes = 25 where id = $1', [course]);
  await awarding.awards.considerOverdue();
  requirement = (await ask<{ id: string }>('select id from requirement'))[0]!.id;
});
afterAll(() => awarding?.end());
beforeEach(async () => {
  awarding.clock.set(NOW);
  planning = await body();
});
afterEach(async () => {
  awarding.clock.set(NOW);
  for (const { id } of await ask<{ id: string }>(
    `select id from mandate where outcome like 'adopted%' and ended_at is null`,
  ))
    await part(Mandates).end(id, { by: officer, reason: 'The test is over' });
  await ask('delete from settling_mark');
  await ask('delete from mail');
});

describe('what is asked of a person', () => {
  it('is made when a second person has adopted the mandate, and is due before they first sit', async () => {
    const ada = await member();
    await seat(ada, '2026-11-23');
    const { id } = await part(Mandates).propose(proposed({ beforeSitting: true }));
    await look();
    expect(await asked(ada)).toEqual([]);
    await expect(part(Mandates).adopt(id, officer)).rejects.toThrow('');
    await part(Mandates).adopt(id, second);
    await look();
    expect(await asked(ada)).toEqual([{ since: '2026-11-23', due: '2026-11-23', met: null, closed: null }]);
    expect(await part(Due).of(ada)).toMatchObject([{ title: 'Planning training', dueOn: '2026-11-23', minutes: 25 }]);
  });

  it('follows the seat: put right, ended, and for a new term asked anew', async () => {
    const ada = await member();
    const id = await seat(ada, '2026-11-25');
    await mandate({ count: 7 });
    await look();
    const correct = {
      capacity: 'member',
      from: '2026-12-01',
      until: null,
      by: officer,
      reason: 'The minutes',
    } as const;
    const now = await part(Memberships).correct({ ...correct, membershipId: id });
    await look();
    expect(await asked(ada)).toEqual([{ since: '2026-12-01', due: '2026-12-08', met: null, closed: null }]);
    await part(Memberships).end({ membershipId: now, until: '2026-12-10', by: officer });
    await look('2026-12-09T23:59:59Z');
    expect((await asked(ada))[0]!.closed).toBeNull();
    // Midnight in London, and nobody acts.
    await look('2026-12-10T00:00:00Z');
    expect((await asked(ada))[0]!.closed).toBe('2026-12-10');
  });

  it('is one for each term, of whoever is re-elected', async () => {
    const ada = await member();
    await elect(ada, '2026-11-01', '2026-12-01');
    await mandate({ who: 'role', role: 'member', bodyId: null, anchor: 'takes_office', count: 28, from: '2026-11-01' });
    await look();
    await elect(ada, '2026-12-01');
    await look('2026-12-01T09:00:00Z');
    expect(await asked(ada)).toEqual([
      { since: '2026-11-01', due: '2026-11-29', met: null, closed: '2026-12-01' },
      { since: '2026-12-01', due: '2026-12-29', met: null, closed: null },
    ]);
  });

  it('is met by the commit that completes it, on the same day too, and by what was learned before unless it is asked anew', async () => {
    const [ada, bea] = [await member(), await member('Bea')];
    await seat(ada, '2026-11-23');
    await mandate();
    await look();
    await awarding.complete(ada, course);
    expect(await part(Due).of(ada)).toEqual([]);
    await look();
    expect(await asked(ada)).toMatchObject([{ met: '2026-11-22', closed: null }]);
    await awarding.complete(bea, course);
    await seat(bea, '2026-11-23');
    await mandate({ anew: true, title: 'Again' });
    await look();
    const open = await ask('select from obligation where person_id = $1 and met_on is null', [bea]);
    expect([(await asked(bea)).length, open.length]).toEqual([2, 1]);
    expect(await part(Due).of(bea)).toMatchObject([
      { title: 'Again', needs: [requirement], modules: [expect.any(String)], minutes: 25 },
    ]);
  });

  it('is met, and not closed, for whoever completes it and leaves the committee on the same day', async () => {
    const ada = await member();
    const id = await seat(ada, '2026-11-20');
    await mandate();
    await look();
    await awarding.complete(ada, course);
    await part(Memberships).end({ membershipId: id, until: '2026-11-23', by: officer });
    await look();
    expect(await asked(ada)).toMatchObject([{ met: '2026-11-22', closed: null }]);
  });

  it('is open again when what met it is withdrawn', async () => {
    const ada = await member();
    await seat(ada, '2026-11-20');
    await mandate();
    await awarding.complete(ada, course);
    await look();
    expect(await asked(ada)).toMatchObject([{ met: '2026-11-22' }]);
    const [evidence] = await part(Withdrawals).ofPerson(ada);
    await part(Withdrawals).withdraw(evidence!.id, { by: officer, reason: 'Somebody else sat at her desk' });
    expect(await part(Due).of(ada)).toHaveLength(1);
    await look();
    expect(await asked(ada)).toMatchObject([{ met: null, closed: null }]);
  });

  it('is met by the award, when a scheme is asked for', async () => {
    const ada = await member();
    await elect(ada, FIRST_DAY);
    await mandate({
      who: 'role',
      role: 'member',
      bodyId: null,
      anchor: 'takes_office',
      count: 28,
      requirementId: null,
      schemeId: CORE_SKILLS,
      title: 'Induction',
    });
    await look();
    expect(await part(Due).of(ada)).toMatchObject([{ dueOn: '2026-12-21', minutes: 25, needs: [requirement] }]);
    await awarding.complete(ada, course);
    await look();
    expect(await asked(ada)).toMatchObject([{ met: '2026-11-23' }]);
  });

  it('is nothing any more for whoever is deactivated', async () => {
    const ada = await member();
    await seat(ada, '2026-11-23');
    await mandate();
    await look();
    const administrator = await aPerson(awarding.database.source, { roles: ['administrator'] });
    await part(Leaving).deactivate(administrator, ada);
    await look('2026-12-07T09:00:00Z');
    expect(await asked(ada)).toMatchObject([{ closed: '2026-12-07' }]);
    expect((await subjectsTo(ada)).filter((subject) => subject.startsWith('Overdue'))).toEqual([]);
  });

  it('costs the commit that completes no statement more', async () => {
    const ada = await member();
    await seat(ada, '2026-11-23');
    const statements = async (personId: string) => {
      let count = 0;
      await part(Transactions).run(async (tx) => {
        const before = tx.query.bind(tx);
        tx.query = ((...given: Parameters<typeof before>) => ((count += 1), before(...given))) as typeof tx.query;
        await awarding.awards.consider(tx, personId, awarding.clock.now());
      });
      return count;
    };
    await ask('delete from settling_mark');
    const [withSeat, without] = [await statements(ada), await statements(await member('Bea'))];
    expect(withSeat).toBe(without);
    expect(await ask('select from settling_mark where person_id = $1', [ada])).toHaveLength(1);
  });
});

describe('reminders', () => {
  it('are written once, on weekdays from eight to six, however many workers look', async () => {
    const ada = await member();
    await seat(ada, '2026-11-28');
    await mandate();
    for (const at of ['2026-11-23T07:59:00Z', '2026-11-23T18:00:00Z', '2026-11-22T12:00:00Z']) await look(at);
    expect(await subjectsTo(ada)).toEqual([]);
    awarding.clock.set('2026-11-24T08:00:00Z');
    await Promise.all([sweeper().sweep(), sweeper().sweep(), sweeper().sweep()]);
    await look();
    const [first, ...more] = await lettersTo(ada);
    expect([first!.subject, more]).toEqual(['To complete by 28 November 2026: Planning training', []]);
    expect(first!.text).toContain('Planning training: to complete by 28 November 2026, about 25 minutes');
    await look('2026-11-25T08:00:00Z');
    // The 28th is a Saturday: what falls on it is said on Monday, as it is then.
    for (const at of ['2026-11-26T09:00:00Z', '2026-11-28T09:00:00Z', '2026-11-29T09:00:00Z']) await look(at);
    expect(await subjectsTo(ada)).toHaveLength(2);
    await look('2026-11-30T08:00:00Z');
    expect((await subjectsTo(ada)).slice(2)).toEqual(['Overdue: Planning training']);
  });

  it('say in one letter what is due to one person, and what is asked later that day tomorrow', async () => {
    const ada = await member();
    await seat(ada, '2026-11-26');
    await mandate();
    await mandate({ title: 'Bias', count: 1 });
    await look();
    expect(await subjectsTo(ada)).toEqual(['To complete by 26 November 2026: Planning training, and 1 more']);
    await mandate({ title: 'Site visits', count: 2 });
    await look();
    expect(await subjectsTo(ada)).toHaveLength(1);
    await look('2026-11-24T08:00:00Z');
    expect((await subjectsTo(ada)).slice(1)).toEqual(['To complete by 27 November 2026: Bias, and 1 more']);
  });

  it('are one letter for what is asked late, and none once it is met', async () => {
    const ada = await member();
    await seat(ada, '2026-10-12');
    await mandate({ from: '2026-10-12', count: 28 });
    await look();
    expect(await subjectsTo(ada)).toEqual(['Overdue: Planning training']);
    await awarding.complete(ada, course);
    for (const at of ['2026-11-24T09:00:00Z', '2026-11-30T09:00:00Z', '2026-12-07T09:00:00Z']) await look(at);
    expect(await subjectsTo(ada)).toHaveLength(1);
  });

  it('reach the champion of the group, the officers and the monitoring officer in one letter a day', async () => {
    const { source } = awarding.database;
    const [ada, bea, cal] = [await member('Ada A'), await member('Bea B'), await member('Cal C', 'Independents')];
    const champion = await aPerson(source, { name: 'Chandra', group: 'Green Valleys', roles: ['champion'] });
    const monitoring = await aPerson(source, { name: 'Mo', roles: ['administrator'] });
    const unasked = await aPerson(source, { name: 'Ned', roles: ['administrator'] });
    await part(WhoIsTold).set({ officers: [], monitoringOfficers: [monitoring] }, officer);
    for (const id of [ada, bea, cal]) await seat(id, '2026-11-23');
    await mandate();
    await look();
    await look('2026-11-30T09:00:00Z');
    await look();
    const [told, ...more] = await lettersTo(champion);
    expect(more).toEqual([]);
    expect(told!.subject).toBe('Overdue: 2 people have something to complete');
    expect(told!.text).toContain('Ada A: Planning training, due on 23 November 2026\nBea B: Planning training');
    expect(told!.text).not.toContain('Cal C');
    expect(await subjectsTo(officer)).toEqual([]);
    await awarding.complete(bea, course);
    await look('2026-12-07T09:00:00Z');
    expect(await subjectsTo(officer)).toEqual(['Overdue: 2 people have something to complete']);
    expect((await lettersTo(second))[0]!.text).not.toContain('Bea B');
    expect(await subjectsTo(monitoring)).toEqual([]);
    await look('2026-12-21T09:00:00Z');
    expect((await lettersTo(monitoring))[0]!.text).toContain('You are told as monitoring officer');
    // An administrator sees no list of names, so the letter leads to none.
    expect((await lettersTo(monitoring))[0]!.text).toMatch(/\/admin\n/);
    expect(told!.text).toContain('/admin/mandates/overdue\n');
    expect(await subjectsTo(champion)).toHaveLength(1);
    // Without being chosen an administrator is told no names.
    expect(await subjectsTo(unasked)).toEqual([]);
  });

  it('stay in the group when its champion asked', async () => {
    const { source } = awarding.database;
    const group = await part(Bodies).add({ kind: 'group', name: 'Shire', from: '2017-05-08', by: officer });
    const champion = await aPerson(source, { name: 'Chandra', roles: ['champion', 'member'], group: 'Shire' });
    const ada = await member('Ada A', 'Shire');
    for (const id of [champion, ada]) await seat(id, '2026-11-02', group);
    const inGroup = { who: 'group', bodyId: group, by: champion, from: '2026-11-02' } as const;
    await expect(part(Mandates).propose(proposed({ by: champion }))).rejects.toMatchObject({
      title: 'Champions propose for their own group only',
    });
    const { id } = await part(Mandates).propose(proposed({ ...inGroup, count: 22 }));
    await part(Mandates).adopt(id, officer);
    await look();
    for (const at of ['2026-12-01T09:00:00Z', '2026-12-08T09:00:00Z', '2026-12-22T09:00:00Z']) await look(at);
    const told = (await lettersTo(champion)).filter(({ text }) => text.includes('In your group'));
    expect(told.map(({ text }) => text.includes('Ada A') && !text.includes('Chandra:'))).toEqual([true]);
    expect(await subjectsTo(officer)).toEqual([]);
  });
});

describe('a mandate', () => {
  it('is decided once and ended once, and never changed, whoever writes', async () => {
    const id = await mandate();
    await expect(part(Mandates).adopt(id, second)).rejects.toMatchObject({ title: 'This was decided before' });
    for (const change of [
      `count = 5`,
      `outcome = 'refused'`,
      `proposed_by = gen_random_uuid()`,
      `during = '[2020-01-01,)'`,
    ]) {
      await expect(awarding.database.asOwner(`update mandate set ${change} where id = '${id}'`)).rejects.toThrow(
        'once',
      );
    }
    await expect(awarding.database.asOwner(`delete from mandate`)).rejects.toThrow('once');
    await part(Mandates).end(id, { by: officer, reason: 'No longer' });
    await expect(part(Mandates).end(id, { by: officer, reason: 'Again' })).rejects.toMatchObject({
      title: 'This mandate is not in force',
    });
  });

  it('is taken back by whoever proposed it, and refused by an officer', async () => {
    const outcome = async (by: string) => {
      const { id } = await part(Mandates).propose(proposed({}));
      await part(Mandates).refuse(id, by);
      return (await part(Mandates).find(id)).outcome;
    };
    expect([await outcome(officer), await outcome(second)]).toEqual(['withdrawn', 'refused']);
  });

  it('has to make sense', async () => {
    const title = (more: Partial<NewMandate>) =>
      part(Mandates)
        .propose(proposed(more))
        .catch((error: { title: string }) => error.title);
    expect(await title({ who: 'role', role: 'tester', bodyId: null, anchor: 'takes_office' })).toContain('fixed day');
    expect(await title({ who: 'role', role: 'member', bodyId: null })).toContain('begins with an appointment');
    expect(await title({ requirementId: null })).toBe('Choose what has to be met');
    expect(await title({ who: 'group' })).toBe('Choose who has to meet it');
    expect(await title({ until: '2020-01-01' })).toContain('last day');
  });
});

it('every act on terms and seats is announced, with the people in the order of their ids', async () => {
  const heard: (readonly string[])[] = [];
  part(Announcements).on(MembershipsChanged, (_, { personIds }) => Promise.resolve(void heard.push(personIds)));
  const people = (await Promise.all([member(), member(), member()])).toSorted().toReversed();
  const sit = (personId: string) =>
    ({ personId, bodyId: planning, capacity: 'member', from: '2026-01-01', by: officer }) as const;
  const [one, two] = await part(Memberships).joinAll(people.map(sit));
  const ended = await part(Memberships).end({ membershipId: one!, until: '2026-03-01', by: officer });
  await part(Memberships).withdraw({ membershipId: ended, by: officer, reason: 'Never' });
  const right = { capacity: 'chair', from: '2026-01-02', until: null, by: officer, reason: 'Minutes' } as const;
  await part(Memberships).correct({ ...right, membershipId: two! });
  const term = await elect(people[2]!, FIRST_DAY);
  const shorter = await part(Terms).end({ termId: term, until: '2026-01-01', by: officer });
  await part(Terms).withdraw({ termId: shorter, by: officer, reason: 'Never' });
  const [first, middle, last] = people.toReversed() as [string, string, string];
  expect(heard).toEqual([[first, middle, last], [last], [last], [middle], [first], [first], [first]]);
});
