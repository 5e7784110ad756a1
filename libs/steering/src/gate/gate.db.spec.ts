import { Leaving } from '@induct/people';
import { CoursePublished, Publishing } from '@induct/course';
import { Announcements } from '@induct/platform';
import { randomUUID } from 'node:crypto';
import { DESCRIPTION, NO_REFRESH, SteeringGroup } from '../../../../test/support/steering-group';
import {
  GateIsClosed,
  NotYoursToDo,
  OverrideIsDone,
  OverrideWaits,
  SteeringFormIsWrong,
  VersionCannotBeTested,
} from '..';

const REASON = 'The law on declaring gifts changes tomorrow';

describe('publishing', () => {
  let group: SteeringGroup;
  let [olive, oscar, adam, ada]: string[] = [];
  const published: CoursePublished[] = [];

  beforeAll(async () => {
    group = await SteeringGroup.gather();
    olive = await group.aPerson('Olive Officer', 'officer');
    oscar = await group.aPerson('Oscar Officer', 'officer', 'administrator');
    adam = await group.aPerson('Adam Administrator', 'administrator');
    ada = await group.aPerson('Ada Fenwick', 'tester');
    group.module.get(Announcements).on(CoursePublished, (_tx, event) => Promise.resolve(void published.push(event)));
  });
  afterAll(() => group?.leave());

  const approved = async (courseId?: string) => {
    const made = courseId ? { courseId, versionId: await group.aVersion(courseId) } : await group.aCourse();
    const roundId = await group.aRound(olive!, made.versionId, [ada!]);
    await group.signOff(roundId, ada!);
    return { ...made, roundId };
  };
  const codes = async (versionId: string) =>
    (await group.publishing.mayPublish(versionId)).refusals.map(({ code }) => code);

  it('is open for a version that its round has approved', async () => {
    const { versionId, courseId, roundId } = await approved();
    expect(await group.publishing.mayPublish(versionId)).toMatchObject({
      open: true,
      round: { id: roundId, signedOff: 2, quorum: 2 },
    });
    await expect(group.publish(versionId, ada!)).rejects.toThrow(NotYoursToDo);
    const { publicationId } = await group.publish(versionId, olive!);
    expect(await group.state(versionId)).toBe('published');
    expect(published.at(-1)).toEqual(new CoursePublished(courseId, versionId, false, publicationId));
    expect(await group.trail(versionId)).toEqual(['course_version.published']);
    await expect(group.publish(versionId, olive!)).rejects.toThrow(GateIsClosed);
  });

  it('is refused, with every reason, for one that was not', async () => {
    const { versionId, courseId } = await group.aCourse();
    expect(await codes(versionId)).toEqual(['no_round']);
    const roundId = await group.aRound(olive!, versionId, [ada!]);
    await group.raise(roundId, ada!);
    expect(await codes(versionId)).toEqual(['round_open', 'blocking_finding']);
    await group.signOff(roundId, ada!);
    expect(await codes(versionId)).toEqual(['blocking_finding']);
    await expect(group.publish(versionId, olive!)).rejects.toMatchObject({
      kind: 'conflict',
      refusals: [{ code: 'blocking_finding', words: 'Finding 1 is blocking and not settled.' }],
    });
    // A version that was uploaded after the sign-off has none.
    expect(await codes(await group.aVersion(courseId))).toEqual(['no_round', 'blocking_finding']);
  });

  it('brings a retired version back only while the gate says yes', async () => {
    const first = await approved();
    await group.publish(first.versionId, olive!);
    const second = await approved(first.courseId);
    await group.publish(second.versionId, olive!);
    expect(await group.state(first.versionId)).toBe('retired');
    await group.publish(first.versionId, olive!);
    expect(await group.state(second.versionId)).toBe('retired');
    const third = await group.aVersion(first.courseId);
    const roundId = await group.aRound(olive!, third, [ada!]);
    await group.raise(roundId, ada!);
    expect(await codes(second.versionId)).toEqual(['blocking_finding']);
    const again = await group.aRound(olive!, second.versionId, [ada!]);
    expect(await group.state(second.versionId)).toBe('in_testing');
    await group.rounds.close(again, olive!);
    expect(await codes(second.versionId)).toEqual(['no_quorum', 'blocking_finding']);
  });

  it('asks members for something only when it is complete', async () => {
    const { versionId } = await approved();
    const retake = { policy: 'retake', changeNote: 'New rules', halfWay: 'choice' } as const;
    await expect(group.publishing.publish(versionId, olive!, DESCRIPTION, retake)).rejects.toThrow('by which day');
    expect(await group.state(versionId)).toBe('approved');
    const { publicationId } = await group.publishing.publish(versionId, olive!, DESCRIPTION, {
      ...retake,
      retakeBy: '2027-03-31',
    });
    const [row] = await group.database.source.query<object[]>(
      'select policy, half_way, retake_by::text, ground, number from publication where id = $1',
      [publicationId],
    );
    expect(row).toEqual({ policy: 'retake', half_way: 'choice', retake_by: '2027-03-31', ground: 'round', number: 1 });
  });

  it('goes over the gate by two people and a reason, once', async () => {
    const { versionId, courseId } = await group.aCourse();
    await expect(group.publishing.proposeOverride(versionId, olive!, REASON)).rejects.toThrow(NotYoursToDo);
    await expect(group.publishing.proposeOverride(versionId, adam!, 'Because it is urgent')).resolves.toBeDefined();
    await expect(group.publishing.proposeOverride(versionId, oscar!, REASON)).rejects.toThrow(OverrideWaits);
    const { override } = await group.publishing.mayPublish(versionId);
    await group.publishing.withdrawOverride(override!.id, olive!);
    await expect(confirm(override!.id, olive!)).rejects.toThrow(OverrideIsDone);
    await expect(group.publishing.proposeOverride(versionId, oscar!, 'Urgent')).rejects.toThrow(SteeringFormIsWrong);
    // Somebody with both roles is still one person.
    const { overrideId } = await group.publishing.proposeOverride(versionId, oscar!, REASON);
    await expect(confirm(overrideId, oscar!)).rejects.toThrow('somebody else');
    await expect(confirm(overrideId, adam!)).rejects.toThrow(NotYoursToDo);
    expect(await group.state(versionId)).toBe('draft');
    await confirm(overrideId, olive!);
    expect(await group.state(versionId)).toBe('published');
    expect(await group.trail(versionId)).toEqual([
      'course_version.override_proposed',
      'course_version.override_withdrawn',
      'course_version.override_proposed',
      'course_version.override_confirmed',
      'course_version.published',
    ]);
    await expect(confirm(overrideId, olive!)).rejects.toThrow(OverrideIsDone);
    // It is tested afterwards, and members see it meanwhile.
    const roundId = await group.aRound(olive!, versionId, [ada!]);
    expect(await group.state(versionId)).toBe('published');
    await group.signOff(roundId, ada!);
    expect(await group.state(versionId)).toBe('published');
    await group.module.get(Publishing).withdraw(courseId, olive!);
    expect(await codes(versionId)).toEqual([]);
  });

  it('is not tested after the gate has let it through', async () => {
    const { versionId } = await approved();
    await group.publish(versionId, olive!);
    await expect(group.aRound(olive!, versionId, [ada!])).rejects.toThrow(VersionCannotBeTested);
  });

  it('is not needed to change what members read', async () => {
    const { versionId, courseId } = await approved();
    await group.publish(versionId, olive!);
    await expect(group.publishing.describe(courseId, ada!, DESCRIPTION)).rejects.toThrow(NotYoursToDo);
    await group.publishing.describe(courseId, olive!, { ...DESCRIPTION, title: 'Golf for beginners', core: true });
    const [course] = await group.database.source.query<object[]>('select title, core from course where id = $1', [
      courseId,
    ]);
    expect(course).toEqual({ title: 'Golf for beginners', core: true });
  });

  const query = (sql: string, values: unknown[]) => group.database.source.query(sql, values);
  const confirm = (overrideId: string, by: string) =>
    group.publishing.confirmOverride(overrideId, by, DESCRIPTION, NO_REFRESH);

  it('over the gate takes an officer of a day, and no proposal of somebody who has gone', async () => {
    const { versionId } = await group.aCourse();
    const gone = await group.aPerson('Gus Gone', 'administrator');
    const fresh = await group.aPerson('Fay Fresh', 'officer');
    const { overrideId } = await group.publishing.proposeOverride(versionId, gone, REASON);
    await query(`update person_role set confirms_from = $2 where person_id = $1`, [
      fresh,
      new Date(group.clock.now().getTime() + 1000),
    ]);
    await expect(confirm(overrideId, fresh)).rejects.toMatchObject({ name: 'TooNewToConfirm', kind: 'not-allowed' });
    await expect(
      query('update publish_override set confirmed_by = $2, confirmed_at = $3 where id = $1', [
        overrideId,
        fresh,
        group.clock.now(),
      ]),
    ).rejects.toThrow('an officer for a day');
    await group.module.get(Leaving, { strict: false }).deactivate(adam!, gone);
    await expect(confirm(overrideId, olive!)).rejects.toMatchObject({ name: 'OverrideIsDone' });
    expect(await group.trail(versionId)).toEqual([
      'course_version.override_proposed',
      'course_version.override_withdrawn',
    ]);
  });

  it('is confirmed as it was proposed: nobody is put in another’s place, and nothing is confirmed again', async () => {
    const { versionId } = await group.aCourse();
    const ann = await group.aPerson('Ann Admin', 'administrator');
    const { overrideId } = await group.publishing.proposeOverride(versionId, ann, REASON);
    const refused = expect.objectContaining({ constraint: 'publish_override_stays' });
    const write = (set: string, by: string) =>
      query(`update publish_override set ${set} where id = $1 and $2::uuid is not null`, [overrideId, by]);
    await expect(write('proposed_by = $2', olive!)).rejects.toEqual(refused);
    await expect(write(`reason = 'Another reason, of twenty letters'`, olive!)).rejects.toEqual(refused);
    await confirm(overrideId, olive!);
    await expect(write('confirmed_by = null, confirmed_at = null', olive!)).rejects.toEqual(refused);
  });

  describe('behind the services’ backs', () => {
    it('is refused by the database without a publication', async () => {
      const { versionId, courseId } = await approved();
      await expect(query(`update course_version set state = 'published' where id = $1`, [versionId])).rejects.toThrow(
        'not what was published last',
      );
      await expect(
        query('update course set published_version_id = $2 where id = $1', [courseId, versionId]),
      ).rejects.toThrow('not published');
    });

    const withGround = async (
      versionId: string,
      courseId: string,
      ground: { roundId?: string; overrideId?: string },
    ) => {
      await group.database.source.transaction(async (tx) => {
        await tx.query(
          `insert into publication (id, course_id, version_id, number, ground, round_id, override_id, policy,
             published_by, published_at)
           select $1, $2, $3, 1 + count(*), $4, $5, $6, 'nothing', $1, now() from publication where course_id = $2`,
          [randomUUID(), courseId, versionId, ground.roundId ? 'round' : 'override', ground.roundId, ground.overrideId],
        );
        await tx.query(`update course_version set state = 'published' where id = $1`, [versionId]);
      });
    };

    it('is refused by the database on a ground that does not hold', async () => {
      const good = await approved();
      const later = await group.aVersion(good.courseId);
      await expect(withGround(later, good.courseId, { roundId: good.roundId })).rejects.toThrow('nobody signed it off');
      const { versionId, courseId } = await group.aCourse();
      const roundId = await group.aRound(olive!, versionId, [ada!]);
      await expect(withGround(versionId, courseId, { roundId })).rejects.toThrow('nobody signed it off');
      const findingId = await group.raise(roundId, ada!);
      await group.signOff(roundId, ada!);
      await expect(withGround(versionId, courseId, { roundId })).rejects.toThrow('nobody signed it off');
      await group.findings.withdraw(findingId, ada!);
      await query('update course_version set package_sha256 = $2 where id = $1', [versionId, Buffer.alloc(32, 1)]);
      await expect(withGround(versionId, courseId, { roundId })).rejects.toThrow('nobody signed it off');
      const { overrideId } = await group.publishing.proposeOverride(versionId, adam!, REASON);
      await expect(withGround(versionId, courseId, { overrideId })).rejects.toThrow('nobody signed it off');
      await expect(
        query('update publish_override set confirmed_by = proposed_by, confirmed_at = now() where id = $1', [
          overrideId,
        ]),
      ).rejects.toThrow('check constraint');
      await withGround(good.versionId, good.courseId, { roundId: good.roundId });
    });

    it('finds a closed round as it was, and publications for ever', async () => {
      const { roundId, versionId } = await approved();
      await group.publish(versionId, olive!);
      await expect(query(`update sign_off set decision = 'refused' where round_id = $1`, [roundId])).rejects.toThrow(
        'closed round',
      );
      await expect(query('delete from sign_off where round_id = $1', [roundId])).rejects.toThrow('closed round');
      await expect(
        query(`update test_round set state = 'open', closed_at = null, closed_why = null where id = $1`, [roundId]),
      ).rejects.toThrow('not opened again');
      await expect(
        query('update test_round set quorum = 1, package_sha256 = $2 where id = $1', [roundId, Buffer.alloc(32)]),
      ).rejects.toThrow('keeps its version');
      const unpublish = `delete from publication where version_id = '${versionId}'`;
      await expect(query(unpublish, [])).rejects.toThrow('permission denied');
      await expect(group.database.asOwner(unpublish)).rejects.toThrow('never changed');
      await expect(group.database.asOwner('truncate publication cascade')).rejects.toThrow('never changed');
    });
  });
});
