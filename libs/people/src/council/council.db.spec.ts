import { PeopleTrial } from '../../../../test/support/people-trial';
import { Corrections } from '../acts/corrections.service';
import { AS_RECORDED } from './as-recorded';
import { Bodies } from './bodies.service';
import { Elections } from './elections.service';
import { GroupCopy } from './group-copy';
import { Memberships } from './memberships.service';
import { lockPersons } from './person-lock';
import { Terms } from './terms.service';

let trial: PeopleTrial;
let officer: string;
let planning: string;
let group: string;
let names = 0;
beforeAll(async () => {
  trial = await PeopleTrial.open();
  officer = (await trial.aPerson('officer')).id;
  planning = await bodies().add({ kind: 'committee', name: 'Planning Committee', from: '2017-05-08', by: officer });
  group = await bodies().add({ kind: 'group', name: 'Green Valleys', from: '2017-05-08', by: officer });
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

const bodies = () => trial.parts.get(Bodies);
const memberships = () => trial.parts.get(Memberships);
const aMember = async () => (await trial.aPerson('member')).id;
const aBody = (kind: 'committee' | 'group' | 'council', more = {}) =>
  bodies().add({ kind, name: `Body ${++names}`, from: '2017-05-08', by: officer, ...more });
const join = (personId: string, bodyId = planning, more = {}) =>
  memberships().join({ personId, bodyId, capacity: 'member', from: '2017-05-22', by: officer, ...more });
const said = (personId: string) =>
  trial.rows<{ capacity: string; during: string }>(
    `select capacity, during::text from membership where person_id = $1 and superseded_at is null order by during`,
    [personId],
  );
const groupOf = async (personId: string) =>
  (
    await trial.rows<{ name: string | null }>('select political_group as name from person where id = $1', [personId])
  )[0]!.name;

describe('a membership', () => {
  it('begins, ends and is on record', async () => {
    const person = await aMember();
    const joined = await join(person);
    const ended = await memberships().end({ membershipId: joined, until: '2019-05-13', by: officer });
    expect(await said(person)).toEqual([{ capacity: 'member', during: '[2017-05-22,2019-05-13)' }]);
    expect(await trial.audited(joined)).toMatchObject([{ action: 'membership.joined', actor: officer }]);
    expect(await trial.audited(ended)).toMatchObject([
      { action: 'membership.ended', detail: { before: { until: null }, until: '2019-05-13' } },
    ]);
  });

  it('that overlaps another on that body is refused in words', async () => {
    const person = await aMember();
    await join(person, planning, { until: '2019-05-13' });
    await expect(join(person, planning, { from: '2019-05-12', capacity: 'chair' })).rejects.toMatchObject({
      name: 'AlreadyOnThisBody',
      title: 'They are on it already, from 22 May 2017 to 12 May 2019',
    });
    await join(person, planning, { from: '2019-05-13', capacity: 'chair' });
    expect(await said(person)).toHaveLength(2);
  });

  it('is refused in words to the second of two who record it at once', async () => {
    const person = await aMember();
    const tries = await Promise.allSettled([join(person), join(person), join(person)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries.filter(({ status }) => status === 'rejected')) {
      expect(one).toMatchObject({ reason: { name: 'AlreadyOnThisBody' } });
    }
    expect(await said(person)).toHaveLength(1);
  });

  it('is recorded with many others at once: all of them, or none', async () => {
    const people = [await aMember(), await aMember()];
    const given = people.map((personId) => ({
      personId,
      bodyId: planning,
      capacity: 'member' as const,
      from: '2018-01-01',
      by: officer,
    }));
    await expect(memberships().joinAll([...given, given[0]!])).rejects.toMatchObject({ name: 'AlreadyOnThisBody' });
    for (const person of people) expect(await said(person)).toEqual([]);
    const ids = await memberships().joinAll(given);
    expect(await trial.audited(ids[1]!)).toMatchObject([
      { action: 'membership.joined', detail: { personId: people[1] } },
    ]);
    for (const person of people) expect(await said(person)).toHaveLength(1);
  });

  it('lies within the days of its body, and takes what there is on it', async () => {
    const person = await aMember();
    await expect(join(person, planning, { from: '2017-05-07' })).rejects.toMatchObject({ name: 'OutsideTheBody' });
    await expect(join(person, planning, { until: '2017-05-22' })).rejects.toMatchObject({ name: 'EndsBeforeItBegins' });
    await expect(join(person, group, { capacity: 'substitute' })).rejects.toMatchObject({ name: 'NoSuchCapacityHere' });
    const council = await aBody('council');
    await expect(join(person, council)).rejects.toMatchObject({ name: 'NoSuchCapacityHere' });
    await join(person, council, { capacity: 'chair' });
  });
});

describe('a correction', () => {
  it('supersedes: what was said before, by whom and until when, stays', async () => {
    const person = await aMember();
    const joined = await join(person);
    const before = new Date(trial.clock.now());
    trial.clock.set(new Date('2026-11-22T15:00:00Z'));
    const now = { capacity: 'chair', from: '2017-05-23', until: null, reason: 'The minutes say so' } as const;
    const corrected = await memberships().correct({ membershipId: joined, ...now, by: officer });
    expect(await said(person)).toEqual([{ capacity: 'chair', during: '[2017-05-23,)' }]);
    const rows = await trial.rows(
      'select id, replaces, superseded_by, reason from membership where person_id = $1 order by recorded_at',
      [person],
    );
    expect(rows).toEqual([
      { id: joined, replaces: null, superseded_by: officer, reason: 'The minutes say so' },
      { id: corrected, replaces: joined, superseded_by: null, reason: null },
    ]);
    const asKnown = (moment: Date) =>
      trial.rows(
        `select m.capacity from membership_standing m where m.person_id = $2 and ${AS_RECORDED('m', '$1')} and m.during @> '2017-05-23'::date`,
        [moment, person],
      );
    expect([await asKnown(before), await asKnown(trial.clock.now())]).toEqual([
      [{ capacity: 'member' }],
      [{ capacity: 'chair' }],
    ]);
  });

  it('needs a reason, and is made once', async () => {
    const person = await aMember();
    const membershipId = await join(person);
    const correct = (reason: string) =>
      trial.transactions.run((tx) =>
        memberships().correct(
          { membershipId, capacity: 'member', from: '2017-06-01', until: null, by: officer, reason },
          tx,
        ),
      );
    await expect(correct(' ')).rejects.toMatchObject({ name: 'ReasonIsMissing' });
    const tries = await Promise.allSettled([correct('One'), correct('Two')]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'WasPutRightBefore' } });
  });

  it('may say that it never was', async () => {
    const person = await aMember();
    const membershipId = await join(person, group);
    expect(await groupOf(person)).toBe('Green Valleys');
    await memberships().withdraw({ membershipId, by: officer, reason: 'Another person of that name' });
    expect([await said(person), await groupOf(person)]).toEqual([[], null]);
  });
});

describe('a political group', () => {
  it('is copied to the person, on the day it begins and on the day it ends', async () => {
    const person = await aMember();
    const membershipId = await join(person, group, { from: '2026-11-23' });
    expect(await groupOf(person)).toBeNull();
    trial.clock.set(new Date('2026-11-23T00:00:00Z'));
    await trial.parts.get(GroupCopy).beginDay();
    expect(await groupOf(person)).toBe('Green Valleys');
    await memberships().end({ membershipId, until: '2026-11-25', by: officer });
    expect(await groupOf(person)).toBe('Green Valleys');
    trial.clock.set(new Date('2026-11-25T00:00:00Z'));
    await trial.parts.get(GroupCopy).beginDay();
    expect(await groupOf(person)).toBeNull();
  });

  it('is typed for nobody whose group is on record', async () => {
    const person = await trial.aPerson('member');
    const correct = (name: string) =>
      trial.parts
        .get(Corrections)
        .correct(officer, person.id, { name: 'Ann', email: person.email, group: name, district: null, division: null });
    await correct('Of no record');
    expect(await groupOf(person.id)).toBe('Of no record');
    await join(person.id, group);
    await expect(correct('Another')).rejects.toMatchObject({ name: 'GroupComesFromMemberships' });
    await correct('Green Valleys');
  });

  it('is one at a time', async () => {
    const person = await aMember();
    const [one, other] = [await aBody('group'), await aBody('group')];
    const first = await join(person, one);
    await expect(join(person, other)).rejects.toMatchObject({ name: 'InAnotherGroup' });
    await memberships().end({ membershipId: first, until: '2020-01-01', by: officer });
    await join(person, other, { from: '2020-01-01' });
    expect(await said(person)).toHaveLength(2);
  });

  it('takes its new name to its people', async () => {
    const person = await aMember();
    const body = await aBody('group', { nameCy: 'Grŵp' });
    await join(person, body);
    const name = `Renamed ${names}`;
    await bodies().change({
      id: body,
      name,
      nameCy: null,
      externalId: null,
      from: '2017-05-08',
      until: null,
      by: officer,
    });
    expect(await groupOf(person)).toBe(name);
  });
});

describe('a body', () => {
  it('has a name of its own at its time', async () => {
    const given = { kind: 'panel', name: 'PLANNING committee', from: '2020-01-01', by: officer } as const;
    await expect(bodies().add(given)).rejects.toMatchObject({ name: 'BodyNameIsTaken' });
    await bodies().add({ ...given, from: '1990-01-01', until: '2017-05-08' });
    await aBody('committee', { externalId: 'C-7' });
    await expect(aBody('committee', { externalId: 'C-7' })).rejects.toMatchObject({ name: 'ExternalIdIsTaken' });
  });

  it('cannot end while somebody sits on it', async () => {
    const id = await aBody('committee');
    await join(await aMember(), id);
    const given = { id, name: `Ended ${names}`, nameCy: null, externalId: null, from: '2017-05-08', by: officer };
    await expect(bodies().change({ ...given, until: '2020-01-01' })).rejects.toMatchObject({ name: 'BodyHasMembers' });
  });

  it('changes its rule from a day on; what held before stays', async () => {
    const bodyId = await aBody('committee', { substitutes: 'named' });
    await bodies().rule({ bodyId, from: '2018-02-28', substitutes: 'group', by: officer });
    await bodies().rule({ bodyId, from: '2018-02-28', substitutes: 'none', by: officer, reason: 'Minute 7' });
    await bodies().rule({ bodyId, from: '2017-06-01', substitutes: 'group', by: officer });
    const rules = await trial.rows(
      `select substitutes, during::text from body_rule where body_id = $1 and superseded_at is null order by during`,
      [bodyId],
    );
    expect(rules).toEqual([
      { substitutes: 'named', during: '[2017-05-08,2017-06-01)' },
      { substitutes: 'group', during: '[2017-06-01,2018-02-28)' },
      { substitutes: 'none', during: '[2018-02-28,)' },
    ]);
  });
});

describe('an election', () => {
  const elections = () => trial.parts.get(Elections);
  const terms = () => trial.parts.get(Terms);

  it('brings people into office on the fourth day after the poll, until the next', async () => {
    const person = await aMember();
    const election = await elections().hold({ kind: 'ordinary', heldOn: '2017-05-04', by: officer });
    const term = await terms().elect({ personId: person, electionId: election, division: 'Dunsey Town', by: officer });
    const again = terms().elect({ personId: person, electionId: election, division: 'Dunsey Rural', by: officer });
    await expect(again).rejects.toMatchObject({ name: 'AlreadyInOffice' });
    const ended = await terms().end({ termId: term, until: '2021-05-10', by: officer });
    const [row] = await trial.rows(
      'select during::text, takes_office_on::text as takes, replaces from term where id = $1',
      [ended],
    );
    expect(row).toEqual({ during: '[2017-05-08,2021-05-10)', takes: '2017-05-08', replaces: term });
    await expect(elections().withdraw(election, { by: officer, reason: 'x' })).rejects.toMatchObject({
      name: 'ElectionHasTerms',
    });
    await terms().withdraw({ termId: ended, by: officer, reason: 'Another person' });
    await elections().withdraw(election, { by: officer, reason: 'Held a week later' });
    await expect(
      terms().elect({ personId: person, electionId: election, division: 'Dunsey Town', by: officer }),
    ).rejects.toMatchObject({ name: 'ElectionNotFound' });
  });

  it('is recorded once; a by-election on 29 February has its division', async () => {
    const given = { kind: 'by_election', heldOn: '2024-02-29', by: officer } as const;
    await expect(elections().hold(given)).rejects.toMatchObject({ name: 'DivisionIsMissing' });
    const election = await elections().hold({ ...given, division: 'Kelderby South' });
    await expect(elections().hold({ ...given, division: 'kelderby south' })).rejects.toMatchObject({
      name: 'ElectionIsRecorded',
    });
    expect(await elections().on('2024-02-29', 'by_election', 'Kelderby South')).toBe(election);
    const personId = await aMember();
    const early = {
      personId,
      electionId: election,
      division: 'Kelderby South',
      takesOfficeOn: '2024-02-28',
      by: officer,
    };
    await expect(terms().elect(early)).rejects.toMatchObject({ name: 'BeforeThePoll' });
    const term = await terms().elect({ ...early, takesOfficeOn: undefined });
    const put = { termId: term, division: 'Kelderby North', takesOfficeOn: '2024-03-05', until: null };
    await terms().correct({ ...put, by: officer, reason: 'The paper says so' });
    expect(
      await trial.rows(
        'select division, during::text from term where person_id = $1 order by recorded_at, replaces nulls first',
        [personId],
      ),
    ).toEqual([
      { division: 'Kelderby South', during: '[2024-03-04,)' },
      { division: 'Kelderby North', during: '[2024-03-05,)' },
    ]);
  });
});

describe('what was recorded', () => {
  it.each(['election', 'term', 'body', 'body_rule', 'membership'])('of %s is deleted by nobody', async (table) => {
    for (const run of [(sql: string) => trial.rows(sql), (sql: string) => trial.database.asOwner(sql)]) {
      await expect(run(`delete from ${table}`)).rejects.toThrow('never deleted');
    }
    await expect(trial.rows(`truncate ${table} cascade`)).rejects.toThrow('permission denied');
    await expect(trial.database.asOwner(`truncate ${table} cascade`)).rejects.toThrow('never deleted');
  });

  it('is changed by nobody, but superseded once', async () => {
    await join(await aMember());
    for (const run of [(sql: string) => trial.rows(sql), (sql: string) => trial.database.asOwner(sql)]) {
      await expect(run(`update membership set capacity = 'chair'`)).rejects.toThrow('never changed');
      await expect(run(`update membership set superseded_at = null`)).rejects.toThrow('never changed');
    }
  });

  it('overlaps in no way, whoever writes it', async () => {
    const person = await aMember();
    const row = `insert into membership (id, person_id, body_id, capacity, during, recorded_at)
      values (gen_random_uuid(), '${person}', '${planning}', 'member', '[2017-05-22,)', now())`;
    await trial.rows(row);
    await expect(trial.database.asOwner(row)).rejects.toThrow('membership_one_at_a_time');
  });

  it('by two who lock several people in turn comes one after the other', async () => {
    const people = [await aMember(), await aMember(), await aMember()];
    const all = (order: string[], body: string) =>
      trial.transactions.run(async (tx) => {
        await lockPersons(tx, order);
        for (const personId of order) {
          await memberships().join({ personId, bodyId: body, capacity: 'member', from: '2018-01-01', by: officer }, tx);
        }
      });
    const [one, other] = [await aBody('committee'), await aBody('committee')];
    await Promise.all([all(people, one), all(people.toReversed(), other)]);
    for (const person of people) expect(await said(person)).toHaveLength(2);
  });
});
