import { DURATIONS, type Durations, type TimeLimits } from './definition';
import type { TrackedTime } from './state';
import type { Work } from './work';

/*
 * How long activities and their attempts have taken (SN 4.2.1: "the mechanism for determining the duration is not defined"). What
 * counts here is the time of the steps, so it is the same wherever they are told again. Of a package that limits no time nothing
 * is kept.
 */

/** An attempt begins; those before it are added up. */
export function beginTime(work: Work, id: string): void {
  if (!work.tree.keepsTime) return;
  const state = work.of(id);
  const { earlierAbsolute, earlierExperienced } = totals(state.time);
  state.time = { began: work.at, experienced: 0, earlierAbsolute, earlierExperienced };
}

/** It is there to be worked in. */
export function startTime(work: Work, id: string): void {
  // An attempt that began before its time was kept has none: nobody is kept out for what nobody has measured.
  if (work.definition(id).isLeaf && work.seen(id).time) work.of(id).time!.since = work.at;
}

/** It has ended, or was put away. What was experienced of a part is rolled up to its groups: each has what its parts have. */
export function stopTime(work: Work, id: string): void {
  const { time } = work.seen(id);
  if (!time) return;
  const stopped = { ...time, until: work.at };
  delete stopped.since;
  work.of(id).time = stopped;
  if (time.since === undefined) return;
  const spent = Math.max(0, work.at - time.since);
  stopped.experienced += spent;
  // Of what is not tracked its group knows nothing, as in every other rollup (RB.1.5).
  if (!work.definition(id).tracked) return;
  for (const above of work.upFrom(id).slice(1)) {
    const own = work.seen(above).time;
    if (own) work.of(above).time = { ...own, experienced: own.experienced + spent };
  }
}

/** Undefined where nothing was measured. */
export function durationsOf(work: Work, id: string): Durations | undefined {
  const { time, active, suspended } = work.seen(id);
  if (!time) return undefined;
  const goesOn = active || suspended;
  const attemptAbsolute = Math.max(0, (goesOn ? work.at : (time.until ?? time.began)) - time.began);
  const attemptExperienced = time.experienced + runningNow(work, id);
  return {
    attemptAbsolute,
    attemptExperienced,
    activityAbsolute: time.earlierAbsolute + attemptAbsolute,
    activityExperienced: time.earlierExperienced + attemptExperienced,
  };
}

/** Of the part that is open, for itself and for each of its groups. */
function runningNow(work: Work, id: string): number {
  const { current } = work;
  if (current === undefined || !work.isWithin(current, id)) return 0;
  const since = work.seen(current).time?.since;
  const counts = current === id || work.definition(current).tracked;
  return since === undefined || !counts ? 0 : Math.max(0, work.at - since);
}

/** Of the newest attempt, which is over, and all before it. */
function totals(time: TrackedTime | undefined): Pick<TrackedTime, 'earlierAbsolute' | 'earlierExperienced'> {
  if (!time) return { earlierAbsolute: 0, earlierExperienced: 0 };
  return {
    earlierAbsolute: time.earlierAbsolute + Math.max(0, (time.until ?? time.began) - time.began),
    earlierExperienced: time.earlierExperienced + time.experienced,
  };
}

/**
 * UP.1, steps 4 to 7; unknown where no duration is limited, or nothing was measured.
 * @param names of the durations that are asked for
 */
export function isTimeUsedUp(
  work: Work,
  id: string,
  names: readonly (keyof Durations)[] = DURATIONS,
): boolean | undefined {
  const { timeLimits } = work.definition(id);
  if (!timeLimits || !limitsDuration(timeLimits)) return undefined;
  if (work.seen(id).attempts === 0) return false;
  const spent = durationsOf(work, id);
  return spent && names.some((name) => timeLimits[name] !== undefined && spent[name] >= timeLimits[name]);
}

/** UP.1, steps 8 and 9: which of its two moments stands against it; unknown where it has none. */
export function outsideItsTime(work: Work, id: string): 'begin' | 'end' | false | undefined {
  const { begin, end } = work.definition(id).timeLimits ?? {};
  if (begin === undefined && end === undefined) return undefined;
  if (begin !== undefined && work.at < begin) return 'begin';
  return end !== undefined && work.at > end ? 'end' : false;
}

export const limitsDuration = (limits: TimeLimits): boolean => DURATIONS.some((name) => limits[name] !== undefined);
