import { britishDate, type Day } from '@induct/platform';
import { onDay, type Period } from '../../council/period';
import type { CouncilNow } from './council-now';
import type { JudgedRow } from './judged-row';
import { dayBefore } from './seat-change';
import type { WorkingCouncil } from './working-council';

interface CompleteList {
  council: CouncilNow;
  working: WorkingCouncil;
  /** Who stands in the list for which body, by the body's id. */
  listed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who stands in it for the council itself; undefined when the list is of committees. */
  members: ReadonlySet<string> | undefined;
  /** Of rows with a problem: nobody can say that they are missing. */
  doubtful: ReadonlySet<string>;
  /** The first day on which they are no longer part. */
  day: Day;
}

/** Who is part of what a complete list is about, and not in the list: they leave on that day. */
export function leavers({ council, working, listed, members, doubtful, day }: CompleteList): JudgedRow[] {
  const left = new Map<string, string[]>();
  const last = `The last day is ${britishDate(dayBefore(day))}.`;
  const names = new Map(council.bodies.map(({ id, name }) => [id, name]));
  const isMissing = (row: Period & { personId: string }, there: ReadonlySet<string>) =>
    !there.has(row.personId) && !doubtful.has(row.personId) && onDay(row, day) && row.from < day;
  for (const seat of council.seats) {
    const there = listed.get(seat.bodyId);
    if (!there || !isMissing(seat, there)) continue;
    working.leavesBody(seat.personId, seat.bodyId, day, ['co_opted']);
    const says = `Leaves ${names.get(seat.bodyId)}: not in the file. ${last}`;
    left.set(seat.personId, [...(left.get(seat.personId) ?? []), says]);
  }
  for (const term of members ? council.terms : []) {
    if (!isMissing(term, members!)) continue;
    working.leaves(term.personId, day);
    left.set(term.personId, [`Leaves the council and its bodies: not in the file. ${last}`]);
  }
  const people = new Map(council.people.map(({ id, name }) => [id, name]));
  return [...left].map(([personId, says]) => {
    return { number: null, outcome: 'leaves', personId, name: people.get(personId) ?? '', says };
  });
}
