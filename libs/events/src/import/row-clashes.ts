import type { Day } from '@induct/platform';
import type { Times } from '../times/read-times';
import type { CalendarNow } from './calendar-now';
import { fullDay } from './day-words';
import { type Remark, keep, LEAVE_OUT } from './remark';
import type { ReadRow } from './read-row';

interface Taken {
  title: string;
  times: readonly Times[];
  /** `row 12`, or that it is planned. */
  where: string;
}

const listed = new Intl.ListFormat('en-GB');

/** Others at the same time that are named. */
const SHOWN = 3;

const called = (title: string | null): string => (title ? `“${title}”` : 'a date kept free');

/**
 * Who is at two things at once: rows of the file, sessions that are planned, dates that others have fixed. What has no time may
 * take the whole day. Of two rows the later one is told.
 * @param rows those that are going to be imported @returns by where they stand
 */
export function rowClashes(rows: readonly ReadRow[], { planned, fixed }: CalendarNow): Map<number, Remark[]> {
  const days = new Map<Day, Taken[]>();
  const taken = (day: Day): Taken[] => days.get(day) ?? days.set(day, []).get(day)!;
  for (const { on, title, times } of planned) if (on) taken(on).push({ title: called(title), times, where: 'planned' });
  for (const { on, kind, title } of fixed)
    if (kind !== 'poll') taken(on).push({ title: called(title), times: [], where: 'a fixed date' });
  const found = new Map<number, Remark[]>();
  for (const { at, number, day, title, runs, what } of rows) {
    if (day === null || what === 'describes') continue;
    const mine = { title: called(title), times: runs.flat(), where: `row ${number}` };
    const others = taken(day);
    const met = others.filter((other) => overlap(mine.times, other.times));
    others.push(mine);
    if (met.length > 0) found.set(at, [clash(day, mine, met)]);
  }
  return found;
}

function clash(day: Day, mine: Taken, met: readonly Taken[]): Remark {
  const shown = met.slice(0, SHOWN).map(({ title, where }) => `${title} (${where})`);
  const more = met.length > SHOWN ? [`${met.length - SHOWN} more`] : [];
  const others = listed.format([...shown, ...more]);
  const isSame = met.every(({ title }) => title === mine.title);
  return {
    key: `clash:${day}:${others}`,
    weight: 'look',
    says: `${fullDay(day)} has ${others}${isSame ? ' already' : ', too'}.`,
    remedies: [keep('Both take place'), LEAVE_OUT],
  };
}

const overlap = (one: readonly Times[], other: readonly Times[]): boolean =>
  one.length === 0 ||
  other.length === 0 ||
  one.some((a) => other.some((b) => a.from === b.from || (a.from < (b.to ?? b.from) && b.from < (a.to ?? a.from))));
