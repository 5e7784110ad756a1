import { type BankHoliday, bankHolidays, type Day, daysLater, electionDays } from '@induct/platform';
import type { FixedDateEntity } from './fixed-date.entity';
import type { PlannedSession } from './programme.repository';

interface Planned extends Pick<PlannedSession, 'id' | 'state' | 'districts'> {
  event: Pick<NonNullable<PlannedSession['event']>, 'title' | 'kind' | 'series'> | null;
  parts: readonly Pick<PlannedSession['parts'][number], 'on' | 'from' | 'to'>[];
}
type Fixed = Pick<FixedDateEntity, 'on' | 'kind' | 'title'>;

/** What a session meets on one of its days. It is said, and forbids nothing. */
export type Clash =
  | { with: 'session'; on: Day; id: string; title: string | null }
  | { with: 'fixed date'; on: Day; title: string }
  | { with: 'bank holiday'; on: Day; title: string }
  | { with: 'election'; on: Day; poll: Day; title: string };

/** So many days after a session a poll may still be that its period before the election holds the session. */
const POLL_WITHIN_DAYS = 60;

/**
 * Finds what sessions meet: others at the same time, dates that others have fixed, bank holidays, the period before an
 * election. Of what is over or cancelled nothing is said.
 * @param around what is planned on those days; and what is fixed, with polls of the `POLL_WITHIN_DAYS` after the last of them
 */
export function clashFinder(around: { sessions: readonly Planned[]; fixed: readonly Fixed[] }) {
  const live = around.sessions.filter(isAhead);
  const onDay = byDay(live.flatMap((session) => session.parts.map((part) => ({ session, part, on: part.on }))));
  const fixedOn = byDay(around.fixed);
  const polls = around.fixed
    .filter(({ kind }) => kind === 'poll')
    .map(({ on, title }) => ({ poll: on, title, from: electionDays(on).noticeBy }));
  const holiday = holidayFinder();

  return (session: Planned): Clash[] => {
    if (!isAhead(session)) return [];
    const found = session.parts.flatMap((part): Clash[] => {
      const { on } = part;
      const others = (onDay.get(on) ?? []).filter(
        (other) =>
          other.session.id !== session.id &&
          atOnce(part, other.part) &&
          sharePeople(session, other.session) &&
          !areBesideEachOther(session, other.session),
      );
      const closed = holiday(on);
      const before = polls.find(({ poll, from }) => on >= from && on < poll);
      return [
        ...others.map((other): Clash => ({
          with: 'session',
          on,
          id: other.session.id,
          title: other.session.event?.title ?? null,
        })),
        ...(fixedOn.get(on) ?? []).map(({ title }): Clash => ({ with: 'fixed date', on, title })),
        ...(closed ? [{ with: 'bank holiday', on, title: closed.name } as const] : []),
        ...(before ? [{ with: 'election', on, poll: before.poll, title: before.title } as const] : []),
      ];
    });
    return once(found);
  };
}

/** The bank holidays from one day to another. */
export function bankHolidaysBetween(first: Day, last: Day): BankHoliday[] {
  const [from, to] = [first, last].map((day) => Number(day.slice(0, 4))) as [number, number];
  const years = Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  return years.flatMap((year) => bankHolidays(year)).filter(({ on }) => on >= first && on <= last);
}

/** Until when fixed dates have to be known to say what clashes up to that day. */
export const pollsUntil = (last: Day): Day => daysLater(last, POLL_WITHIN_DAYS);

const isAhead = ({ state }: Planned): boolean => state !== 'cancelled' && state !== 'delivered';

/** Whose beginning is not known clashes with nothing; whose end is not known, with what goes on when it begins. */
function atOnce(a: Planned['parts'][number], b: Planned['parts'][number]): boolean {
  if (a.from === null || b.from === null) return false;
  if (a.from === b.from) return true;
  return a.from < b.from ? a.to !== null && b.from < a.to : b.to !== null && a.from < b.to;
}

/** Those for different districts have nobody in common. */
const sharePeople = (a: Planned, b: Planned): boolean =>
  a.districts.length === 0 || b.districts.length === 0 || a.districts.some((one) => b.districts.includes(one));

/** Talks of one series, each with somebody else, are planned for the same times: whoever has one does not have the other. */
const areBesideEachOther = ({ event: a }: Planned, { event: b }: Planned): boolean =>
  a?.kind === 'one-to-one' && b?.kind === 'one-to-one' && a.series !== null && a.series === b.series;

/** Two parts in one period before an election, or beside one other session, are one thing to say. */
function once(clashes: readonly Clash[]): Clash[] {
  const said = new Map<string, Clash>();
  for (const clash of clashes) {
    const what = clash.with === 'session' ? clash.id : clash.with === 'election' ? clash.poll : clash.on + clash.title;
    const key = `${clash.with} ${what}`;
    if (!said.has(key)) said.set(key, clash);
  }
  return [...said.values()];
}

function byDay<T extends { on: Day }>(those: readonly T[]): Map<Day, T[]> {
  const days = new Map<Day, T[]>();
  for (const one of those) days.set(one.on, [...(days.get(one.on) ?? []), one]);
  return days;
}

/** Reckons each year once. */
function holidayFinder(): (day: Day) => BankHoliday | undefined {
  const years = new Map<string, Map<Day, BankHoliday>>();
  return (day) => {
    const year = day.slice(0, 4);
    const known = years.get(year) ?? new Map(bankHolidays(Number(year)).map((one) => [one.on, one]));
    years.set(year, known);
    return known.get(day);
  };
}
