import { CouncilTrial } from '../../../../test/support/council-trial';
import { AS_RECORDED } from './as-recorded';
import { Elections } from './elections.service';
import { lockPersons } from './person-lock';
import { Terms } from './terms.service';

let council: CouncilTrial;
beforeAll(async () => {
  council = await CouncilTrial.open();
});
afterAll(() => council?.trial.close());
beforeEach(() => council.trial.reset());

describe('a membership', () => {
  it('begins, ends and is on record', async () => {
    const person = await council.aMember();
    const joined = await council.join(person);
    const ended = await council.memberships.end({ membershipId: joined, until: '2019-05-13', by: council.officer });
    expect(await council.said(person)).toEqual([{ capacity: 'member', during: '[2017-05-22,2019-05-13)' }]);
    expect(await council.trial.audited(joined)).toMatchObject([
      { action: 'membership.joined', actor: council.officer },
    ]);
    expect(await council.trial.audited(ended)).toMatchObject([
      { action: 'membership.ended', detail: { before: { until: null }, until: '2019-05-13' } },
    ]);
  });

  it('that overlaps another on that body is refused in words', async () => {
    const person = await council.aMember();
    await council.join(person, council.planning, { until: '2019-05-13' });
    await expect(
      council.join(person, council.planning, { from: '2019-05-12', capacity: 'chair' }),
    ).rejects.toMatchObject({
      name: 'AlreadyOnThisBody',
      title: 'They are on it already, from 22 May 2017 to 12 May 2019',
    });
    await council.join(person, council.planning, { from: '2019-05-13', capacity: 'chair' });
    expect(await council.said(person)).toHaveLength(2);
  });

  it('is refused in words to the second of two who record it at once', async () => {
    const person = await council.aMember();
    const tries = await Promise.allSettled([council.join(person), council.join(person), council.join(person)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries.filter(({ status }) => status === 'rejected')) {
      expect(one).toMatchObject({ reason: { name: 'AlreadyOnThisBody' } });
    }
    expect(await council.said(person)).toHaveLength(1);
  });

  it('is recorded with many others at once: all of them, or none', async () => {
    const people = [await council.aMember(), await council.aMember()];
    const given = people.map((personId) => ({
      personId,
      bodyId: council.planning,
      capacity: 'member' as const,
      from: '2018-01-01',
      by: council.officer,
    }));
    await expect(council.memberships.joinAll([...given, given[0]!])).rejects.toMatchObject({
      name: 'AlreadyOnThisBody',
    });
    for (const person of people) expect(await council.said(person)).toEqual([]);
    const ids = await council.memberships.joinAll(given);
    expect(await council.trial.audited(ids[1]!)).toMatchObject([
      { action: 'membership.joined', detail: { personId: people[1] } },
    ]);
    for (const person of people) expect(await council.said(person)).toHaveLength(1);
  });

  it('lies within the days of its body, and takes what there is on it', async () => {
    const person = await council.aMember();
    await expect(council.join(person, council.planning, { from: '2017-05-07' })).rejects.toMatchObject({
      name: 'OutsideTheBody',
    });
    await expect(council.join(person, council.planning, { until: '2017-05-22' })).rejects.toMatchObject({
      name: 'EndsBeforeItBegins',
    });
    await expect(council.join(person, council.group, { capacity: 'substitute' })).rejects.toMatchObject({
      name: 'NoSuchCapacityHere',
    });
    const whole = await council.aBody('council');
    await expect(council.join(person, whole)).rejects.toMatchObject({ name: 'NoSuchCapacityHere' });
    await council.join(person, whole, { capacity: 'chair' });
  });
});

describe('a correction', () => {
  it('supersedes: what was said before, by whom and until when, stays', async () => {
    const person = await council.aMember();
    const joined = await council.join(person);
    const before = new Date(council.trial.clock.now());
    council.trial.clock.set(new Date('2026-11-22T15:00:00Z'));
    const now = { capacity: 'chair', from: '2017-05-23', until: null, reason: 'The minutes say so' } as const;
    const corrected = await council.memberships.correct({ membershipId: joined, ...now, by: council.officer });
    expect(await council.said(person)).toEqual([{ capacity: 'chair', during: '[2017-05-23,)' }]);
    const rows = await council.trial.rows(
      'select id, replaces, superseded_by, reason from membership where person_id = $1 order by recorded_at',
      [person],
    );
    expect(rows).toEqual([
      { id: joined, replaces: null, superseded_by: council.officer, reason: 'The minutes say so' },
      { id: corrected, replaces: joined, superseded_by: null, reason: null },
    ]);
    const asKnown = (moment: Date) =>
      council.trial.rows(
        `select m.capacity from membership_standing m where m.person_id = $2 and ${AS_RECORDED('m', '$1')} and m.during @> '2017-05-23'::date`,
        [moment, person],
      );
    expect([await asKnown(before), await asKnown(council.trial.clock.now())]).toEqual([
      [{ capacity: 'member' }],
      [{ capacity: 'chair' }],
    ]);
  });

  it('needs a reason, and is made once', async () => {
    const person = await council.aMember();
    const membershipId = await council.join(person);
    const correct = (reason: string) =>
      council.trial.transactions.run((tx) =>
        council.memberships.correct(
          { membershipId, capacity: 'member', from: '2017-06-01', until: null, by: council.officer, reason },
          tx,
        ),
      );
    await expect(correct(' ')).rejects.toMatchObject({ name: 'ReasonIsMissing' });
    const tries = await Promise.allSettled([correct('One'), correct('Two')]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'WasPutRightBefore' } });
  });

  it('may say that it never was', async () => {
    const person = await council.aMember();
    const membershipId = await council.join(person, council.group);
    expect(await council.groupOf(person)).toBe('Green Valleys');
    await council.memberships.withdraw({ membershipId, by: council.officer, reason: 'Another person of that name' });
    expect([await council.said(person), await council.groupOf(person)]).toEqual([[], null]);
  });
});

