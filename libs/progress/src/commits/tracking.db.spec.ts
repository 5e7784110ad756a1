import { createHash } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { afterCommit, Announcements, PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aCourse, aMember, aPublishedVersion, aTree } from '../../../../test/support/given-learning';
import { type CommitBody, CourseCompleted, Launching, ProgressModule, Registrations, Tracking } from '..';

describe('tracking', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let launching: Launching;
  let tracking: Tracking;
  let registrations: Registrations;
  const clock = new FixedClock();
  const heard: CourseCompleted[] = [];
  const followUps: string[] = [];
  let refuse: string | undefined;

  beforeAll(async () => {
    database = await cloneDatabase();
    module = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), ProgressModule],
    }).compile();
    await module.init();
    launching = module.get(Launching);
    tracking = module.get(Tracking);
    registrations = module.get(Registrations);
    // oxlint-disable-next-line typescript/require-await
    module.get(Announcements).on(CourseCompleted, async (tx, event) => {
      if (event.personId === refuse) throw new Error('the award cannot be written');
      heard.push(event);
      afterCommit(tx, () => void followUps.push(event.personId));
    });
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });
  beforeEach(() => {
    clock.set('2026-11-22T14:32:00Z');
    heard.length = 0;
    followUps.length = 0;
    refuse = undefined;
  });

  const opened = async (tree = aTree({ one: {} })) => {
    const { courseId } = await aCourse(database.source, tree);
    const personId = await aMember(database.source);
    return { courseId, personId, ...(await launching.open({ personId, courseId })) };
  };
  const body = (
    given: Partial<CommitBody> & { status?: string; location?: string; data?: string } = {},
  ): CommitBody => {
    const { status = 'incomplete', location = 'p1', data = '', ...rest } = given;
    const core = { lesson_status: status, lesson_location: location, session_time: '0000:01:00', exit: '' };
    const cmi = { core, ...(rest.suspendDataHash === undefined && { suspend_data: data }) };
    return { seq: 1, sco: 'one', run: 1, final: false, shownMs: 60_000, cmi, ...rest };
  };
  const rows = <T>(sql: string, ...values: unknown[]) => database.source.query<T[]>(sql, values);

  it('records a commit and says what the registration amounts to', async () => {
    const { token, personId, launchId } = await opened();
    clock.advance(60_000);
    const answer = await tracking.commit(token, body({ data: 'page=1' }));
    expect(answer).toEqual({
      ok: true,
      seq: 1,
      status: { completion: 'incomplete', success: 'unknown', recordedAt: '2026-11-22T14:33:00.000Z' },
    });
    const [registration] = await registrations.ofPerson(personId);
    expect(registration).toMatchObject({ completion: 'incomplete', learningSeconds: 60, hasCommits: true });
    const [logged] = await rows<{ partition: string }>(
      'select tableoid::regclass::text as partition, cmi from commit_log where launch_id = $1',
      launchId,
    );
    expect(logged).toMatchObject({ partition: 'commit_log_2026_11', cmi: { suspend_data: 'page=1' } });
  });

  it('begins a new attempt after one that was failed and is over, and goes on in one that was only left', async () => {
    const { courseId } = await aCourse(database.source, aTree({ one: { masteryScore: 80 } }));
    const personId = await aMember(database.source);
    const fail = async (exit: string) => {
      const { token } = await launching.open({ personId, courseId });
      clock.advance(600_000);
      const cmi = { core: { lesson_status: 'failed', score: { raw: '40' }, exit }, suspend_data: 'at the end\0' };
      return tracking.commit(token, { seq: 1, sco: 'one', run: 1, final: true, shownMs: 0, cmi });
    };
    const startsWith = async (more: object = {}) => {
      const { scos } = await launching.state((await launching.open({ personId, courseId, ...more })).token);
      return scos.one!.initialCmi;
    };
    await fail('suspend');
    expect(await startsWith()).toMatchObject({ core: { entry: 'resume' }, suspend_data: 'at the end\0' });
    await fail('');
    const begun = await startsWith();
    expect(begun).toMatchObject({ core: { entry: 'ab-initio', lesson_status: 'not attempted' } });
    expect(begun).not.toHaveProperty('suspend_data');
    expect(await registrations.ofPersonOnCourse(personId, courseId)).toMatchObject({ success: 'failed', score: 40 });
  });

  it('begins anew whenever somebody asks for it, and what they have earned stays', async () => {
    const { courseId } = await aCourse(database.source, aTree({ one: { masteryScore: 80 } }));
    const personId = await aMember(database.source);
    const { token } = await launching.open({ personId, courseId });
    clock.advance(600_000);
    const cmi = { core: { lesson_status: 'passed', score: { raw: '90' } }, suspend_data: 'page=9' };
    await tracking.commit(token, { seq: 1, sco: 'one', run: 1, final: true, shownMs: 0, cmi });
    const again = await launching.open({ personId, courseId, fromTheBeginning: true });
    expect((await launching.state(again.token)).scos.one!.initialCmi).toMatchObject({ core: { entry: 'ab-initio' } });
    const worse = { core: { lesson_status: 'failed', score: { raw: '10' } } };
    await tracking.commit(again.token, { seq: 1, sco: 'one', run: 1, final: true, shownMs: 0, cmi: worse });
    expect(await registrations.ofPersonOnCourse(personId, courseId)).toMatchObject({
      completion: 'completed',
      success: 'passed',
      score: 90,
    });
  });

  it('counts a repeated commit once', async () => {
    const { token, personId, launchId } = await opened();
    clock.advance(60_000);
    const [first, second] = await Promise.all([tracking.commit(token, body()), tracking.commit(token, body())]);
    const third = await tracking.commit(token, body());
    expect([first, second, third].map((answer) => 'duplicate' in answer)).toEqual([false, true, true]);
    expect(await rows('select seq from commit_log where launch_id = $1', launchId)).toHaveLength(1);
    expect((await registrations.ofPerson(personId))[0]?.learningSeconds).toBe(60);
  });

  it('refuses another content under a number it knows, and writes that down', async () => {
    const { token, personId, launchId } = await opened();
    await tracking.commit(token, body({ location: 'p1' }));
    expect(await tracking.commit(token, body({ location: 'p2' }))).toEqual({ ok: false, error: 'different' });
    const audited = await rows('select actor_id, action, detail from audit_event where subject_id = $1', launchId);
    expect(audited).toEqual([
      { actor_id: personId, action: 'commit.refused_as_different', detail: { seq: 1, sco: 'one' } },
    ]);
  });

  it('writes down two events for an hour of such commits of a launch, the second with their number', async () => {
    const { token, launchId } = await opened();
    await tracking.commit(token, body({ location: 'p1' }));
    for (let again = 2; again <= 30; again++) await tracking.commit(token, body({ location: `p${again}` }));
    clock.advance(3_600_000);
    await tracking.commit(token, body({ location: 'p31' }));
    const audited = await rows('select detail from audit_event where subject_id = $1 order by id', launchId);
    const detail = { seq: 1, sco: 'one' };
    expect(audited).toEqual([{ detail }, { detail: { ...detail, more: 28 } }, { detail }]);
  });

  it('takes hundreds of commits at once, of one launch and of many', async () => {
    const members = await Promise.all(Array.from({ length: 20 }, () => opened()));
    clock.advance(3_600_000);
    const all = members.flatMap(({ token }) =>
      Array.from({ length: 20 }, (_, index) => [token, body({ seq: index + 1, location: `p${index + 1}` })] as const),
    );
    // Neither in order nor launch by launch: 7 has no factor in common with 400.
    const mixed = all.map((_, index) => all[(index * 7) % all.length]!);
    const answers = await Promise.all(mixed.map(([token, commit]) => tracking.commit(token, commit)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    for (const { launchId, token, personId } of members) {
      expect(await rows('select seq from commit_log where launch_id = $1', launchId)).toHaveLength(20);
      expect((await launching.state(token)).scos.one?.initialCmi).toMatchObject({ core: { lesson_location: 'p20' } });
      expect((await registrations.ofPerson(personId))[0]?.learningSeconds).toBe(60);
    }
  });

  it('works for several processes at once', async () => {
    const other = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), ProgressModule],
    }).compile();
    const members = await Promise.all(Array.from({ length: 5 }, () => opened()));
    clock.advance(3_600_000);
    const services = [tracking, other.get(Tracking)];
    const answers = await Promise.all(
      members.flatMap(({ token }) =>
        Array.from({ length: 20 }, (_, index) =>
          services[index % 2]!.commit(token, body({ seq: index + 1, run: index + 1 })),
        ),
      ),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    for (const { personId } of members) {
      expect((await registrations.ofPerson(personId))[0]?.learningSeconds).toBe(20 * 60);
    }
    await other.close();
  });

  it('announces a completed course once, and follows up after the commit', async () => {
    const { token, personId, courseId } = await opened();
    const done = [1, 2, 3].map((seq) => body({ seq, status: 'passed', final: true }));
    await Promise.all(done.map((commit) => tracking.commit(token, commit)));
    await tracking.commit(token, body({ seq: 4, status: 'completed' }));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ personId, courseId, completedAt: clock.now() });
    expect(followUps).toEqual([personId]);
  });

  it('does not let one bad commit sink the others of its batch', async () => {
    const [bad, good, alsoGood] = await Promise.all([opened(), opened(), opened()]);
    refuse = bad.personId;
    const commits = [bad, good, alsoGood].map(({ token }) => tracking.commit(token, body({ status: 'completed' })));
    const settled = await Promise.allSettled(commits);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(heard.map(({ personId }) => personId).toSorted()).toEqual([good.personId, alsoGood.personId].toSorted());
    expect((await registrations.ofPerson(bad.personId))[0]).toMatchObject({ completion: 'not_attempted' });
    refuse = undefined;
    expect(await tracking.commit(bad.token, body({ status: 'completed' }))).toMatchObject({ ok: true });
  });

  it('never takes a completion away', async () => {
    const { token, personId, courseId } = await opened();
    await tracking.commit(token, body({ status: 'passed', final: true }));
    const again = await launching.open({ personId, courseId });
    const answer = await tracking.commit(again.token, body({ status: 'incomplete' }));
    expect(answer).toMatchObject({ status: { completion: 'completed', success: 'passed' } });
    expect(heard).toHaveLength(1);
  });

  it('completes a course of two SCOs when both are', async () => {
    const { token } = await opened(aTree({ one: {}, two: {} }));
    const first = await tracking.commit(token, body({ status: 'completed' }));
    expect(first).toMatchObject({ status: { completion: 'incomplete', progress: 0.5 } });
    const second = await tracking.commit(token, body({ seq: 2, run: 2, sco: 'two', status: 'completed' }));
    expect(second).toMatchObject({ status: { completion: 'completed' } });
    expect(heard).toHaveLength(1);
  });

  it('lets an older launch raise results, but not move the bookmark', async () => {
    const old = await opened();
    const { personId, courseId } = old;
    await tracking.commit(old.token, body({ location: 'p3' }));
    const fresh = await launching.open({ personId, courseId });
    await tracking.commit(fresh.token, body({ location: 'p7' }));
    const late = await tracking.commit(old.token, body({ seq: 2, location: 'p4', status: 'completed' }));
    expect(late).toMatchObject({ ok: true, superseded: true, status: { completion: 'completed' } });
    expect((await launching.state(fresh.token)).scos.one?.initialCmi).toMatchObject({
      core: { lesson_location: 'p7' },
    });
  });

  it('takes an older launch’s journal under the newer token, and only of the same attempt', async () => {
    const old = await opened();
    const stranger = await opened();
    const { personId, courseId } = old;
    const fresh = await launching.open({ personId, courseId });
    const replayed = await tracking.commit(fresh.token, body({ launch: old.launchId, location: 'p9' }));
    expect(replayed).toMatchObject({ ok: true, seq: 1 });
    expect(await tracking.commit(old.token, body({ location: 'p9' }))).toMatchObject({ duplicate: true });
    const foreign = await tracking.commit(fresh.token, body({ seq: 2, launch: stranger.launchId }));
    expect(foreign).toEqual({ ok: false, error: 'unknown-launch' });
  });

  it('knows suspend data by its hash, and asks for it when it does not', async () => {
    const { token } = await opened();
    const hash = (data: string) => createHash('sha256').update(data).digest('hex');
    const data = 'answers=abc';
    await tracking.commit(token, body({ data }));
    const byHash = { suspendDataHash: hash(data) };
    expect(await tracking.commit(token, body({ seq: 2, ...byHash }))).toMatchObject({ ok: true });
    await tracking.commit(token, body({ seq: 3, data: 'answers=abcd' }));
    expect(await tracking.commit(token, body({ seq: 4, ...byHash }))).toMatchObject({ ok: true });
    expect((await launching.state(token)).scos.one?.initialCmi).toMatchObject({ suspend_data: data });
    const unknown = await tracking.commit(token, body({ seq: 5, suspendDataHash: hash('never sent') }));
    expect(unknown).toEqual({ ok: false, error: 'need-suspend-data' });
    expect(await tracking.commit(token, body({ seq: 2, data }))).toMatchObject({ duplicate: true });
  });

  it.each([
    ['NUL', 'a\0b'],
    ['lone surrogates', '\uDC00 and \uD800'],
    ['quotes and control characters', '"\\\u0001\u2028\n'],
    ['1 MiB', 'é'.repeat(512 * 1024)],
  ])('keeps suspend data byte for byte: %s', async (_, data) => {
    const { token } = await opened();
    expect(await tracking.commit(token, body({ data }))).toMatchObject({ ok: true });
    expect((await launching.state(token)).scos.one?.initialCmi).toMatchObject({ suspend_data: data });
  });

  it('knows nobody by a wrong token, and ends a token that was not used for 12 hours', async () => {
    const { token } = await opened();
    expect(await tracking.commit('wrong', body())).toEqual({ ok: false, error: 'unknown-token' });
    clock.advance(11 * 3_600_000);
    expect(await tracking.commit(token, body())).toMatchObject({ ok: true });
    clock.advance(11 * 3_600_000);
    expect(await tracking.commit(token, body({ seq: 2 }))).toMatchObject({ ok: true });
    clock.advance(13 * 3_600_000);
    expect(await tracking.commit(token, body({ seq: 3 }))).toEqual({ ok: false, error: 'ended-token' });
    await expect(launching.state(token)).rejects.toThrow('twelve hours');
  });

  it('refuses a SCO that the course does not have', async () => {
    const { token } = await opened();
    expect(await tracking.commit(token, body({ sco: 'three' }))).toEqual({ ok: false, error: 'unknown-sco' });
  });

  it('resumes where a tab was closed without Finish', async () => {
    const { token, personId, courseId } = await opened();
    expect((await launching.state(token)).scos.one?.initialCmi).toMatchObject({ core: { entry: 'ab-initio' } });
    await tracking.commit(token, body({ location: 'p5', data: 'half' }));
    const again = await launching.open({ personId, courseId });
    const state = await launching.state(again.token);
    expect(state.scos.one?.initialCmi).toMatchObject({
      core: { entry: 'resume', lesson_location: 'p5' },
      suspend_data: 'half',
    });
    expect(state.launch.number).toBe(2);
  });

  it('continues an unfinished attempt on its version, and begins a new one only on a newer version', async () => {
    const { personId, courseId, token } = await opened();
    const newer = await aPublishedVersion(database.source, courseId, aTree({ one: {}, two: {} }));
    const still = await launching.open({ personId, courseId });
    expect(Object.keys((await launching.state(still.token)).scos)).toEqual(['one']);
    await tracking.commit(token, body({ status: 'completed' }));
    const fresh = await launching.open({ personId, courseId });
    expect(Object.keys((await launching.state(fresh.token)).scos)).toEqual(['one', 'two']);
    const answer = await tracking.commit(fresh.token, body({ status: 'incomplete' }));
    expect(answer).toMatchObject({ status: { completion: 'completed' } });
    expect((await registrations.ofPersonOnCourse(personId, courseId))?.currentVersionId).toBe(newer);
    const review = await launching.open({ personId, courseId });
    expect((await launching.state(review.token)).launch.number).toBe(2);
  });

  it('stores the token hashed only', async () => {
    const { token } = await opened();
    const [found] = await rows<{ n: string }>(
      `select count(*) as n from launch where launch::text like '%' || $1 || '%'`,
      token,
    );
    expect(found?.n).toBe('0');
  });
});
