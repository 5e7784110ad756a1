import { serialDay } from '../spreadsheets/serial-day';
import { britishDate } from './british-dates';
import { type Day, isDay } from './london-day';

/** A day that was read, or what is wrong with it and what to do. */
export type WrittenDay = { day: Day } | { problem: string };

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WELSH = 'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr'.split(' ');

/** Days of councils that can be meant: from the first elections of today's councils on. */
const [FIRST, LAST] = ['1950-01-01', '2100-12-31'];

/** Serials of Excel that lie in that time. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/**
 * A day in the forms that councils type: `8 May 2017`, `Monday 8th of May, 2017`, `08/05/2017` (the day comes first, as in
 * Britain), `2017-05-08`, with or without a time behind it, or a day as Excel counts them.
 */
export function writtenDay(text: string): WrittenDay {
  const plain = text
    .trim()
    .replace(/[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]m|Z)?$/i, '')
    .trim();
  if (SERIAL.test(plain)) return checked(text, serialDay(Number(plain)));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return checked(text, dayOf(iso[1]!, iso[2]!, iso[3]!));
  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{1,4})$/.exec(plain);
  if (figures) return british(text, figures[1]!, figures[2]!, figures[3]!);
  const words = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([a-z]+)\.?,?[\s-]+(\d{1,4})$/i.exec(plain);
  if (words) return british(text, words[1]!, monthOf(words[2]!), words[3]!);
  return { problem: `“${shown(text)}” is no day that can be read. Write it like 8 May 2017 or 08/05/2017` };
}

function british(text: string, day: string, month: string, year: string): WrittenDay {
  if (year.length < 4) {
    return {
      problem: `“${shown(text)}” has a year of ${year.length === 1 ? 'one digit' : year.length === 2 ? 'two digits' : 'three digits'}. Write all four, like ${day}/${month.padStart(2, '0')}/2017`,
    };
  }
  const found = dayOf(year, month, day);
  if (!found && Number(month) > 12 && Number(day) <= 12) {
    return { problem: `“${shown(text)}” has no month ${month}. Write the day first, as in 08/05/2017 for 8 May 2017` };
  }
  return checked(text, found);
}

function checked(text: string, day: Day | undefined): WrittenDay {
  if (!day) return { problem: `“${shown(text)}” is no day that there is. Correct it` };
  if (day < FIRST || day > LAST) {
    return { problem: `“${shown(text)}” would be ${britishDate(day)}. Correct the year` };
  }
  return { day };
}

function dayOf(year: string, month: string, day: string): Day | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** `Sept` → `9`; `0`, which no day has, for anything else. */
function monthOf(word: string): string {
  const wanted = word.toLowerCase();
  const at = [MONTHS, WELSH]
    .map((names) => names.findIndex((name) => name === wanted || (wanted.length >= 3 && name.startsWith(wanted))))
    .find((found) => found !== -1);
  return String((at ?? -1) + 1);
}

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
