import fc from 'fast-check';
import { cpuTime } from '../../../../test/support/cpu-time';
import type { Activity, ActivityTree } from '../activity/activity-tree';
import type { Completion, ScoResult, Success } from '../activity/result';
import { type Expression, readAiccScript, type Status } from './aicc-script';
import { prerequisitesInWords } from './in-words';
import { badPrerequisites, type WaitingItem, waitingParts } from './prerequisites';

const part = (id: string, prerequisites?: string): WaitingItem => ({
  id,
  title: `Part ${id}`,
  isPart: true,
  ...(prerequisites !== undefined && { prerequisites }),
  children: [],
});
const group = (id: string, children: WaitingItem[], prerequisites?: string): WaitingItem => ({
  ...part(id, prerequisites),
  isPart: false,
  children,
});
const NAMES = ['A', 'B', 'C', 'D'];

type Result = Pick<ScoResult, 'completion' | 'success'>;
const NOTHING: Result = { completion: 'not_attempted', success: 'unknown' };
const said = (completion: Completion, success: Success = 'unknown'): Result => ({ completion, success });
const DONE = said('completed');
const waiting = (root: WaitingItem, results: Record<string, Result> = {}) =>
  Object.fromEntries(waitingParts(root, (id) => results[id] ?? NOTHING));

/** Written out again, with more brackets than anybody needs. */
function written(of: Expression): string {
  if (of.kind === 'done') return of.item;
  if (of.kind === 'is') return `${of.item}${of.negated ? '<>' : '='}"${of.status}"`;
  if (of.kind === 'not') return `~(${written(of.of)})`;
  const inner = of.of.map(written);
  if (of.kind === 'atLeast') return `${of.count}*{${inner.join(', ')}}`;
  return `(${inner.join(of.kind === 'all' ? ' & ' : ' | ')})`;
}

const STATUSES: Status[] = ['passed', 'completed', 'failed', 'incomplete', 'not attempted'];
const { anExpression } = fc.letrec<{ anExpression: Expression }>((tie) => {
  const several = fc.array(tie('anExpression'), { minLength: 2, maxLength: 3 });
  const item = fc.constantFrom(...NAMES);
  return {
    anExpression: fc.oneof(
      { maxDepth: 3 },
      fc.record({ kind: fc.constant('done' as const), item }),
      fc.record({
        kind: fc.constant('is' as const),
        item,
        status: fc.constantFrom(...STATUSES),
        negated: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('anExpression') }),
      fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: several }),
      fc.record({ kind: fc.constant('atLeast' as const), count: fc.nat(3), of: several }),
    ),
  };
});

