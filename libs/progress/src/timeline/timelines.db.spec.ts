import { aTree } from '../../../../test/support/given-learning';
import { body, TrackedLearning } from '../../../../test/support/tracked-learning';
import type { PartResult } from '../windows/part-result.window';
import { MOST_SAVES, Timelines } from './timelines.service';

describe('the timeline of a person on a course', () => {
  let learning: TrackedLearning;
  let { clock, database, launching, tracking, opened, rows } = {} as TrackedLearning;
  let timelines: Timelines;

  beforeAll(async () => {
    learning = await TrackedLearning.begin();
    ({ clock, database, launching, tracking, opened, rows } = learning);
    timelines = learning.module.get(Timelines, { strict: false });
  });
  afterAll(() => learning?.end());
  beforeEach(() => {
    clock.set('2026-11-22T14:00:00Z');
  });

  const tested = aTree({ one: { masteryScore: 80 }, two: {} });
  const says = (seq: number, sco: string, lesson_status: string, raw: number, final = false) => {
    const core = { lesson_status, score: { raw: String(raw) }, session_time: '0000:01:00', exit: '' };
    return body({ seq, sco, final, cmi: { core, suspend_data: `a NUL \0 and ${raw}` } });
  };
  const of = async (personId: string, courseId: string) => {
    const { attempts, untold } = await timelines.of(personId, courseId);
    return { attempts, untold, kinds: attempts.flatMap(({ moments }) => moments.map(({ kind }) => kind)) };
  };

  it('is empty before it is opened, and an opening before anything is saved', async () => {
    const { personId, courseId } = await opened();
    const other = await opened();
    expect(await timelines.of(personId, other.courseId)).toEqual({ attempts: [], untold: 0 });
    expect((await of(personId, courseId)).kinds).toEqual(['opening']);
  });

  it('tells what was saved over several openings, and ends with what is stored', async () => {
    const { token, personId, courseId } = await opened(tested);
    for (const [seq, raw] of [20, 40, 70].entries()) {
      clock.advance(60_000);
      await tracking.commit(token, says(seq + 1, 'one', raw < 70 ? 'incomplete' : 'completed', raw, raw === 70));
    }
    clock.advance(3_600_000);
    const again = await launching.open({ personId, courseId });
    clock.advance(60_000);
    await tracking.commit(again.token, says(1, 'one', 'completed', 90));
    // One that was left in the browser arrives late, and one arrives twice.
    clock.advance(1000);
    await tracking.commit(token, says(4, 'two', 'incomplete', 0));
    await tracking.commit(again.token, says(1, 'one', 'completed', 90));
    clock.advance(60_000);
    await tracking.commit(again.token, says(2, 'two', 'completed', 100, true));
    const { attempts, untold, kinds } = await of(personId, courseId);
    expect([kinds, untold]).toEqual([['opening', 'saves', 'turn', 'opening', 'turn', 'saves', 'turn'], 0]);
    const [attempt] = attempts;
    expect(attempt).toMatchObject({
      number: 1,
      isWhole: true,
      replayed: attempt!.stored,
      stored: { completion: 'completed', success: 'passed' },
      completedAt: attempt!.moments.at(-1)!.at,
    });
    expect(attempt!.moments[2]).toMatchObject({ closed: true, after: { success: 'failed', score: 70 } });
    const stored = await rows<PartResult>('select sco, result from part_result where attempt_id = $1', attempt!.id);
    for (const { sco, result } of stored) {
      const last = attempt!.moments.findLast((moment) => moment.kind !== 'opening' && moment.sco === sco);
      expect(last).toMatchObject({ after: { completion: result.completion, success: result.success } });
    }
  });

  it('says of which openings the log no longer holds what was saved', async () => {
    const { token, personId, courseId, launchId } = await opened(tested);
    await tracking.commit(token, says(1, 'one', 'completed', 90));
    clock.advance(3_600_000);
    const again = await launching.open({ personId, courseId });
    await tracking.commit(again.token, says(1, 'two', 'incomplete', 0));
    await database.asOwner(`delete from commit_log where launch_id = '${launchId}'`);
    const { attempts } = await of(personId, courseId);
    expect(attempts[0]).toMatchObject({ isWhole: false, stored: { success: 'unknown', score: 45 } });
    expect(attempts[0]!.moments).toMatchObject([
      { kind: 'opening', isKept: false },
      { kind: 'opening', isKept: true },
      { kind: 'saves', count: 1, sco: 'two' },
    ]);
  });

  it('reads the newest saves of very many, folds quiet ones into one moment, and counts the others', async () => {
    const { token, personId, courseId, launchId } = await opened();
    await tracking.commit(token, body());
    await database.source.query(
      `insert into commit_log (opened_on, attempt_id, launch_id, seq, sco, run, final, hash, suspend_hash, cmi, shown_ms,
         received_at)
       select opened_on, attempt_id, launch_id, n, sco, run, final, hash, suspend_hash, cmi, shown_ms,
              received_at + n * interval '1 second'
         from commit_log cross join generate_series(2, $2::int + 7) n where launch_id = $1`,
      [launchId, MOST_SAVES],
    );
    const { attempts, untold } = await of(personId, courseId);
    expect(untold).toBe(7);
    expect(attempts[0]!.isWhole).toBe(false);
    expect(attempts[0]!.moments).toMatchObject([{ kind: 'opening' }, { kind: 'saves', count: MOST_SAVES }]);
  });

  it('is each person’s own', async () => {
    const mine = await opened();
    const other = await opened();
    await tracking.commit(other.token, body());
    await launching.open({ personId: other.personId, courseId: mine.courseId });
    expect((await of(mine.personId, mine.courseId)).kinds).toEqual(['opening']);
  });
});