describe('what was recorded', () => {
  beforeAll(async () => {
    const election = { kind: 'ordinary', heldOn: '2017-05-04', by: council.officer } as const;
    const electionId = await council.trial.parts.get(Elections).hold(election);
    const elected = { personId: await council.aMember(), electionId, division: 'Dunsey Town', by: council.officer };
    await council.trial.parts.get(Terms).elect(elected);
  });

  it.each(['election', 'term', 'body', 'body_rule', 'membership'])('of %s is deleted by nobody', async (table) => {
    for (const run of [
      (sql: string) => council.trial.rows(sql),
      (sql: string) => council.trial.database.asOwner(sql),
    ]) {
      await expect(run(`delete from ${table}`)).rejects.toThrow('never deleted');
    }
    await expect(council.trial.rows(`truncate ${table} cascade`)).rejects.toThrow('permission denied');
    await expect(council.trial.database.asOwner(`truncate ${table} cascade`)).rejects.toThrow('never deleted');
  });

  it('is changed by nobody, but superseded once', async () => {
    await council.join(await council.aMember());
    for (const run of [
      (sql: string) => council.trial.rows(sql),
      (sql: string) => council.trial.database.asOwner(sql),
    ]) {
      await expect(run(`update membership set capacity = 'chair'`)).rejects.toThrow('never changed');
      await expect(run(`update membership set superseded_at = null`)).rejects.toThrow('never changed');
    }
  });

  it('overlaps in no way, whoever writes it', async () => {
    const person = await council.aMember();
    const row = `insert into membership (id, person_id, body_id, capacity, during, recorded_at)
      values (gen_random_uuid(), '${person}', '${council.planning}', 'member', '[2017-05-22,)', now())`;
    await council.trial.rows(row);
    await expect(council.trial.database.asOwner(row)).rejects.toThrow('membership_one_at_a_time');
  });

  it('by two who lock several people in turn comes one after the other', async () => {
    const people = [await council.aMember(), await council.aMember(), await council.aMember()];
    const all = (order: string[], body: string) =>
      council.trial.transactions.run(async (tx) => {
        await lockPersons(tx, order);
        for (const personId of order) {
          await council.memberships.join(
            { personId, bodyId: body, capacity: 'member', from: '2018-01-01', by: council.officer },
            tx,
          );
        }
      });
    const [one, other] = [await council.aBody('committee'), await council.aBody('committee')];
    await Promise.all([all(people, one), all(people.toReversed(), other)]);
    for (const person of people) expect(await council.said(person)).toHaveLength(2);
  });
});