describe('prerequisites', () => {
  it.each([
    ['A', {}, 'Finish “Part A” first'],
    ['A', { A: said('completed', 'failed') }, 'Finish “Part A” first'],
    ['A', { A: DONE }, undefined],
    ['A', { A: said('incomplete', 'passed') }, undefined],
    ['A & B', {}, 'Finish “Part A” and “Part B” first'],
    ['A & B', { A: DONE }, 'Finish “Part B” first'],
    ['A | B', {}, 'Finish “Part A” or “Part B” first'],
    ['A | B & C', { A: DONE }, undefined],
    ['(A | B) & C', { A: DONE }, 'Finish “Part C” first'],
    ['A="passed"', { A: DONE }, 'Pass “Part A” first'],
    ['A = P & B', {}, 'Pass “Part A” and finish “Part B” first'],
    ['A=failed', {}, 'Not open to you now'],
    ['A=failed', { A: said('completed', 'failed') }, undefined],
    ['A <> not attempted', {}, 'Begin “Part A” first'],
    ['A<>"not attempted"', { A: said('incomplete') }, undefined],
    ['~A', {}, undefined],
    ['~A', { A: DONE }, 'Not open to you now'],
    ['2*{A, B, C}', {}, 'Finish 2 of “Part A”, “Part B” or “Part C” first'],
    ['2*{A, B, C}', { B: DONE }, 'Finish “Part A” or “Part C” first'],
    ['2*{A, B, C}', { B: DONE, C: DONE }, undefined],
    ['A &amp; B && C', { A: DONE, B: DONE }, 'Finish “Part C” first'],
  ])('%s is asked of the last part, when %j', (prerequisites, results: Record<string, Result>, words) => {
    const root = group('root', [...['A', 'B', 'C', 'E'].map((id) => part(id)), part('D', prerequisites)]);
    expect(waiting(root, results).D).toBe(words);
  });

  it.each(['A &', '(A', 'A B', 'A = ', 'A = later', '{A, B}', '2*{A', '2*', '& A', '*{A}', `${'('.repeat(60)}A`])(
    'cannot be read as %s, and then ask for nothing',
    (prerequisites) => {
      const root = group('root', [part('A'), part('B'), part('C', prerequisites)]);
      expect(waiting(root)).toEqual({});
      expect(badPrerequisites(root)).toEqual([{ id: 'C', title: 'Part C', why: 'unreadable' }]);
    },
  );

  it.each([
    ['A', '“Part A” is finished'],
    ['A & (B="passed" | ~C)', '“Part A” is finished and (“Part B” is passed or “Part C” is not finished)'],
    ['A <> not attempted', '“Part A” is begun'],
    ['2*{A, B, C=failed}', 'at least 2 of these hold: “Part A” is finished; “Part B” is finished; “Part C” is failed'],
    ['~(A | B)', 'not (“Part A” is finished or “Part B” is finished)'],
    ['A &', undefined],
    ['gone', undefined],
  ])('are told to officers: %s', (prerequisites, words) => {
    const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
      id,
      title: `Part ${id}`,
      visible: true,
      children: [],
      ...more,
    });
    const children = ['A', 'B', 'C'].map((id) => activity(id, { href: id }));
    const root = activity('root', { children: [...children, activity('D', { href: 'D', prerequisites })] });
    const tree = { standard: 'scorm_12', root } as ActivityTree;
    expect(prerequisitesInWords(tree).get('D')).toBe(words);
  });

  it('may be those of a group, and be about a group', () => {
    const root = group('root', [
      group('one', [part('A'), part('B')]),
      group('two', [part('C'), part('D', 'C')], 'one'),
    ]);
    expect(waiting(root, { A: DONE })).toEqual({
      C: 'Finish “Part one” first',
      D: 'Finish “Part one” and “Part C” first',
    });
    expect(waiting(root, { A: DONE, B: said('completed', 'passed') })).toEqual({ D: 'Finish “Part C” first' });
  });

  it('do not close what was begun, nor ask for what is no part or waits for itself', () => {
    const ring = group('root', [part('A', 'C'), part('B', 'A'), part('C', 'B'), part('D'), part('E', 'gone')]);
    expect(waiting(ring, { B: said('incomplete') })).toEqual({
      A: 'Finish “Part C” first',
      C: 'Finish “Part B” first',
    });
    expect(badPrerequisites(ring).map(({ id, why }) => [id, why])).toEqual([
      ['E', 'unknown'],
      ['A', 'never'],
      ['B', 'never'],
      ['C', 'never'],
    ]);
  });

  it('are read as they were written, whatever they are', () => {
    fc.assert(fc.property(anExpression, (given) => expect(readAiccScript(written(given))).toEqual(given)));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'A B 2 * { } ( ) , & | ~ = <> " p'.split(' '), ' ') }),
        (text) => void readAiccScript(text),
      ),
    );
  });

  it('lock nobody out: whoever goes on with what is open does everything', () => {
    const aPackage = fc.tuple(
      ...NAMES.map((id) => fc.option(anExpression).map((of) => part(id, of ? written(of) : undefined))),
    );
    const anEnd = fc.constantFrom(DONE, said('completed', 'passed'));
    fc.assert(
      fc.property(aPackage, fc.array(fc.tuple(fc.nat(3), anEnd), { minLength: 4, maxLength: 4 }), (parts, ways) => {
        const results: Record<string, Result> = {};
        for (const [which, end] of ways) {
          const closed = waiting(group('root', parts), results);
          const open = parts.filter(({ id }) => !(id in closed) && !results[id]);
          expect(open).not.toEqual([]);
          results[open[which % open.length]!.id] = end;
        }
      }),
    );
  });

  it('of thousands of parts are answered at once', () => {
    const parts = Array.from({ length: 2_000 }, (_, at) => part(`p${at}`, `p${at + 1}`));
    const root = group('root', [...parts, part('p2000')]);
    const took = cpuTime(() => {
      expect(waitingParts(root, () => NOTHING).size).toBe(2_000);
      badPrerequisites(root);
    }, 1);
    expect(took).toBeLessThan(2_000);
  });
});
