import { type Day, daysLater } from './london-day';

/** A day on which offices in England and Wales are closed by law. */
export interface BankHoliday {
  on: Day;
  name: string;
}

/**
 * What proclamations moved or added, by year: the Royal Proclamations under section 1 of the Banking and Financial Dealings
 * Act 1971, as GOV.UK lists them.
 */
const PROCLAIMED: Record<number, { instead?: Record<string, Day>; besides?: BankHoliday[] }> = {
  1995: { instead: { 'Early May bank holiday': '1995-05-08' } },
  1999: { besides: [{ on: '1999-12-31', name: 'Millennium' }] },
  2002: {
    instead: { 'Spring bank holiday': '2002-06-04' },
    besides: [{ on: '2002-06-03', name: 'Golden Jubilee' }],
  },
  2011: { besides: [{ on: '2011-04-29', name: 'Royal wedding' }] },
  2012: {
    instead: { 'Spring bank holiday': '2012-06-04' },
    besides: [{ on: '2012-06-05', name: 'Diamond Jubilee' }],
  },
  2020: { instead: { 'Early May bank holiday': '2020-05-08' } },
  2022: {
    instead: { 'Spring bank holiday': '2022-06-02' },
    besides: [
      { on: '2022-06-03', name: 'Platinum Jubilee' },
      { on: '2022-09-19', name: 'State funeral of Queen Elizabeth II' },
    ],
  },
  2023: { besides: [{ on: '2023-05-08', name: 'Coronation of King Charles III' }] },
};

/** Those of England and Wales in a year, by day. @param year from 1978, the first with the early May holiday */
export function bankHolidays(year: number): BankHoliday[] {
  const easter = easterSunday(year);
  const { instead = {}, besides = [] } = PROCLAIMED[year] ?? {};
  const [christmas, boxing] = christmasDays(year);
  const usual: BankHoliday[] = [
    { on: workingDayFrom(`${year}-01-01`), name: 'New Year’s Day' },
    { on: daysLater(easter, -2), name: 'Good Friday' },
    { on: daysLater(easter, 1), name: 'Easter Monday' },
    { on: firstMonday(`${year}-05-01`), name: 'Early May bank holiday' },
    { on: lastMonday(`${year}-05-31`), name: 'Spring bank holiday' },
    { on: lastMonday(`${year}-08-31`), name: 'Summer bank holiday' },
    { on: christmas, name: 'Christmas Day' },
    { on: boxing, name: 'Boxing Day' },
  ];
  return [...usual.map(({ on, name }) => ({ on: instead[name] ?? on, name })), ...besides].toSorted((a, b) =>
    a.on < b.on ? -1 : 1,
  );
}

const byYear = new Map<number, BankHoliday[]>();

/** The holiday on that day, when it is one. */
export function bankHolidayOn(day: Day): BankHoliday | undefined {
  const year = Number(day.slice(0, 4));
  const known = byYear.get(year) ?? bankHolidays(year);
  byYear.set(year, known);
  return known.find(({ on }) => on === day);
}

/**
 * A day on which no time of local government law ends: it ends on the next (Local Government Act 1972, section 243; Representation of
 * the People Act 1983, section 119, with weekends whole). Christmas Eve is one; Christmas Day also where its bank holiday is another day.
 */
export const isDiesNon = (day: Day): boolean =>
  weekday(day) === 0 || /-12-2[45]$/.test(day) || bankHolidayOn(day) !== undefined;

/** Monday to Friday, and no bank holiday. */
export const isWorkingDay = (day: Day): boolean => ![0, 6].includes(weekday(day)) && !bankHolidayOn(day);

/** That many working days before or after, not counting the day itself. */
export function workingDaysLater(day: Day, days: number): Day {
  const step = Math.sign(days);
  let at = day;
  for (let left = Math.abs(days); left > 0;) {
    at = daysLater(at, step);
    if (isWorkingDay(at)) left--;
  }
  return at;
}

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(`${day}T12:00Z`).getUTCDay();

const workingDayFrom = (day: Day): Day => daysLater(day, [1, 0, 0, 0, 0, 0, 2][weekday(day)]!);
const firstMonday = (first: Day): Day => daysLater(first, (8 - weekday(first)) % 7);
const lastMonday = (last: Day): Day => daysLater(last, -((weekday(last) + 6) % 7));

/** In lieu of what falls on a weekend, the next days that are none. */
function christmasDays(year: number): [Day, Day] {
  const day = `${year}-12-25`;
  const [christmas, boxing] = { 5: [0, 3], 6: [2, 3], 0: [2, 1] }[weekday(day)] ?? [0, 1];
  return [daysLater(day, christmas!), daysLater(day, boxing!)];
}

/** The Gregorian computus, after Meeus, Jones and Butcher. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const [century, inCentury] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const from = epact + toSunday - 7 * late + 114;
  return `${year}-${String(Math.floor(from / 31)).padStart(2, '0')}-${String((from % 31) + 1).padStart(2, '0')}`;
}
