import { textOf } from './kept-parts';
import type { LaunchState } from '../launch/launch-state';
import type { Place } from './places';
import { earlierTry, takeItAlong } from './earlier-tries';

const AT = '2026-11-22T14:32:00.000Z';
const untouched = { href: 'one.html', initialCmi: {}, status: { completion: 'not_attempted', success: 'unknown' } };
const state = (more: Partial<LaunchState> = {}) => ({
  versionId: 'v1',
  savedAt: null,
  scos: { one: untouched, two: untouched },
  ...more,
});
const kept = (report: Partial<Place['report']> = {}) => ({
  find: (id: string): Place | undefined =>
    id === 'v1'
      ? {
          at: AT,
          report: {
            completion: 'completed',
            success: 'passed',
            score: 90,
            location: 'screen-5',
            suspendData: 'abc',
            ...report,
          },
        }
      : undefined,
});

it('finds where somebody was in the version that is open, without what they reached', () => {
  expect(earlierTry(state(), ['one'], kept())).toEqual({
    at: AT,
    share: undefined,
    places: [{ sco: 'one', location: 'screen-5', suspendData: 'abc' }],
  });
});

it('finds the places of several parts', () => {
  const part = {
    completion: 'completed',
    success: 'passed',
    location: 'x',
    suspendData: 's',
    isSuspended: true,
  } as const;
  const suspendData = textOf(
    new Map([
      ['two', part],
      ['gone', part],
    ]),
  );
  expect(earlierTry(state(), ['one', 'two'], kept({ location: '', suspendData }))?.places).toEqual([
    { sco: 'two', location: 'x', suspendData: 's' },
  ]);
});

it.each([
  ['something is recorded already', state({ savedAt: AT }), kept()],
  [
    'a part was begun',
    state({ scos: { one: { ...untouched, status: { completion: 'incomplete', success: 'unknown' } } } }),
    kept(),
  ],
  ['it is no member’s opening', { savedAt: null, scos: { one: untouched } }, kept()],
  ['it is another version', state({ versionId: 'v2' }), kept()],
  ['nothing was kept of where they were', state(), kept({ location: '', suspendData: '' })],
])('offers nothing when %s', (_when, asked, places) => {
  expect(earlierTry(asked as never, ['one'], places)).toBeUndefined();
});

it('says how much it was when the module says so', () => {
  const words = (progress?: number) =>
    takeItAlong(
      earlierTry(state(), ['one'], kept(progress === undefined ? {} : { progress }))!,
      () => {},
      () => {},
    ).paragraphs.join(' ');
  expect(words(5 / 12)).toContain('About 41% of it was done, as the module counts.');
  // It has not ended, or there would be nothing to take along.
  expect(words(1)).toContain('All of it was opened.');
  expect(words(0.004)).toContain('It was only just begun.');
  for (const none of [1, 0.004]) expect(words(none)).not.toContain('%');
  expect(words()).toContain('last on 22 November 2026 at 14:32');
  for (const none of [undefined, 0, 7, Number.NaN]) expect(words(none)).not.toContain('%');
});
