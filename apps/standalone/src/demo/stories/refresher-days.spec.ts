import type { Day } from '@induct/platform';
import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { daysBefore, daysBetween, lastOfMonth } from './demo-days';
import { REFRESHER, refresherDays } from './refresher-days';

/** Three years with a leap year among them. */
const EVERY_DAY: Day[] = Array.from({ length: 1096 }, (_, nth) => daysBefore('2026-12-01', -nth));
/** As the product reckons it. */
const lastDay = (achievedOn: Day): Day =>
  formatISO(addMonths(parseISO(achievedOn), REFRESHER.validityMonths), { representation: 'date' });

describe('who lapses, whatever day the demo council is started on', () => {
  it('ends one certificate on the last day of that month', () => {
    for (const today of EVERY_DAY.filter((day) => !day.endsWith('02-29'))) {
      const until = lastDay(refresherDays(today).endsThisMonth);
      const wanted = today.startsWith('2028-02') ? '2028-02-28' : lastOfMonth(today);
      expect([today, until, until >= today]).toEqual([today, wanted, true]);
    }
  });

  it.each([
    ['2028-02-29', '2028-02-28'],
    ['2028-02-28', '2028-02-28'],
    ['2027-02-28', '2027-02-28'],
    ['2026-12-31', '2026-12-31'],
    ['2027-01-01', '2027-01-31'],
    ['2026-11-30', '2026-11-30'],
    ['2026-11-29', '2026-11-30'],
  ])('started on %s, it ends on %s', (today, until) => {
    expect(lastDay(refresherDays(today).endsThisMonth)).toBe(until);
  });

  it('has one that can still be renewed without a gap, and one that lapsed', () => {
    for (const today of EVERY_DAY) {
      const { inGrace, lapsed } = refresherDays(today);
      const grace = (achievedOn: Day) => daysBefore(lastDay(achievedOn), -REFRESHER.graceDays);
      expect([today, lastDay(inGrace) < today, grace(inGrace) >= today, grace(lapsed) < today]).toEqual([
        today,
        true,
        true,
        true,
      ]);
    }
  });

  it('was achieved while the scheme was in effect, and issued before the chair of today signs', () => {
    for (const today of EVERY_DAY) {
      const ago = Object.values(refresherDays(today)).map((day) => daysBetween(day, today));
      expect([today, Math.max(...ago) < REFRESHER.adoptedDaysAgo, Math.min(...ago) - 2 > 330]).toEqual([
        today,
        true,
        true,
      ]);
    }
  });
});
