import { type Activity, type ActivityTree, scos } from '@induct/scorm';
import { elapsedIn, type LaunchTimes } from './learning-time';

/**
 * Why a completion is hard to believe. SCORM trusts the browser, so nothing is refused for it: it is for a person to look at.
 * `quick`: nobody reads a module in that time. `more_time_than_passed`: a SCO claims to have run for longer than its
 * launch was open. `…_day`: the same of everything that the person completed that day. `other_order`: parts were opened that
 * the module's rules kept closed.
 */
export type Doubt = 'quick' | 'more_time_than_passed' | 'quick_day' | 'more_time_than_passed_day' | 'other_order';

/** From the first opening to the completion, in centiseconds, over all launches. */
const QUICK = 10 * 100;
/** So much more for each further completion of a day. */
const EACH_FURTHER = 60 * 100;
/** Of a whole day, once: clocks differ, and commits take a while to arrive. */
const GRACE_OF_A_DAY = 120 * 100;
/** Two modules may be open side by side, and both count their time. */
const SIDE_BY_SIDE = 2;

/**
 * What speaks against a completion, at the moment it is recorded. A course of pages that report nothing is completed by
 * opening them, so it cannot be too quick.
 * @param times what the launches have reported of each SCO
 * @param otherOrder some part was opened against the module's rules
 */
export function doubtsAbout(tree: ActivityTree, times: readonly LaunchTimes[], otherOrder = false): Doubt[] {
  const doubts: Doubt[] = [];
  if (scos(tree).some(reports) && elapsedIn(times) < QUICK) doubts.push('quick');
  if (times.some((launches) => Object.values(launches).some(({ over }) => over))) doubts.push('more_time_than_passed');
  if (otherOrder) doubts.push('other_order');
  return doubts;
}

const reports = ({ scormType }: Activity): boolean => scormType !== 'asset';

/** One launch of an attempt, as the clock on our wall saw it. */
export interface Visit {
  /** When it was opened, in centiseconds. */
  from: number;
  /** To its last commit. */
  elapsed: number;
  /** What its runs claimed, each as far as it was credited. */
  claimed: number;
}

/** An attempt that was completed on the day, with all its launches, of whatever day. */
export type CompletedToday = readonly Visit[];

/**
 * What speaks against all that a person completed on one London day. Each completion alone has two minutes of grace and
 * may take ten seconds; eleven of them together may not.
 */
export function doubtsAboutDay(completed: readonly CompletedToday[]): Doubt[] {
  if (completed.length < 2) return [];
  const visits = completed.flat();
  const wall = timeOnTheWall(visits);
  const claimed = visits.reduce((sum, visit) => sum + visit.claimed, 0);
  const doubts: Doubt[] = [];
  if (wall < QUICK + (completed.length - 1) * EACH_FURTHER) doubts.push('quick_day');
  if (claimed > wall * SIDE_BY_SIDE + GRACE_OF_A_DAY) doubts.push('more_time_than_passed_day');
  return doubts;
}

/** Centiseconds in which at least one of them was open. */
export function timeOnTheWall(visits: readonly Visit[]): number {
  let total = 0;
  let until = -Infinity;
  for (const { from, elapsed } of visits.toSorted((a, b) => a.from - b.from)) {
    const to = from + elapsed;
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return total;
}

/** The launches of an attempt as visits. @param openedAt by their numbers, in centiseconds */
export function visitsOf(openedAt: ReadonlyMap<number, number>, times: readonly LaunchTimes[]): Visit[] {
  const visits = new Map<number, Visit>();
  for (const launches of times) {
    for (const [launch, { elapsed, runs }] of Object.entries(launches)) {
      const number = Number(launch);
      const visit = visits.get(number) ?? { from: openedAt.get(number) ?? 0, elapsed: 0, claimed: 0 };
      visit.elapsed = Math.max(visit.elapsed, elapsed);
      for (const run of Object.values(runs)) visit.claimed += run;
      visits.set(number, visit);
    }
  }
  return [...visits.values()];
}
