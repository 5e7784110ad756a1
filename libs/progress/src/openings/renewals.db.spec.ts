import { randomBytes, randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { CoursePublished, type RefreshPolicy } from '@induct/course';
import { Announcements, PlatformModule, Transactions } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aCourse, aMember, aTree } from '../../../../test/support/given-learning';
import { publishedByRows } from '../../../../test/support/through-the-gate';
import { ChoiceIsDue, Launching, Openings, ProgressModule, Registrations, Renewals, Tracking } from '..';

describe('a refreshed course', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let launching: Launching;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await cloneDatabase();
    module = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), ProgressModule],
    }).compile();
    await module.init();
    launching = module.get(Launching);
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });

  const rows = <T>(sql: string, ...values: unknown[]) => database.source.query<T[]>(sql, values);
  const member = () => aMember(database.source);
  const course = async () => (await aCourse(database.source, aTree({ one: {} }))).courseId;

  /** A further version, or one that comes back, published as officers do: with what it asks of people. */
  async function refresh(courseId: string, given: Partial<RefreshPolicy> & { version?: string } = {}) {
    clock.advance(60_000);
    const versionId = given.version ?? randomUUID();
    if (!given.version) {
      await rows(
        `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count,
           bytes, package_sha256, uploaded_by, uploaded_at)
         select $1, $2, count(*) + 1, 'draft', $3, 'scorm_12', '1.2', 'Again', $4, 1, 1000, $5, $1, $6
         from course_version where course_id = $2`,
        versionId,
        courseId,
        randomUUID(),
        JSON.stringify(aTree({ one: {} })),
        randomBytes(32),
        clock.now(),
      );
    }
    const changeNote = given.policy && given.policy !== 'nothing' ? 'New rules on gifts.' : '';
    const publicationId = await publishedByRows(database.source, {
      courseId,
      changeNote,
      ...given,
      versionId,
      at: clock.now(),
    });
    await module
      .get(Transactions)
      .run((tx) =>
        module.get(Announcements).announce(tx, new CoursePublished(courseId, versionId, false, publicationId)),
      );
    clock.advance(60_000);
    return { versionId, publicationId };
  }

  async function open(personId: string, courseId: string, choice?: 'finish_old' | 'start_again') {
    clock.advance(60_000);
    const { token, launchId } = await launching.open({ personId, courseId, ...(choice && { choice }) });
    const [attempt] = await rows<{ number: number; version_id: string }>(
      'select a.number, a.version_id from attempt a join launch l on l.attempt_id = a.id where l.id = $1',
      launchId,
    );
    return { token, number: attempt!.number, versionId: attempt!.version_id };
  }

  async function commit(token: string, status: 'incomplete' | 'completed', seq = 1) {
    clock.advance(60_000);
    const core = { lesson_status: status, lesson_location: 'p1', session_time: '0000:01:00', exit: '' };
    const answer = await module
      .get(Tracking)
      .commit(token, { seq, sco: 'one', run: 1, final: false, shownMs: 60_000, cmi: { core, suspend_data: '' } });
    expect(answer).toMatchObject({ ok: true });
  }

  async function completes(personId: string, courseId: string) {
    const opened = await open(personId, courseId);
    await commit(opened.token, 'completed');
    return opened;
  }

  const due = (personId: string) =>
    rows<{ due_on: string; publication_id: string }>(
      'select due_on::text, publication_id from due_renewal where person_id = $1 order by number',
      personId,
    );
  const notes = async (personId: string) =>
    (await rows<{ publication_id: string }>('select publication_id from due_note where person_id = $1', personId)).map(
      ({ publication_id }) => publication_id,
    );
  const retake = { policy: 'retake', retakeBy: '2027-03-01' } as const;

  describe('that asks to be taken again', () => {
    it('makes a renewal for everybody who had completed it, and for nobody else', async () => {
      const courseId = await course();
      const [done, going, absent] = [await member(), await member(), await member()];
      await completes(done, courseId);
      await commit((await open(going, courseId)).token, 'incomplete');
      const { publicationId } = await refresh(courseId, retake);
      expect(await due(done)).toEqual([{ due_on: '2027-03-01', publication_id: publicationId }]);
      expect([await due(going), await due(absent)]).toEqual([[], []]);
    });

    it('is met by a new attempt on the new version; the old completion stands', async () => {
      const courseId = await course();
      const personId = await member();
      const first = await completes(personId, courseId);
      const before = await module.get(Registrations).ofPersonOnCourse(personId, courseId);
      const { versionId } = await refresh(courseId, retake);
      const again = await open(personId, courseId);
      expect(again).toMatchObject({ number: 2, versionId });
      await commit(again.token, 'incomplete');
      expect(await due(personId)).toHaveLength(1);
      expect((await open(personId, courseId)).number).toBe(2);
      await commit(again.token, 'completed', 2);
      expect(await due(personId)).toEqual([]);
      const after = await module.get(Registrations).ofPersonOnCourse(personId, courseId);
      expect(after).toMatchObject({
        completion: 'completed',
        completedAt: before!.completedAt,
        completedVersionId: first.versionId,
      });
      expect(await rows('select from attempt where registration_id = $1', after!.registrationId)).toHaveLength(2);
    });

    it('is met by a version that was published later, and not by the one before', async () => {
      const courseId = await course();
      const personId = await member();
      const first = await completes(personId, courseId);
      await refresh(courseId, retake);
      await refresh(courseId);
      expect((await open(personId, courseId)).number).toBe(2);
      const { versionId } = await refresh(courseId, { ...retake, retakeBy: '2027-09-01' });
      expect((await due(personId)).map(({ due_on }) => due_on)).toEqual(['2027-03-01', '2027-09-01']);
      // The attempt begun on the version in between cannot meet the newest: a new one is begun.
      const newest = await open(personId, courseId);
      expect(newest).toMatchObject({ number: 3, versionId });
      await commit(newest.token, 'completed');
      expect(await due(personId)).toEqual([]);
      await refresh(courseId, { version: first.versionId, ...retake });
      expect(await due(personId)).toHaveLength(1);
      const back = await completes(personId, courseId);
      expect(back).toMatchObject({ number: 4, versionId: first.versionId });
      expect(await due(personId)).toEqual([]);
    });

    it('leaves who was half-way on their version, and their completion counts', async () => {
      const courseId = await course();
      const personId = await member();
      const begun = await open(personId, courseId);
      await commit(begun.token, 'incomplete');
      await refresh(courseId, retake);
      const still = await open(personId, courseId);
      expect(still).toMatchObject({ number: 1, versionId: begun.versionId });
      await commit(still.token, 'completed');
      expect(await module.get(Registrations).ofPersonOnCourse(personId, courseId)).toMatchObject({
        completion: 'completed',
        completedVersionId: begun.versionId,
      });
      expect(await due(personId)).toEqual([]);
    });

    it('makes renewals for thousands in one statement', async () => {
      const courseId = await course();
      await rows(
        `insert into registration (id, person_id, course_id, completion, started_at, recorded_at, completed_at)
         select gen_random_uuid(), gen_random_uuid(), $1, 'completed', $2, $2, $2 from generate_series(1, 5000)`,
        courseId,
        clock.now(),
      );
      await refresh(courseId, retake);
      expect(await rows('select from renewal where course_id = $1', courseId)).toHaveLength(5000);
    });
  });

  describe('with a change note', () => {
    it('is due to who completed an older version, until they say that they have read it', async () => {
      const courseId = await course();
      const [reader, stranger] = [await member(), await member()];
      await completes(reader, courseId);
      const { publicationId } = await refresh(courseId, { policy: 'note' });
      expect(await notes(reader)).toEqual([publicationId]);
      const renewals = module.get(Renewals);
      expect(await renewals.readNote(stranger, publicationId)).toBe(false);
      expect(await renewals.readNote(reader, publicationId)).toBe(true);
      expect(await renewals.readNote(reader, publicationId)).toBe(false);
      expect(await notes(reader)).toEqual([]);
      expect(await due(reader)).toEqual([]);
    });

    it('is due to who finishes the old version later, and not to who completes the new one', async () => {
      const courseId = await course();
      const [late, fresh] = [await member(), await member()];
      const begun = await open(late, courseId);
      await refresh(courseId, { policy: 'note' });
      expect(await notes(late)).toEqual([]);
      await commit(begun.token, 'completed');
      expect(await notes(late)).toHaveLength(1);
      await completes(fresh, courseId);
      expect(await notes(fresh)).toEqual([]);
    });
  });

  describe('that lets people choose who are half-way', () => {
    const halfWay = async (isBegun = true) => {
      const courseId = await course();
      const personId = await member();
      const begun = await open(personId, courseId);
      if (isBegun) await commit(begun.token, 'incomplete');
      const { versionId } = await refresh(courseId, { halfWay: 'choice' });
      return { courseId, personId, begun, versionId };
    };

    it('opens nothing before they have chosen', async () => {
      const { courseId, personId } = await halfWay();
      await expect(open(personId, courseId)).rejects.toThrow(ChoiceIsDue);
      const asked = await module.get(Openings).halfWay(personId, courseId);
      expect(asked).toMatchObject({ begun: { version: 1 }, renewed: { version: 2 }, chosen: undefined });
    });

    it('goes on with the old one when they want, and asks once', async () => {
      const { courseId, personId, begun } = await halfWay();
      expect(await open(personId, courseId, 'finish_old')).toMatchObject({ number: 1, versionId: begun.versionId });
      expect((await open(personId, courseId)).number).toBe(1);
      expect((await module.get(Openings).halfWay(personId, courseId))?.chosen).toBe('finish_old');
    });

    it('starts again on the new one when they want, once, and the old attempt stays on record', async () => {
      const { courseId, personId, begun, versionId } = await halfWay();
      const both = await Promise.all([
        open(personId, courseId, 'start_again'),
        open(personId, courseId, 'start_again'),
      ]);
      expect(both.map(({ number, versionId: on }) => [number, on])).toEqual([
        [2, versionId],
        [2, versionId],
      ]);
      expect(await module.get(Openings).halfWay(personId, courseId)).toBeUndefined();
      // What the old window still has to say may raise results, as ever.
      await commit(begun.token, 'completed', 2);
      expect(await module.get(Registrations).ofPersonOnCourse(personId, courseId)).toMatchObject({
        completion: 'completed',
        completedVersionId: begun.versionId,
      });
    });

    it('asks again after the next renewal', async () => {
      const { courseId, personId } = await halfWay();
      await open(personId, courseId, 'finish_old');
      await refresh(courseId, { halfWay: 'choice' });
      await expect(open(personId, courseId)).rejects.toThrow(ChoiceIsDue);
      await refresh(courseId, { halfWay: 'finish_old' });
      expect((await open(personId, courseId, 'start_again')).number).toBe(1);
    });
  });
});
