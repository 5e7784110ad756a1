import { type Day, daysLater, isDay, lettersBetween, writtenDay } from '@induct/platform';

/** A day that was read. */
export interface DateRead {
  day: Day;
  /** That was written beside it: 0 is Sunday. Null: none was. */
  weekday: number | null;
  /** A word that was taken for the name of a month. */
  taken?: string;
}

/** Nothing that can be read, or no day that there is. */
export interface DateUnread {
  /** A sentence without its full stop. */
  problem: string;
  /** What could be meant. */
  days: Day[];
  /** It could be read if it were known in which month the programme begins. */
  needsMonth?: true;
}

/** `2017-05`: the month in which a programme begins. Days without a year are the first such from it on. */
export type FirstMonth = string;

/** From January on. */
export const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
/** From Sunday on. */
export const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const OPEN = /^(?:date\s+)?(?:tb[acd]|to be (?:confirmed|announced|arranged|decided|agreed)|not (?:yet )?known)\.?$/i;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]*(\p{L}+)\.?,?(?:[\s-]+(\d{1,4}))?$/u;
const MONTH_DAY = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{1,4}))?$/u;
const FIGURES = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}))?$/;

/** Whether it says that the date, or the time, is to be confirmed. */
export const isOpen = (text: string): boolean => OPEN.test(bare(text));

/**
 * Reads a date as people write it into a programme: `Monday 8 May`, `8 May 2017`, `08/05/2017`, `17 Mav`.
 * @param first null: what has no year cannot be read
 */
export function readDate(text: string, first: FirstMonth | null): DateRead | DateUnread {
  const { weekday, rest } = withoutWeekday(bare(text));
  const whole = writtenDay(rest);
  if ('day' in whole) return { ...whole, weekday };
  const dayFirst = DAY_MONTH.exec(rest);
  const monthFirst = dayFirst ? null : MONTH_DAY.exec(rest);
  const figures = FIGURES.exec(rest);
  if (!dayFirst && !monthFirst && !figures) return { ...whole, days: [] };
  const [, day, word, year] = dayFirst ?? figures ?? [null, monthFirst![2]!, monthFirst![1]!, monthFirst![3]];
  const month = figures ? { number: Number(word), isTaken: false } : monthOf(word!);
  if (!month || month.number < 1 || month.number > 12)
    return { problem: `“${text}” is no date that can be read: write it like 8 May 2017`, days: [] };
  const found = dated(text, { day: day!, month: month.number, year }, first);
  if ('problem' in found) return found;
  return { ...found, weekday, ...(month.isTaken && { taken: word! }) };
}

/** Without what hangs on: `Tuesday 3 October –`, `9 January?`. */
const bare = (text: string): string =>
  text
    .replaceAll('?', ' ')
    .trim()
    .replace(/[\s\-–—:,]+$/, '');

function dated(
  text: string,
  { day, month, year }: { day: string; month: number; year: string | undefined },
  first: FirstMonth | null,
): { day: Day } | DateUnread {
  if (year !== undefined && year.length !== 4) {
    const meant = year.length === 2 ? dayIn(`20${year}`, month, day) : undefined;
    return { problem: `The year of “${text}” is not written with four figures`, days: meant ? [meant] : [] };
  }
  if (year === undefined && first === null)
    return { problem: `“${text}” has no year: say in which month the programme begins`, days: [], needsMonth: true };
  const inYear = year ?? String(Number(first!.slice(0, 4)) + (month < Number(first!.slice(5)) ? 1 : 0));
  if (inYear < '1950' || inYear > '2100') return { problem: `The year of “${text}” cannot be right`, days: [] };
  const found = dayIn(inYear, month, day);
  if (found) return { day: found };
  const name = MONTHS[month - 1]!.replace(/^./, (letter) => letter.toUpperCase());
  const problem = `There is no ${Number(day)} ${name} ${inYear}`;
  const last = daysLater(dayIn(month === 12 ? String(Number(inYear) + 1) : inYear, (month % 12) + 1, '1')!, -1);
  return { problem, days: Number(day) > 0 && Number(day) <= 31 ? [last, daysLater(last, 1)] : [] };
}

function dayIn(year: string, month: number, day: string): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** The month of that name, of its beginning (`Sept`), or, with a question, the one whose name is nearest (`Mav`). */
function monthOf(word: string): { number: number; isTaken: boolean } | undefined {
  const wanted = word.toLowerCase();
  const known = MONTHS.findIndex((name) => wanted.length >= 3 && name.startsWith(wanted));
  if (known !== -1) return { number: known + 1, isTaken: false };
  const at = near(wanted, MONTHS);
  return at === undefined ? undefined : { number: at + 1, isTaken: true };
}

function withoutWeekday(text: string): { weekday: number | null; rest: string } {
  const [begin, word] = /^(\p{L}{3,})\.?,?\s+/u.exec(text) ?? [];
  if (!word) return { weekday: null, rest: text };
  const wanted = word.toLowerCase();
  const known = WEEKDAYS.findIndex((name) => name.startsWith(wanted) || wanted === `${name.slice(0, 3)}s`);
  // `March 7`: a month that has a day behind it is a month.
  const at = known === -1 && !MONTHS.some((name) => name.startsWith(wanted)) ? near(wanted, WEEKDAYS) : known;
  return at === undefined || at === -1
    ? { weekday: null, rest: text }
    : { weekday: at, rest: text.slice(begin!.length) };
}

/** Which name is the only nearest one, at most two letters away and fewer than half of them. @returns from 0 */
function near(wanted: string, names: readonly string[]): number | undefined {
  const far = names.map((name) => lettersBetween(wanted, name));
  const least = Math.min(...far);
  const isNear = least <= 2 && least * 2 < wanted.length && far.filter((one) => one === least).length === 1;
  return isNear ? far.indexOf(least) : undefined;
}
