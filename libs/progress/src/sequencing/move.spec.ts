import { areMoves } from './move';

const move = { number: 1, at: 1_796_000_000_000, request: { kind: 'continue' } };

describe('the steps that a commit brings', () => {
  it('are what a player sends', () => {
    expect(areMoves([])).toBe(true);
    const report = { completed: true, measure: -0.5, objectives: [{ id: 'a', satisfied: false }], data: { notes: 'x' } };
    const opened = { activity: 'two', run: 2 };
    expect(areMoves([move, { ...move, number: 2, request: { kind: 'choice', target: 'two' }, run: 1, report, opened }])).toBe(
      true,
    );
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
    ['in no run', [{ ...move, run: 1.5, report: { objectives: [] } }]],
    ['with a share beyond all', [{ ...move, run: 1, report: { objectives: [], progress: 2 } }]],
    ['with a measure that is a text', [{ ...move, run: 1, report: { objectives: [{ id: 'a', measure: '1' }] } }]],
    ['with a report of something else', [{ ...move, run: 1, report: { objectives: [], __proto__x: 1 } }]],
    ['that opens nothing', [{ ...move, opened: { activity: '', run: 1 } }]],
    ['that opens no run', [{ ...move, opened: { activity: 'two', run: 2 ** 31 } }]],
    ['with a report that is none', [{ ...move, run: 1, report: 'completed' }]],
    ['with a report and no run', [{ ...move, report: { objectives: [] } }]],
    ['with a run and no report', [{ ...move, run: 1 }]],
  ])('are not: %s', (_, value) => {
    expect(areMoves(value)).toBe(false);
  });
});
