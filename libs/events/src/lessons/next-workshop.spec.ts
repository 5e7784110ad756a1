import { nextWorkshop } from './next-workshop';

const event = (id: string, seriesOrder: number | null, series: string | null = 'Speaking') => ({
  id,
  series,
  seriesOrder,
});
const ALL = [
  event('third', 3),
  event('first', 1),
  event('other', 2, 'Reading'),
  event('second', 2),
  event('loose', null),
];

it.each([
  ['first', 'second'],
  ['second', 'third'],
  ['third', undefined],
  ['loose', undefined],
  ['other', undefined],
])('after %s comes %s', (id, next) => {
  expect(
    nextWorkshop(
      ALL.find((one) => one.id === id)!,
      ALL,
    )?.id,
  ).toBe(next);
});

it('is none of what is in no series', () => {
  expect(nextWorkshop(event('alone', 1, null), [event('also', 2, null)])).toBeUndefined();
});
