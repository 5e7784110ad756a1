import fc from 'fast-check';
import { bankHolidayOn, bankHolidays, isWorkingDay, weekday, workingDaysLater } from './bank-holidays';
import { electionDays, isBeforeElection } from './elections';
import { daysLater } from './london-day';

/** As GOV.UK lists them. */
const LISTED = {
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
} as const;

describe('bank holidays', () => {
  it.each(Object.entries(LISTED))('of %s are those that are listed', (year, days) => {
    expect(bankHolidays(Number(year)).map(({ on }) => on)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('have names', () => {
    expect(bankHolidayOn('2026-12-28')?.name).toBe('Boxing Day');
    expect(bankHolidayOn('2026-12-27')).toBeUndefined();
  });

  it('are no working days, nor are weekends', () => {
    expect(['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-28', '2026-12-29'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(workingDaysLater('2026-12-24', 1)).toBe('2026-12-29');
    expect(workingDaysLater('2026-12-29', -1)).toBe('2026-12-24');
  });

  it('never fall on a weekend, nor twice on a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1978, max: 2200 }), (year) => {
        const days = bankHolidays(year).map(({ on }) => on);
        expect(days.map(weekday).filter((day) => day === 0 || day === 6)).toEqual([]);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });
});

describe('the days of an election', () => {
  it('are those that were printed for 4 May 2017', () => {
    const days = { poll: '2017-05-04', noticeBy: '2017-03-27', nominationsClose: '2017-04-04' };
    expect(electionDays('2017-05-04')).toEqual(days);
  });

  it('hold back from the notice to the poll', () => {
    const poll = '2018-05-03';
    const { noticeBy } = electionDays(poll);
    expect(noticeBy).toBe('2018-03-27');
    expect([daysLater(noticeBy, -1), noticeBy, poll, '2018-05-04'].map((day) => isBeforeElection(day, poll))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('do not count Christmas Eve', () => {
    expect(electionDays('2027-01-14').nominationsClose).toBe('2026-12-14');
  });
});
