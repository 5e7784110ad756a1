/** A client's clock may run ahead of ours, and a commit takes a while to arrive. Centiseconds. */
const GRACE = 120 * 100;

/** What one launch has reported of one SCO, in centiseconds. */
export interface LaunchTime {
  /** The highest sequence number applied: whatever is above it is new. */
  seq: number;
  /** Since the launch was opened, by our clock, when its last commit arrived. */
  elapsed: number;
  /** The largest session_time of each run, as far as that much time had passed at all. */
  runs: Record<string, number>;
  /** How long each run that reported no time was on the screen, as the player saw it. */
  shown?: Record<string, number>;
  /** A run of it claimed more than had passed. */
  over?: true;
}

export type LaunchTimes = Record<string, LaunchTime>;

/** session_time is the learner's browser's word: never more than the clock on our wall, with two minutes of grace. */
export function cappedTime(sessionTime: number, elapsed: number): number {
  return Math.max(0, Math.min(sessionTime, elapsed + GRACE));
}

/** A claim that was cut: see `cappedTime`. */
export function isOverclaimed(sessionTime: number, elapsed: number): boolean {
  return sessionTime > elapsed + GRACE;
}

export function joinTimes(a: LaunchTimes, b: LaunchTimes): LaunchTimes {
  const joined = { ...a };
  for (const [launch, time] of Object.entries(b)) {
    const other = joined[launch];
    joined[launch] = other ? joinLaunch(other, time) : time;
  }
  return joined;
}

function joinLaunch(a: LaunchTime, b: LaunchTime): LaunchTime {
  const runs = { ...a.runs };
  for (const [run, time] of Object.entries(b.runs)) runs[run] = Math.max(runs[run] ?? 0, time);
  const shown = joinShown(a.shown, b.shown);
  const joined: LaunchTime = { seq: Math.max(a.seq, b.seq), elapsed: Math.max(a.elapsed, b.elapsed), runs };
  if (shown) joined.shown = shown;
  if (a.over || b.over) joined.over = true;
  return joined;
}

function joinShown(a: LaunchTime['shown'], b: LaunchTime['shown']): LaunchTime['shown'] {
  if (!a || !b) return a ?? b;
  const shown = { ...a };
  for (const [run, time] of Object.entries(b)) shown[run] = Math.max(shown[run] ?? 0, time);
  return shown;
}

/** What a launch has of each run: what it reported; where it reported nothing, what was seen. */
function timesOfRuns({ runs, shown = {} }: LaunchTime): number[] {
  const all = { ...shown, ...runs };
  return Object.keys(all).map((run) => runs[run] || (shown[run] ?? 0));
}

/** Whether some of the time is what was seen, because nothing was reported. */
export function isMeasured(scos: readonly LaunchTimes[]): boolean {
  return scos.some((times) =>
    Object.values(times).some(({ runs, shown = {} }) =>
      Object.entries(shown).some(([run, time]) => time > 0 && !runs[run]),
    ),
  );
}

/** The highest sequence number of a launch over all SCOs of its attempt; 0 before its first commit. */
export function lastSeq(scos: Iterable<LaunchTimes>, launch: number): number {
  let last = 0;
  for (const times of scos) last = Math.max(last, times[launch]?.seq ?? 0);
  return last;
}

/** The newest launch that has committed anything; 0 before the first. */
export function newestLaunch(scos: readonly LaunchTimes[]): number {
  return Math.max(0, ...scos.flatMap((times) => Object.keys(times).map(Number)));
}

/** Centiseconds from the opening of each launch to its last commit, added up. */
export function elapsedIn(scos: readonly LaunchTimes[]): number {
  let total = 0;
  for (const { elapsed } of Object.values(scos.reduce(joinTimes, {}))) total += elapsed;
  return total;
}

/**
 * Seconds learnt in an attempt: the sum over launches of what their runs report, or what was seen of them where they
 * report nothing; no launch counting for more than
 * passed between its opening and its last commit.
 */
export function learningSeconds(scos: readonly LaunchTimes[]): number {
  const launches = new Map<string, { reported: number; elapsed: number }>();
  for (const times of scos) {
    for (const [launch, time] of Object.entries(times)) {
      const sum = launches.get(launch) ?? { reported: 0, elapsed: 0 };
      for (const run of timesOfRuns(time)) sum.reported += run;
      sum.elapsed = Math.max(sum.elapsed, time.elapsed);
      launches.set(launch, sum);
    }
  }
  let total = 0;
  for (const { reported, elapsed } of launches.values()) total += cappedTime(reported, elapsed);
  return Math.floor(total / 100);
}
