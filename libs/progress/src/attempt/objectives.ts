import { higher, higherCompletion, higherSuccess } from './result';
import type { ObjectiveResult } from './sco-state';

type Objectives = Record<string, ObjectiveResult>;

/** As many as a snapshot may have. Real packages name a hundred at most; new names at every commit are an attack. */
const MOST = 500;
/** Of those with names that are longer than anybody writes. */
const MOST_LONG = 20;
const LONG = 256;

/** The best of what was reported of each, by name; of too many the first by name, whatever order they came in. */
export function joinObjectives(a: Objectives, b: Objectives): Objectives {
  const joined = { ...a };
  for (const [id, theirs] of Object.entries(b)) {
    const ours = Object.hasOwn(joined, id) ? joined[id] : undefined;
    joined[id] = ours ? better(ours, theirs) : theirs;
  }
  return withinBounds(joined);
}

function better(a: ObjectiveResult, b: ObjectiveResult): ObjectiveResult {
  return {
    completion: higherCompletion(a.completion, b.completion),
    success: higherSuccess(a.success, b.success),
    score: higher(a.score, b.score),
    progress: higher(a.progress, b.progress),
  };
}

function withinBounds(all: Objectives): Objectives {
  const ids = Object.keys(all);
  const long = ids.filter((id) => id.length > LONG);
  if (ids.length - long.length <= MOST && long.length <= MOST_LONG) return all;
  const short = ids.filter((id) => id.length <= LONG);
  const kept = new Set([...short.toSorted().slice(0, MOST), ...long.toSorted().slice(0, MOST_LONG)]);
  return Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
}
