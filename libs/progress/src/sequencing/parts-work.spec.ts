import fc from 'fast-check';
import { type ActivityTree, sequencingTree, type Shared } from '@induct/scorm';
import { aStrictOrder } from '../../../../test/support/given-sequencing';
import { beginning } from './beginning';
import { type BesideSteps, keyOfRun, type LeftReport, type PlacedMove, type Position } from './course-of-parts';
import type { Move } from './move';
import { PartsWork, type SaidOfParts } from './parts-work';

const ATTEMPT = '00000000-0000-4000-8000-000000000007';
const LESSONS = ['one', 'two', 'three'];

/** Lessons that open one after the other, and share a store that each of them may write. */
function tree(): ActivityTree {
  const ordered = aStrictOrder(LESSONS);
  for (const lesson of ordered.root.children) lesson.stores = [{ id: 'notes', read: true, write: true }];
  return ordered;
}
const built = sequencingTree(tree());

/** What a page does in its time: how often it saves in each part, and whether it is killed instead of left. */
interface Page {
  saves: number[];
  isKilled: boolean;
}

/** All commits of these pages, in the order in which they were made. Each tells every step of its page so far. */
function commitsOf(pages: readonly Page[]): SaidOfParts[] {
  const commits: SaidOfParts[] = [];
  let reached = 0;
  for (const [index, { saves, isKilled }] of pages.entries()) {
    const launch = index + 1;
    const moves: Move[] = [];
    let [seq, at] = [0, launch * 1_000_000];
    const add = (request: Move['request'], more: Partial<Move> = {}) =>
      moves.push({ number: moves.length + 1, at: ++at, request, ...more });
    const begins = launch === 1 ? 'start' : 'resumeAll';
    add({ kind: begins }, { opened: { activity: LESSONS[reached]!, run: 1 } });
    for (const [run, times] of saves.entries()) {
      const sco = LESSONS[reached]!;
      const save = (passed: boolean) => {
        const data = { notes: `${launch}.${run + 1}.${++seq}` };
        const cmi = {
          success_status: passed ? 'passed' : 'unknown',
          completion_status: passed ? 'completed' : 'incomplete',
        };
        commits.push({
          launch,
          run: run + 1,
          seq,
          moves: [...moves],
          receivedAt: new Date(at),
          sco,
          cmi,
          data,
        });
        return data;
      };
      for (let time = 0; time <= times; time++) save(false);
      if (run === saves.length - 1 || reached === LESSONS.length - 1) {
        // A killed page's last word is a save that passes, and no step.
        if (isKilled) save(true);
        break;
      }
      const data = save(true);
      reached++;
      const said = { completion: 'completed', success: 'passed', suspends: false, data } as const;
      const score = { raw: '', min: '', max: '', scaled: '' };
      const opened = { activity: LESSONS[reached]!, run: run + 2 };
      add({ kind: 'continue' }, { run: run + 1, report: { ...said, score, objectives: [] }, opened });
    }
    commits.push({ ...commits.at(-1)!, seq: ++seq, moves: [...moves] });
  }
  return commits;
}

const besideOf = (left: readonly LeftReport[], shared: ReadonlyMap<number, Shared>): BesideSteps => ({
  left: new Map(left.toSorted((a, b) => a.seq - b.seq).map((one) => [keyOfRun(one), one])),
  shared,
});

