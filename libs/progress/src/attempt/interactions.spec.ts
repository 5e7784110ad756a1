import type { ScoInteraction } from '@induct/scorm';
import { joinInteractions, RUNS_KEPT } from './interactions';
import type { Answered } from './sco-state';

const run = (from: number, count: number, response = ''): Record<string, Answered> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [from + at, { seq: 1, interaction: { response } as ScoInteraction }]),
  );

it('keeps of a run as many of the newest questions as two snapshots hold, however many come', () => {
  let all = {};
  for (let from = 0; from < 10_000; from += 1_000) all = joinInteractions(all, { '1.1': run(from, 1_000) });
  const indexes = Object.keys((all as Record<string, object>)['1.1']!);
  expect([indexes.length, indexes[0], indexes.at(-1)]).toEqual([2_000, '8000', '9999']);
});

it('keeps of a run no more characters than a row should hold: long answers, a few at a time, are no way around it', () => {
  let all = {};
  for (let from = 0; from < 300; from += 15) all = joinInteractions(all, { '1.1': run(from, 15, 'x'.repeat(63_000)) });
  const indexes = Object.keys((all as Record<string, object>)['1.1']!);
  expect([indexes.length, indexes.at(-1)]).toEqual([16, '299']);
});

it('keeps of earlier runs no more than a row should hold, and the newest run whole', () => {
  const large = (count: number) => run(0, count, 'x'.repeat(60_000));
  const all = joinInteractions({ '1.1': large(5), '1.2': large(5) }, { '2.1': large(17) });
  expect(Object.keys(all)).toEqual(['2.1', '1.2']);
});

it('forgets the oldest runs first, by launch and then by run, the tenth after the ninth', () => {
  const all = Array.from({ length: 12 }, (_, at) => `1.${at + 1}`).concat(
    Array.from({ length: 12 }, (_, at) => `2.${at + 1}`),
  );
  const joined = joinInteractions(Object.fromEntries(all.map((key) => [key, run(0, 1)])), {});
  expect(Object.keys(joined)).toEqual(all.toReversed().slice(0, RUNS_KEPT));
});
