import { aCourse, aMember, aPublishedVersion, aTree } from '../../../../test/support/given-learning';
import { body, TrackedLearning } from '../../../../test/support/tracked-learning';

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
