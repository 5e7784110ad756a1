import { areMoves } from './move';

const score = { raw: '', min: '', max: '', scaled: '-0.5' };
const knows = { keepsUnknown: { completion: true, success: false }, data: { notes: 'half' } };
const said = { completion: 'completed', success: 'unknown', score };
const report = { ...said, ...knows, progress: 1, suspends: false, objectives: [{ ...said, id: 'a', progress: '' }] };
const move = { number: 1, at: 1_796_000_000_000, request: { kind: 'continue' } };

describe('the steps that a commit brings', () => {
  it('are what a player sends', () => {
    expect(areMoves([])).toBe(true);
    const opened = { activity: 'two', run: 2 };
    expect(
      areMoves([move, { ...move, number: 2, request: { kind: 'choice', target: 'two' }, run: 1, report, opened }]),
    ).toBe(true);
  });

  it.each([
    ['no list', { 0: move }],
    ['more than anybody takes', Array.from({ length: 1001 }, (_, at) => ({ ...move, number: at + 1 }))],
    ['no step', [null]],
    ['without a number', [{ ...move, number: 0 }]],
    ['at no moment', [{ ...move, at: Number.NaN }]],
    ['at a moment that no date can be', [{ ...move, at: 8.64e15 + 1 }]],
    ['of no known kind', [{ ...move, request: { kind: 'toString' } }]],
    ['a choice of nothing', [{ ...move, request: { kind: 'choice' } }]],
    ['a choice of what no column can hold', [{ ...move, request: { kind: 'choice', target: 'a\0' } }]],
    ['that leads on and to a target', [{ ...move, request: { kind: 'continue', target: 'two' } }]],
    ['in no run', [{ ...move, run: 1.5, report }]],
    ['with a share beyond all', [{ ...move, run: 1, report: { ...report, progress: 2 } }]],
    ['with a score that is a number', [{ ...move, run: 1, report: { ...report, score: { ...score, raw: 1 } } }]],
    ['with a result that nobody knows', [{ ...move, run: 1, report: { ...report, success: 'toString' } }]],
    ['with an objective without a name', [{ ...move, run: 1, report: { ...report, objectives: [said] } }]],
    ['that opens nothing', [{ ...move, opened: { activity: '', run: 1 } }]],
    ['that opens no run', [{ ...move, opened: { activity: 'two', run: 2 ** 31 } }]],
    ['with a report that is none', [{ ...move, run: 1, report: 'completed' }]],
    ['with shared data that is a list', [{ ...move, run: 1, report: { ...report, data: ['half'] } }]],
    ['with shared data beyond all', [{ ...move, run: 1, report: { ...report, data: { a: 'x'.repeat(2 ** 20) } } }]],
    ['that knows nothing in words', [{ ...move, run: 1, report: { ...report, keepsUnknown: { success: 'yes' } } }]],
    ['with a report and no run', [{ ...move, report }]],
    ['with a run and no report', [{ ...move, run: 1 }]],
  ])('are not: %s', (_, value) => {
    expect(areMoves(value)).toBe(false);
  });
});
