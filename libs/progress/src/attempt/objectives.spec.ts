import fc from 'fast-check';
import { joinObjectives } from './objectives';
import type { ObjectiveResult } from './sco-state';

const done: ObjectiveResult = { completion: 'completed', success: 'passed' };
const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, done]));
const many = (from: number, length: number) => Array.from({ length }, (_, at) => `${from + at}`.padStart(6, '0'));

it('keeps as many objectives as a snapshot may have, however many commits bring new names', () => {
  let all = {};
  for (let from = 0; from < 10_000; from += 500) all = joinObjectives(all, named(many(from, 500)));
  expect(Object.keys(all)).toHaveLength(500);
  for (let from = 0; from < 1_000; from += 100) {
    all = joinObjectives(all, named(many(from, 100).map((name) => name.padEnd(4_096, 'x'))));
  }
  expect(JSON.stringify(all).length).toBeLessThan(150_000);
});

it('keeps the same ones in whatever order they come', () => {
  const names = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 300, maxLength: 500 });
  fc.assert(
    fc.property(names, names, names, (one, two, three) => {
      const [a, b, c] = [one, two, three].map((list) => named(list.map((name) => `n${name}`))) as [{}, {}, {}];
      expect(joinObjectives(joinObjectives(a, b), c)).toEqual(joinObjectives(a, joinObjectives(c, b)));
    }),
    { seed: 4, numRuns: 20 },
  );
});

it('takes an objective that is named like something every object has', () => {
  expect(joinObjectives({}, named(['constructor', 'toString'])).constructor).toEqual(done);
});
