import type { CommitBody } from '../commits/commit-body';
import { aStrictOrder } from '../../../../test/support/given-sequencing';
import { aCourse, aTree } from '../../../../test/support/given-learning';
import { TrackedLearning } from '../../../../test/support/tracked-learning';
import type { Move } from './move';

/** What a player sends of a run, with the steps that it tells. */
function saved(
  sco: string,
  run: number,
  seq: number,
  { passed = false, final = true, moves }: { passed?: boolean; final?: boolean; moves?: Move[] } = {},
): CommitBody {
  const cmi = {
    completion_status: passed ? 'completed' : 'incomplete',
    success_status: passed ? 'passed' : 'unknown',
    exit: '',
  };
  return { seq, sco, run, final, shownMs: 60_000, cmi, ...(moves && { moves }) };
}

const at = Date.UTC(2026, 10, 22, 14, 32);
const report = (passed: boolean): Move['report'] => ({
  completion: passed ? 'completed' : 'incomplete',
  success: passed ? 'passed' : 'unknown',
  score: { raw: '', min: '', max: '', scaled: '' },
  suspends: false,
  objectives: [],
});
const starts: Move = { number: 1, at, request: { kind: 'start' }, opened: { activity: 'one', run: 1 } };
const goesOn = (number: number, activity: string, passed = true): Move => ({
  number,
  at: at + number * 60_000,
  request: { kind: 'continue' },
  run: number - 1,
  report: report(passed),
  opened: { activity, run: number },
});

