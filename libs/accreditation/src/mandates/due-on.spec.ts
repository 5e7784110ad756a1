import type { Day } from '@induct/platform';
import fc from 'fast-check';
import { dueOn } from './due-on';

const days = (count: number) => ({ count, unit: 'day' as const });
const months = (count: number) => ({ count, unit: 'month' as const });

describe('the day by which something is due', () => {
  it.each([
    ['28 days after taking office', days(28), '2017-05-08', '2017-06-05'],
    ['the day itself, for who is appointed on the day they sit', days(0), '2026-11-29', '2026-11-29'],
    ['a year after 29 February', months(12), '2024-02-29', '2025-02-28'],
    ['four years after 29 February', months(48), '2024-02-29', '2028-02-29'],
    ['a month after the end of a longer one', months(1), '2026-01-31', '2026-02-28'],
    ['a month after the end of a shorter one', months(1), '2026-02-28', '2026-03-28'],
    ['over the night when clocks go forward', days(1), '2026-03-28', '2026-03-29'],
    ['over the night when clocks go back', days(2), '2026-10-24', '2026-10-26'],
    ['over the turn of a year', days(2), '2026-12-31', '2027-01-02'],
    ['over a leap day', days(1), '2028-02-28', '2028-02-29'],
  ])('is, %s', (_, term, from, due) => {
    expect(dueOn(term, from)).toBe(due);
  });
});

/** A calendar that knows only what comes the day after. */
function dayAfter(day: Day): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  const next = date < length ? [year, month, date + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
  return next.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Walks from day to day; of months it keeps the last day of the wanted one that is not beyond the date. */
function walked({ count, unit }: { count: number; unit: 'day' | 'month' }, from: Day): Day {
  let [day, found] = [from, from];
  if (unit === 'day') {
    for (let gone = 0; gone < count; gone += 1) day = dayAfter(day);
    return day;
  }
  for (let gone = 0; gone <= count; day = dayAfter(day)) {
    if (day.endsWith('-01') && day !== from) gone += 1;
    if (gone === count && day.slice(8) <= from.slice(8)) found = day;
  }
  return found;
}

const anyDay = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyTerm = fc.oneof(
  fc.record({ count: fc.integer({ min: 0, max: 400 }), unit: fc.constant('day' as const) }),
  fc.record({ count: fc.integer({ min: 0, max: 50 }), unit: fc.constant('month' as const) }),
);

describe('whatever the day and the time that is given', () => {
  it('is where somebody comes to who walks there from day to day', () => {
    const check = (from: Day, term: { count: number; unit: 'day' | 'month' }) =>
      expect(dueOn(term, from)).toBe(walked(term, from));
    fc.assert(fc.property(anyDay, anyTerm, check), { seed: Number(process.env['SEED']), numRuns: 60 });
  });

  it('is not earlier for who began later', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyTerm, (one, other, term) => {
        const [first, second] = [one, other].toSorted() as [Day, Day];
        expect(dueOn(term, first) <= dueOn(term, second)).toBe(true);
      }),
      { seed: Number(process.env['SEED']) },
    );
  });
});
