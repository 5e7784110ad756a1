import { daysLater, isWorkingDay } from '@induct/platform';
import { assert, constantFrom, nat, pre, property } from 'fast-check';
import { monthsLater } from './months-later';
import { askedFrom, closesOn, forgottenFrom, isAskedOn, lastDaysAskedOn } from './timetable';

describe('the same day some months later', () => {
  it.each([
    ['2019-11-29', '2020-02-29'],
    ['2019-11-30', '2020-02-29'],
    ['2018-11-30', '2019-02-28'],
    ['2026-12-01', '2027-03-01'],
    ['2026-05-31', '2026-08-31'],
  ])('of %s is %s', (day, later) => {
    expect(monthsLater(day, 3)).toBe(later);
  });
});

describe('what was attended is asked about', () => {
  it.each([
    ['on the next day', '2026-11-26', '2026-11-27'],
    ['on Monday, after a Friday', '2026-11-27', '2026-11-30'],
    ['after Christmas and a weekend', '2026-12-24', '2026-12-29'],
  ])('%s', (_, lastDay, from) => {
    expect(askedFrom('after', lastDay)).toBe(from);
    expect(
      [daysLater(from, -1), from, daysLater(from, 30), daysLater(from, 31)].map((day) =>
        isAskedOn(day, 'after', lastDay),
      ),
    ).toEqual([false, true, true, false]);
  });

  it('again after three months, on a working day', () => {
    expect(askedFrom('later', '2026-08-27')).toBe('2026-11-27');
    expect(askedFrom('later', '2026-08-28')).toBe('2026-11-30');
    expect(closesOn('2026-11-27')).toBe('2026-12-11');
  });

  it('is looked for among the sessions of a few weeks, and none is missed; forgotten only when the last can have answered', () => {
    assert(
      property(nat(8000), nat(60), constantFrom('after' as const, 'later' as const), (at, late, stage) => {
        const lastDay = daysLater('2017-01-01', at);
        const from = askedFrom(stage, lastDay);
        expect(isWorkingDay(from)).toBe(true);
        const today = daysLater(from, late);
        const { from: first, to } = lastDaysAskedOn(today, stage);
        pre(isAskedOn(today, stage, lastDay));
        expect(first <= lastDay && lastDay <= to).toBe(true);
        expect(closesOn(today) < forgottenFrom(lastDay)).toBe(true);
      }),
    );
  });
});
