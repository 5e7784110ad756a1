import { isDay, readerDate, readersLanguage, said, w } from '@induct/platform';

/** Days that somebody can mean: from before there were county councils on. Whatever lies outside was mistyped. */
const [FIRST, LAST] = ['1850-01-01', '2150-12-31'];
const NAMES = ['day', 'month', 'year'] as const;
const ONE_OF = { day: 'a day', month: 'a month', year: 'a year' };

/**
 * A day, as typed in three fields: `deadline-day`, `deadline-month`, `deadline-year`.
 * @param missing said when nothing was typed
 * @param called what the day is called when it is no day
 * @returns `2026-11-29`, or what is wrong
 */
export function lastDayIn(
  form: object,
  field: string,
  missing: string,
  called = said('The last day'),
): { day: string } | { problem: string } {
  const fields = form as Record<string, unknown>;
  const parts = NAMES.map((name) => text(fields[`${field}-${name}`]));
  const left = NAMES.filter((_, at) => parts[at] === '');
  if (left.length === NAMES.length) return { problem: missing };
  if (left.length > 0) return { problem: w`${called} must include ${listed(left.map((name) => said(ONE_OF[name])))}` };
  const [day, month, year] = parts as [string, string, string];
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(iso)) return { problem: w`${called} must be a real date, like 27 3 2027` };
  if (iso < FIRST || iso > LAST) return { problem: w`${called} would be ${readerDate(iso)}: correct the year` };
  return { day: iso };
}

const listed = (all: readonly string[]): string =>
  new Intl.ListFormat(readersLanguage() === 'cy' ? 'cy-GB' : 'en-GB').format(all);

/** A field that was sent twice is a list: then nothing was typed that we know of. */
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The three fields of a day that is known, to be shown in a form. */
export function dayFields(field: string, day: string | null): Record<string, string> {
  const [year, month, date] = day?.split('-') ?? [];
  if (!year || !month || !date) return {};
  return { [`${field}-day`]: String(+date), [`${field}-month`]: String(+month), [`${field}-year`]: year };
}
