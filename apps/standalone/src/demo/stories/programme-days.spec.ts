import { bankHolidayOn, type Day, daysLater, electionDays, weekday } from '@induct/platform';
import { programmeDays } from './programme-days';

/** A leap year. */
const EVERY_DAY: Day[] = Array.from({ length: 366 }, (_, nth) => daysLater('2028-01-01', nth));
const YEARS = EVERY_DAY.map((today) => ({ today, days: programmeDays(today) }));

describe('the demo council’s year, whatever day it is started on', () => {
  it('is of weekdays, of which none is a bank holiday or between Christmas and New Year, and each another', () => {
    for (const { today, days } of YEARS) {
      const all = Object.values(days);
      const odd = all.filter(
        (day) => [0, 6].includes(weekday(day)) || bankHolidayOn(day) || day.slice(5) > '12-23' || day.endsWith('01-01'),
      );
      expect([today, odd, new Set(all).size]).toEqual([today, [], all.length]);
    }
  });

  it('has what is delivered behind it, and what is confirmed in the weeks to come', () => {
    for (const { today, days } of YEARS) {
      const { welcome, conduct, deciding, officers, money, safety, speaking, information } = days;
      for (const day of [welcome, conduct, deciding, officers, money, safety, speaking, information])
        expect([today, day < daysLater(today, -10), day > daysLater(today, -170)]).toEqual([today, true, true]);
      expect([today, days.commissioning < today, days.commissioning < days.contracts]).toEqual([today, true, true]);
      expect([today, days.contracts < days.performance]).toEqual([today, true]);
      for (const day of [
        days.parent,
        days.conductAgain,
        days.answering,
        days.chairing,
        days.contracts,
        days.performance,
      ])
        expect([today, day > today, day < daysLater(today, 45)]).toEqual([today, true, true]);
    }
  });

  it('has a poll on a Thursday, and one date kept free in the period before it', () => {
    for (const { today, days } of YEARS) {
      const { poll, council, councilBefore, ...sessions } = days;
      const { noticeBy } = electionDays(poll);
      const before = Object.entries(sessions).flatMap(([name, day]) => (day >= noticeBy && day <= poll ? [name] : []));
      expect([today, weekday(poll), before]).toEqual([today, 4, ['keptFreeBeforePoll']]);
      expect(councilBefore < today && today < council).toBe(true);
    }
  });
});
