import { createHash } from 'node:crypto';
import { Test } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { body, TrackedLearning } from '../../../../test/support/tracked-learning';
import { ProgressModule, Tracking } from '..';

describe('tracking', () => {
  let learning: TrackedLearning;
  let { clock, database, launching, tracking, registrations, opened, rows } = {} as TrackedLearning;

  beforeAll(async () => {
    learning = await TrackedLearning.begin();
    ({ clock, database, launching, tracking, registrations, opened, rows } = learning);
  });
  afterAll(() => learning?.end());
  beforeEach(() => {
    clock.set('2026-11-22T14:32:00Z');
  });

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

  it('refuses a SCO that the course does not have', async () => {
    const { token } = await opened();
    expect(await tracking.commit(token, body({ sco: 'three' }))).toEqual({ ok: false, error: 'unknown-sco' });
  });
});
