import type { Answered, ScoRuntime } from './sco-state';

/** An attempt of years must not carry every answer ever given: the commit log has them all. */
export const RUNS_KEPT = 20;

type Interactions = ScoRuntime['interactions'];

/** By (launch, run, index) the newest; of the newest runs only. */
export function joinInteractions(a: Interactions, b: Interactions): Interactions {
  const joined = { ...a };
  for (const [run, answers] of Object.entries(b)) {
    const ours = joined[run];
    joined[run] = ours ? joinAnswers(ours, answers) : answers;
  }
  const runs = Object.keys(joined);
  if (runs.length <= RUNS_KEPT) return joined;
  for (const run of runs.toSorted(compareRuns).slice(0, -RUNS_KEPT)) delete joined[run];
  return joined;
}

function joinAnswers(a: Record<string, Answered>, b: Record<string, Answered>): Record<string, Answered> {
  const joined = { ...a };
  for (const [index, answered] of Object.entries(b)) {
    const ours = joined[index];
    if (!ours || ours.seq < answered.seq) joined[index] = answered;
  }
  return joined;
}

function compareRuns(a: string, b: string): number {
  const [launchA = 0, runA = 0] = a.split('.').map(Number);
  const [launchB = 0, runB = 0] = b.split('.').map(Number);
  return launchA - launchB || runA - runB;
}
