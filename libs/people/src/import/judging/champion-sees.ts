import type { Day } from '@induct/platform';
import { onDay } from '../../council/period';
import type { CouncilNow } from './council-now';
import type { WorkingCouncil } from './working-council';

/** In which group somebody is, from each day on which that changes. */
export interface GroupFrom {
  from: Day;
  group: string | null;
}

/** Before every other day. */
const EVER = '0001-01-01';

/** @param working as it is now: a row may change it */
export function groupsOf(working: WorkingCouncil, { bodies }: CouncilNow, personId: string): GroupFrom[] {
  const seats = bodies
    .filter(({ kind }) => kind === 'group')
    .flatMap(({ id, name }) => working.seatsOn(personId, id).map((seat) => ({ ...seat, name })));
  // Whoever was never recorded in one has the group that was typed.
  if (seats.length === 0) return [{ from: EVER, group: working.detailsOf(personId).group }];
  const days = new Set([EVER, ...seats.flatMap(({ from, until }) => [from, until ?? from])]);
  return [...days].toSorted().map((from) => ({ from, group: seats.find((seat) => onDay(seat, from))?.name ?? null }));
}

const on = (groups: readonly GroupFrom[], day: Day): string | null =>
  groups.findLast(({ from }) => from <= day)?.group ?? null;

/**
 * A champion sees who of the own group has completed what: what a row changes in that, from today on. Without a day, which the
 * row says: what was shown yesterday has to read alike today.
 * @returns undefined when it changes nothing
 */
export function championSees(
  before: readonly GroupFrom[],
  after: readonly GroupFrom[],
  today: Day,
): string | undefined {
  const days = [...before, ...after].map(({ from }) => from).filter((from) => from > today);
  const day = [today, ...days.toSorted()].find((one) => on(before, one) !== on(after, one));
  if (day === undefined) return undefined;
  const [left, joined] = [on(before, day), on(after, day)];
  if (joined === null) return `They are a champion: from then on they no longer see who of ${left} has completed what.`;
  const sees = `They are a champion: from then on they see who of ${joined} has completed what`;
  return left === null ? `${sees}.` : `${sees}, and no longer who of ${left}.`;
}
