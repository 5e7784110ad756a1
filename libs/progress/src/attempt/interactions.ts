import type { ScoInteraction } from '@induct/scorm';
import type { Answered, ScoRuntime } from './sco-state';

/** An attempt of years must not carry every answer ever given: the commit log has them all. */
export const RUNS_KEPT = 20;

type Interactions = ScoRuntime['interactions'];

/** Of a run, the newest questions: as many as fit into two snapshots. */
const MOST_OF_A_RUN = 2_000;
/** Characters of the newest run, about; the player sends no more than three quarters of it at once. */
const MOST_OF_THE_NEWEST = 1024 * 1024;
/** Over all runs before it: every commit of the SCO reads and writes them again. */
const MOST_OF_EARLIER = 512 * 1024;

/** By (launch, run, index) the newest; of the newest runs only, and of these as much as two snapshots may hold. */
export function joinInteractions(a: Interactions, b: Interactions): Interactions {
  const joined = { ...a };
  for (const [run, answers] of Object.entries(b)) {
    const ours = joined[run];
    joined[run] = ours ? joinAnswers(ours, answers) : answers;
  }
  const [newest, ...older] = Object.keys(joined).toSorted(compareRuns).toReversed();
  let kept = newest === undefined ? [] : [newest];
  let characters = 0;
  for (const run of older) {
    characters += sizeOf(joined[run]!);
    if (characters > MOST_OF_EARLIER || kept.length === RUNS_KEPT) break;
    kept = [...kept, run];
  }
  return kept.length === older.length + 1 ? joined : Object.fromEntries(kept.map((run) => [run, joined[run]!]));
}

function sizeOf(answers: Record<string, Answered>): number {
  return Object.values(answers).reduce((sum, { interaction }) => sum + charactersOf(interaction), 0);
}

/** What was stored by an earlier version may have less. */
function charactersOf({ response = '', description = '', correctResponses = [] }: Partial<ScoInteraction>): number {
  return 200 + response.length + description.length + correctResponses.join('').length;
}

function joinAnswers(a: Record<string, Answered>, b: Record<string, Answered>): Record<string, Answered> {
  const joined = { ...a };
  for (const [index, answered] of Object.entries(b)) {
    const ours = joined[index];
    if (!ours || ours.seq < answered.seq) joined[index] = answered;
  }
  const indexes = Object.keys(joined).toSorted((one, other) => Number(other) - Number(one));
  const newest: string[] = [];
  let characters = 0;
  for (const index of indexes) {
    characters += charactersOf(joined[index]!.interaction);
    if (characters > MOST_OF_THE_NEWEST || newest.length === MOST_OF_A_RUN) break;
    newest.push(index);
  }
  if (newest.length === indexes.length) return joined;
  return Object.fromEntries(newest.toReversed().map((index) => [index, joined[index]!]));
}

function compareRuns(a: string, b: string): number {
  const [launchA = 0, runA = 0] = a.split('.').map(Number);
  const [launchB = 0, runB = 0] = b.split('.').map(Number);
  return launchA - launchB || runA - runB;
}
