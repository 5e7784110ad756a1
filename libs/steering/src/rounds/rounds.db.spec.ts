import { britishTimeAndDate } from '@induct/platform';
import { Proposals } from '@induct/people';
import type { SteeringGroup } from '../../../../test/support/steering-group';
import { aRoundOfAWeek, DAY, oliveAndHerTesters } from '../../test/olive-and-her-testers';
import { LeastQuorum, NotYoursToDo, RoundIsClosed, RoundIsOpen, SteeringFormIsWrong } from '..';
import { RoundDeadlines } from './round-deadlines';

describe('a test round', () => {
  let group: SteeringGroup;
  let [olive, ada, ben, cat]: string[] = [];

  beforeAll(async () => {
    ({ group, olive, ada, ben, cat } = await oliveAndHerTesters());
  });
  afterAll(() => group?.leave());

  const order = (versionId: string, given: object = {}) => aRoundOfAWeek(group, versionId, [ada!, ben!], given);

  it('puts the version into testing and invites its testers with one link', async () => {
    const { versionId } = await group.aCourse();
    const { roundId } = await group.rounds.open(olive!, order(versionId));
    expect(await group.state(versionId)).toBe('in_testing');
    const [letter] = await group.letters(ada!);
    expect(letter!.subject).toBe('Please test a module: Golf');
    expect(letter!.text).toContain('The new part on gifts');
    expect(letter!.text.match(/http\S+/g)).toEqual([`http://localhost:3000/testing/rounds/${roundId}`]);
    expect(await group.trail(roundId)).toEqual(['test_round.opened']);
  });

  it('asks for two sign-offs or more, and for more when two people have agreed on it', async () => {
    const { versionId } = await group.aCourse();
    const least = group.module.get(LeastQuorum, { strict: false });
    const proposals = group.module.get(Proposals, { strict: false });
    await expect(group.rounds.open(olive!, order(versionId, { quorum: 1 }))).rejects.toThrow('2 or more');
    await expect(least.propose(olive!, 1)).rejects.toThrow('2 testers or more');
    await expect(least.propose(ada!, 3)).rejects.toMatchObject({ name: 'NotAllowed' });
    const other = await group.aPerson('Oscar Officer', 'officer');
    const { id, is } = await least.propose(olive!, 3);
    expect([is, await least.now()]).toEqual(['waiting', 2]);
    await proposals.agree(id, other);
    expect(await least.now()).toBe(3);
    await expect(group.rounds.open(olive!, order(versionId))).rejects.toThrow('3 or more');
    await expect(
      group.database.source.query(
        `insert into test_round (id, course_id, version_id, package_sha256, number, focus, checklist, quorum, deadline,
           opened_by, opened_at)
         select gen_random_uuid(), course_id, id, package_sha256, 900, '', '[]', 2, now(), id, now()
           from course_version where id = $1`,
        [versionId],
      ),
    ).rejects.toThrow('at least 3 sign-offs');
    const back = await least.propose(other, 2);
    await proposals.agree(back.id, olive!);
    await group.rounds.open(olive!, order(versionId));
  });

  it('is opened by an officer, for testers, one at a time', async () => {
    const { versionId } = await group.aCourse();
    await expect(group.rounds.open(ada!, order(versionId))).rejects.toThrow(NotYoursToDo);
    await expect(group.rounds.open(olive!, order(versionId, { testers: [ada!, olive!] }))).rejects.toThrow(
      'another officer',
    );
    const member = await group.aPerson('Mia Member', 'member');
    await expect(group.rounds.open(olive!, order(versionId, { testers: [ada!, member] }))).rejects.toThrow(
      'role Tester',
    );
    expect(await group.state(versionId)).toBe('draft');
    await group.rounds.open(olive!, order(versionId));
    await expect(group.rounds.open(olive!, order(versionId))).rejects.toThrow(RoundIsOpen);
  });

  it('closes when its quorum has signed off, and the version is approved', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!, ben!, cat!], 2);
    await group.signOff(roundId, ada!);
    expect(await group.state(versionId)).toBe('in_testing');
    await group.signOff(roundId, ben!);
    expect(await group.state(versionId)).toBe('approved');
    await expect(group.signOff(roundId, cat!)).rejects.toThrow(RoundIsClosed);
    expect((await group.letters(olive!)).at(-1)!.text).toContain('Its quorum was reached: 2 of 2 needed sign-offs.');
    expect((await group.letters(cat!)).at(-1)!.subject).toBe('Test round closed: Golf');
    expect(await group.trail(roundId)).toEqual([
      'test_round.opened',
      'test_round.signed_off',
      'test_round.signed_off',
      'test_round.closed',
    ]);
  });

  it('closes at its deadline, and without a quorum the version is a draft again', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!, ben!]);
    await group.signOff(roundId, ada!);
    group.clock.advance(7 * DAY);
    await expect(group.signOff(roundId, ben!)).rejects.toThrow(RoundIsClosed);
    expect(await group.state(versionId)).toBe('draft');
    expect((await group.letters(ada!)).at(-1)!.text).toContain('The deadline came without its quorum: 1 of 2');
    expect(await group.publishing.mayPublish(versionId)).toMatchObject({
      open: false,
      refusals: [{ code: 'no_quorum' }],
    });
  });

  it('closes at its deadline when nobody comes by, too', async () => {
    const { versionId } = await group.aCourse();
    await group.aRound(olive!, versionId, [ada!, ben!]);
    const deadlines = group.module.get(RoundDeadlines);
    await deadlines.work();
    expect(await group.state(versionId)).toBe('in_testing');
    group.clock.advance(7 * DAY);
    expect(await deadlines.work()).toBeGreaterThan(0);
    expect(await group.state(versionId)).toBe('draft');
    expect(await deadlines.work()).toBe(0);
  });

  it('closes at its deadline although another one cannot be closed', async () => {
    const { versionId } = await group.aCourse();
    const { versionId: broken } = await group.aCourse();
    await group.aRound(olive!, broken, [ada!]);
    await group.aRound(olive!, versionId, [ada!]);
    const { database } = group;
    await database.asOwner(
      `alter table course_version add constraint broken check (id <> '${broken}' or state <> 'draft')`,
    );
    group.clock.advance(7 * DAY);
    expect(await group.module.get(RoundDeadlines).work()).toBe(2);
    expect([await group.state(broken), await group.state(versionId)]).toEqual(['in_testing', 'draft']);
    await database.asOwner('alter table course_version drop constraint broken');
    await group.module.get(RoundDeadlines).work();
  });

  it('is closed early by an officer, and another may follow', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!, ben!]);
    await expect(group.rounds.close(roundId, ada!)).rejects.toThrow(NotYoursToDo);
    await group.rounds.close(roundId, olive!);
    expect(await group.state(versionId)).toBe('draft');
    const again = await group.aRound(olive!, versionId, [ada!]);
    await group.signOff(again, ada!);
    expect(await group.state(versionId)).toBe('approved');
  });

  it('reminds those who have not decided, once an hour at most', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!, ben!, cat!]);
    await group.signOff(roundId, ada!);
    expect(await group.rounds.nudge(roundId, olive!, [ben!])).toBe(1);
    expect(await group.rounds.nudge(roundId, olive!)).toBe(1);
    expect(await group.rounds.nudge(roundId, olive!)).toBe(0);
    group.clock.advance(3_600_000);
    expect(await group.rounds.nudge(roundId, olive!)).toBe(2);
    expect((await group.letters(ada!)).at(-1)!.subject).not.toContain('reminder');
    expect((await group.letters(ben!)).at(-1)!.subject).toBe('A reminder: please test Golf');
  });

  it('gets more time and more testers from an officer', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!]);
    const later = new Date(group.clock.now().getTime() + 14 * DAY);
    await expect(group.rounds.extend(roundId, olive!, group.clock.now())).rejects.toThrow('in the future');
    await group.rounds.extend(roundId, olive!, later);
    const moved = (await group.letters(ada!)).at(-1)!;
    expect(moved.subject).toBe('Another last day: please test Golf');
    expect(moved.text).toContain(`It closes at ${britishTimeAndDate(later)} now`);
    await expect(group.rounds.addTesters(roundId, olive!, [olive!])).rejects.toThrow(SteeringFormIsWrong);
    await group.rounds.addTesters(roundId, olive!, [ada!, cat!]);
    expect((await group.letters(cat!)).at(-1)!.subject).toBe('Please test a module: Golf');
    group.clock.advance(8 * DAY);
    await group.hasLooked(cat!, versionId, roundId);
    await group.signOff(roundId, cat!);
    expect(await group.state(versionId)).toBe('approved');
  });

  it('tells only those who have not decided that it has another last day', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!, ben!]);
    await group.signOff(roundId, ada!);
    await group.rounds.extend(roundId, olive!, new Date(group.clock.now().getTime() + 9 * DAY));
    const subjects = await Promise.all([ada!, ben!].map(async (id) => (await group.letters(id)).at(-1)!.subject));
    expect(subjects).toEqual(['Please test a module: Golf', 'Another last day: please test Golf']);
  });

  it('takes no more testers than a round can have', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!]);
    const many = await Promise.all(Array.from({ length: 100 }, (_, nth) => group.aPerson(`Tester ${nth}`, 'tester')));
    await expect(group.rounds.addTesters(roundId, olive!, many)).rejects.toThrow('100 testers at most');
  });
});
