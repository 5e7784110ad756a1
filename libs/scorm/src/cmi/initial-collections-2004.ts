import type { Activity } from '../activity/activity-tree';
import { type CmiTree, indexed, set } from './cmi-format';
import type { RememberedSco, ScoInteraction, ScoObjective } from '../activity/sco-state';
import { formatTime } from '../activity/time';

/**
 * The objectives of the manifest come first, in its order (RTE 4.2.17: the LMS makes them before the SCO starts); what
 * was stored fills them, and what the SCO added itself follows. The player keeps them itself: whatever content was once let
 * set comes back as it was.
 */
export function initialObjectives(activity: Activity, before: RememberedSco | undefined): CmiTree[] {
  const stored = new Map((before?.objectives ?? []).map((objective) => [objective.id, objective]));
  const ids = new Set([...(activity.objectives ?? []).map(({ id }) => id), ...stored.keys()]);
  return [...ids].filter((id) => id !== '').map((id) => objectiveOf(id, stored.get(id)));
}

function objectiveOf(id: string, stored: ScoObjective | undefined): CmiTree {
  const tree: CmiTree = { id };
  if (stored === undefined) return tree;
  set(tree, 'success_status', stored.success);
  set(tree, 'completion_status', stored.completion === 'not_attempted' ? stored.completionSaid : stored.completion);
  set(tree, 'progress_measure', stored.progress);
  set(tree, 'description', stored.description);
  set(tree, 'score', { ...textsOf(stored.score) });
  return tree;
}

function textsOf(score: ScoObjective['score']): CmiTree {
  const tree: CmiTree = {};
  for (const name of ['scaled', 'raw', 'min', 'max'] as const) set(tree, name, score[name]);
  return tree;
}

/** Only a suspended run goes on with its interactions (RTE 2.1.3); a new one starts without. */
export function initialInteractions(before: RememberedSco | undefined): CmiTree[] {
  if (before?.exit !== 'suspend') return [];
  return (before.interactions ?? []).filter(({ id }) => id !== '').map(interactionOf);
}

function interactionOf(stored: ScoInteraction): CmiTree {
  const tree: CmiTree = { id: stored.id };
  set(tree, 'type', stored.type);
  set(tree, 'timestamp', stored.time);
  set(tree, 'weighting', stored.weighting);
  set(tree, 'result', stored.result);
  if (stored.latency !== undefined) set(tree, 'latency', formatTime('scorm_2004', stored.latency));
  set(tree, 'description', stored.description);
  set(tree, 'objectives', indexed(stored.objectives.map((id) => ({ id }))));
  set(tree, 'correct_responses', indexed(stored.correctResponses.map((pattern) => ({ pattern }))));
  set(tree, 'learner_response', stored.response);
  return tree;
}
