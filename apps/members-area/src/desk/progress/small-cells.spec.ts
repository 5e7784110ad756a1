import { array, assert, nat, property } from 'fast-check';
import { SMALLEST_CELL, withhold, withholdRows } from './small-cells';

describe('small cells', () => {
  it('shows figures that are all large enough', () => {
    expect(withhold([40, 20, 10, 11])).toEqual([40, 20, 10, 11]);
  });

  it('withholds a second figure, so that the first cannot be worked out from the total', () => {
    expect(withhold([40, 30, 8, 3])).toEqual([40, 30, undefined, undefined]);
  });

  it('withholds everything about a group of four', () => {
    expect(withhold([4, 0, 0, 0])).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('does not show that all of a group are the same', () => {
    expect(withhold([0, 0, 0, 9])).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('never leaves a small figure to be worked out, whatever the figures', () => {
    assert(
      property(array(nat(30), { minLength: 2, maxLength: 5 }), (counts) => {
        const cells = withhold(counts);
        const hidden = counts.filter((_, index) => cells[index] === undefined);
        expect(cells.filter((cell) => cell !== undefined).every((cell) => cell >= SMALLEST_CELL)).toBe(true);
        expect(hidden.length).not.toBe(1);
        const sum = hidden.reduce((total, count) => total + count, 0);
        expect(hidden.length === 0 || hidden.length === counts.length || sum >= SMALLEST_CELL).toBe(true);
      }),
    );
  });

  it('withholds the first figure of a second row, so that the first row’s cannot be worked out from the total of all', () => {
    expect(
      withholdRows([
        [13, 10, 10],
        [8, 7, 7],
        [3, 9, 12],
      ]),
    ).toEqual([
      [13, 10, 10],
      [undefined, undefined, 7],
      [undefined, undefined, 12],
    ]);
    expect(
      withholdRows([
        [13, 10, 10],
        [8, 7, 7],
      ]),
    ).toEqual([
      [13, 10, 10],
      [8, 7, 7],
    ]);
  });

  it('leaves no first figure to be worked out, whatever the rows', () => {
    assert(
      property(array(array(nat(30), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const cells = withholdRows(rows);
        const hidden = rows.filter((_, nth) => cells[nth]![0] === undefined);
        expect(hidden.length === 1 && rows.length > 1).toBe(false);
        const sum = hidden.reduce((total, [first]) => total + first!, 0);
        expect(hidden.length === 0 || hidden.length === rows.length || sum >= SMALLEST_CELL).toBe(true);
        for (const own of cells) expect(own.filter((cell) => cell === undefined)).not.toHaveLength(1);
      }),
    );
  });
});