/** Records them one after the other, each from what is kept of those before. @param told by other modules, by launch */
function recorded(commits: readonly SaidOfParts[], told: ReadonlyMap<number, Shared> = new Map()): Position {
  let standing: Position | undefined;
  const moves: PlacedMove[] = [];
  let left: readonly LeftReport[] = [];
  const seen = new Set<string>();
  for (const commit of commits) {
    const key = `${commit.launch}.${commit.seq}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const since = standing?.launch ?? 0;
    const beside = besideOf(left, told);
    const work = new PartsWork(built, beginning(built, ATTEMPT), standing, {
      left: new Map([...beside.left].filter(([, { launch }]) => launch >= since)),
      shared: new Map([...told].filter(([launch]) => launch >= since)),
    });
    work.take(commit, work.needsAllMoves(commit) ? { moves: [...moves], ...beside } : undefined);
    standing = JSON.parse(JSON.stringify(work.standing)) as Position;
    moves.push(...work.newMoves);
    left = [...left, ...work.newLeft];
  }
  return standing!;
}

const aPage = fc.record({
  saves: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
  isKilled: fc.boolean(),
});

it('comes to the same, with all that was reported and shared, whatever order and repetitions commits come in', () => {
  fc.assert(
    fc.property(
      fc
        .array(aPage, { minLength: 1, maxLength: 3 })
        .map(commitsOf)
        .chain((commits) =>
          fc.tuple(
            fc.constant(commits),
            fc.shuffledSubarray(commits, { minLength: commits.length }),
            fc.shuffledSubarray(commits),
          ),
        ),
      ([commits, shuffled, again]) => {
        const { state, number, launch } = recorded(commits);
        expect(recorded([...shuffled, ...again])).toMatchObject({ state, number, launch });
        const last = commits.at(-1)!;
        expect(state.data?.['notes'] ?? recorded(commits).open?.report?.data?.['notes']).toBeDefined();
        expect(recorded(commits).open).toMatchObject({ launch: last.launch, report: { data: last.data } });
      },
    ),
  );
});

describe('what is heard of a part', () => {
  const beginningOf = (launch: number): Move => ({
    number: 1,
    at: launch * 1000,
    request: { kind: launch === 1 ? 'start' : 'resumeAll' },
    opened: { activity: 'one', run: 1 },
  });
  const says = (status: string, success: string) => ({ completion_status: status, success_status: success });
  const commit = (launch: number, run: number, seq: number, more: Partial<SaidOfParts> = {}): SaidOfParts => ({
    launch,
    run,
    seq,
    moves: [beginningOf(launch)],
    receivedAt: new Date(launch * 1000 + seq),
    sco: 'one',
    cmi: says('incomplete', 'unknown'),
    data: undefined,
    ...more,
  });
  const passed = { cmi: says('completed', 'passed') };

  it('is the newest of it, whichever run of its page said that, and whenever the others come', () => {
    const goesOn = [commit(1, 1, 1), commit(1, 2, 5, passed), commit(2, 1, 1)];
    expect(recorded([...goesOn, commit(1, 1, 3)])).toEqual(recorded(goesOn));
    expect(recorded(goesOn).state.globals).toMatchObject({ one: { satisfied: true } });
  });

  it('is of that part alone, when a step from it to another one comes late', () => {
    const report = {
      completion: 'completed',
      success: 'passed',
      score: { raw: '', min: '', max: '', scaled: '' },
      suspends: false,
      objectives: [],
    } as const;
    const goesOn: Move = {
      number: 2,
      at: 1900,
      request: { kind: 'continue' },
      run: 1,
      report: { ...report, objectives: [] },
      opened: { activity: 'two', run: 2 },
    };
    const late = commit(1, 2, 7, { sco: 'one', moves: [beginningOf(1), goesOn], ...passed });
    const { state } = recorded([commit(1, 1, 6, passed), commit(2, 1, 1), late]);
    expect(state.globals).toMatchObject({ one: { satisfied: true } });
    expect(state.globals).not.toHaveProperty('two');
  });

  it('is nothing of what another part says in its place', () => {
    const { open, state } = recorded([commit(1, 1, 1), commit(1, 2, 5, { sco: 'two', ...passed }), commit(2, 1, 1)]);
    expect(open).toMatchObject({ launch: 2, run: 1, report: { success: 'unknown' } });
    expect(state.globals).toEqual({});
  });

  it('takes the place of nothing that another module has shared later, whenever its page is known to be gone', () => {
    const said = (at: number | undefined) => commit(1, 1, 1, { data: { notes: 'of the closed tab' }, at });
    const others = new Map([[2, { globals: {}, data: { notes: { value: 'of another module', at: 1500 } } }]]);
    const notes = (...commits: SaidOfParts[]) => recorded(commits, others).state.data?.['notes'];
    // Its tab was closed at 1200, the other module spoke at 1500, and the next page began at 2000.
    expect(notes(said(1200), commit(2, 1, 1))).toBe('of another module');
    expect(notes(commit(2, 1, 1), said(1200))).toBe('of another module');
    expect(notes(said(undefined), commit(2, 1, 1))).toBe('of another module');
    expect(notes(commit(1, 1, 1, { data: { notes: 'later' }, receivedAt: new Date(1700) }), commit(2, 1, 1))).toBe(
      'later',
    );
    // No clock is believed that is ahead of ours.
    expect(notes(said(9999), commit(2, 1, 1))).toBe('of another module');
  });

  it('is nothing of what was abandoned', () => {
    const abandons: Move = { number: 2, at: 1500, request: { kind: 'abandon' }, run: 1 };
    const moves = [beginningOf(1), abandons];
    const { state, open } = recorded([commit(1, 1, 1), commit(1, 1, 2, { ...passed, moves })]);
    expect(open).toBeUndefined();
    expect(state.globals).toEqual({});
  });
});
