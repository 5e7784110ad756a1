import fc from 'fast-check';
import { byInitial } from './by-initial';

const named = (names: readonly string[]) => names.map((name) => ({ name }));

it('puts initials together until there are enough, and never parts one', () => {
  const names = ['Ada', 'Áine', 'Bob', 'Cat', 'Cem', 'Dan', 'Eve'];
  expect(byInitial(named(names), 3).map(({ name, rows }) => [name, rows.length])).toEqual([
    ['A to B', 3],
    ['C to D', 3],
    ['E', 1],
  ]);
});

it('keeps everybody, in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), fc.integer({ min: 1, max: 9 }), (names, about) => {
      const sorted = names.toSorted();
      const pieces = byInitial(named(sorted), about);
      expect(pieces.flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual(sorted);
      const tooLong = pieces.filter(({ name, rows }) => rows.length > about && name.includes(' to '));
      expect(tooLong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