describe('a module whose parts have an order', () => {
  let learning: TrackedLearning;
  beforeAll(async () => {
    learning = await TrackedLearning.begin();
  });
  afterAll(() => learning?.end());
  beforeEach(() => learning.clock.set('2026-11-22T14:32:00Z'));

  const opened = () => learning.opened(aStrictOrder());
  const commit = async (token: string, ...bodies: CommitBody[]) => {
    for (const one of bodies) {
      learning.clock.advance(61_000);
      expect(await learning.tracking.commit(token, one)).toMatchObject({ ok: true });
    }
  };
  const standing = async (launchId: string) => {
    const rows = await learning.rows<{ state: object; number: number; differs: boolean }>(
      'select s.* from sequencing s join launch l using (attempt_id) where l.id = $1',
      launchId,
    );
    return rows[0];
  };
  const whole = [
    saved('one', 1, 1, { passed: true, moves: [starts, goesOn(2, 'two')] }),
    saved('two', 2, 2, { passed: true, moves: [goesOn(3, 'three')] }),
    saved('three', 3, 3, { passed: true }),
  ];

  it('is complete when its whole is, and not by what some part has reported', async () => {
    const { token, personId, courseId } = await opened();
    const result = () => learning.registrations.ofPersonOnCourse(personId, courseId);
    await commit(token, ...whole.slice(0, 2));
    expect(await result()).toMatchObject({ completion: 'incomplete' });
    await commit(token, whole[2]!);
    expect(await result()).toMatchObject({ completion: 'completed', success: 'passed' });
    expect(await learning.rows('select doubts from doubtful_completion')).toEqual([]);
  });

  it('goes on where it was left, in another browser', async () => {
    const { token, personId, courseId } = await opened();
    await commit(token, ...whole.slice(0, 2));
    const { sequencing } = await learning.launching.state(
      (await learning.launching.open({ personId, courseId })).token,
    );
    expect(sequencing!.state).toMatchObject({ suspended: 'three' });
    expect(sequencing!.state).not.toHaveProperty('current');
  });

  it('stands where the learner is, whatever order, gaps and repetitions its commits come in', async () => {
    const all = [starts, goesOn(2, 'two'), goesOn(3, 'three')];
    const cumulative = [
      saved('one', 1, 1, { passed: true, moves: all.slice(0, 2) }),
      saved('two', 2, 2, { passed: true, moves: all }),
      saved('three', 3, 3, { passed: true }),
    ];
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [1, 1, 0, 2, 1],
      [0, 2, 1],
    ];
    const came = [];
    for (const order of orders) {
      const { token, launchId } = await opened();
      await commit(token, ...order.map((one) => cumulative[one]!));
      const { state, ...more } = (await standing(launchId))!;
      // Drawn with the attempt's own number: of it there are as many as attempts.
      came.push({ ...more, state: { ...state, seed: 0 } });
    }
    for (const one of came) expect(one).toMatchObject({ state: came[0]!.state, number: 3, differs: false });
  });

  it('tells other modules of the learner what its parts share, unless it keeps that to itself, and an attempt from the beginning nothing of its course', async () => {
    const shares = (more: object = {}) => {
      const tree = { ...aStrictOrder(), ...more };
      tree.root.children[0]!.stores = [{ id: 'notes', read: true, write: true }];
      return tree;
    };
    const { token, personId, courseId } = await learning.opened(shares());
    await commit(token, { ...whole[0]!, data: { notes: 'lost with the step' } });
    await commit(token, { ...saved('two', 2, 2, { final: false }), data: { notes: 'not of this part' } });
    const opens = async (more: object, tree = shares(more)) => {
      const other = await aCourse(learning.database.source, tree);
      const launch = await learning.launching.open({ personId, courseId: other.courseId });
      return (await learning.launching.state(launch.token)).sequencing!.state;
    };
    expect(await opens({})).toMatchObject({ globals: { one: { satisfied: true } } });
    expect((await opens({ ofOneAttempt: ['objectives', 'data'] })).globals).toEqual({});
    const again = await learning.launching.open({ personId, courseId, fromTheBeginning: true });
    const fresh = (await learning.launching.state(again.token)).sequencing!.state;
    expect([fresh.globals, fresh.data ?? {}]).toEqual([{}, {}]);
    await commit(again.token, { ...saved('one', 1, 1, { final: false, moves: [starts] }), data: { notes: 'half' } });
    expect((await opens({})).data).toEqual({ notes: 'half' });
  });

  it('counts what a page had reported that went away, when it comes after the next page has begun', async () => {
    const { token, launchId, personId, courseId } = await opened();
    await commit(token, saved('one', 1, 1, { final: false, moves: [starts] }));
    const next = await learning.launching.open({ personId, courseId });
    const resumes: Move = { ...starts, at: at + 3_600_000, request: { kind: 'resumeAll' } };
    await commit(next.token, saved('one', 1, 1, { final: false, moves: [resumes] }));
    await commit(next.token, { ...saved('one', 1, 2, { passed: true, final: false }), launch: launchId });
    expect(await standing(launchId)).toMatchObject({
      state: { globals: { one: { satisfied: true } }, current: 'one' },
      differs: false,
    });
  });

  it('follows a player that opens what is closed, keeps what was done there, and doubts the completion', async () => {
    const { token, launchId } = await opened();
    await commit(
      token,
      saved('one', 1, 1, { passed: false, moves: [starts, goesOn(2, 'two', false)] }),
      saved('two', 2, 2, { passed: true, moves: [goesOn(3, 'three')] }),
      saved('three', 3, 3, {
        passed: true,
        moves: [{ ...goesOn(4, 'one'), request: { kind: 'choice', target: 'one' } }],
      }),
      saved('one', 4, 4, { passed: true }),
    );
    expect(await standing(launchId)).toMatchObject({ differs: true });
    expect(await learning.rows('select opened from sequencing_move where differs')).toEqual([{ opened: 'two' }]);
    expect(await learning.rows('select doubts from doubtful_completion')).toEqual([{ doubts: ['other_order'] }]);
  });

  it('writes nothing of it down for other modules', async () => {
    const { token, launchId } = await learning.opened(aTree({ one: {}, two: {} }, 'scorm_2004'));
    await commit(token, saved('one', 1, 1, { passed: true, moves: [starts] }));
    expect(await standing(launchId)).toBeUndefined();
  });
});
