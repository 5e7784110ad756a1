import type { Activity } from '../activity/activity-tree';
import { type CmiTree, decimalWithin, indexed, oneOf, plainLine, set } from './cmi-format';
import type { RememberedSco, ScoInteraction, ScoObjective } from '../activity/sco-state';
import { formatTime } from '../activity/time';

/**
 * The objectives of the manifest come first, in its order (RTE 4.2.17: the LMS makes them before the SCO starts); what
 * was stored fills them, and what the SCO added itself follows.
 */
export function initialObjectives(activity: Activity, before: RememberedSco | undefined): CmiTree[] {
  const stored = new Map((before?.objectives ?? []).map((objective) => [objective.id, objective]));
  const ids = new Set([...(activity.objectives ?? []).map(({ id }) => id), ...stored.keys()]);
  return [...ids].filter(isIdentifier).map((id) => objectiveOf(id, stored.get(id)));
}

function objectiveOf(id: string, stored: ScoObjective | undefined): CmiTree {
  const tree: CmiTree = { id };
  if (stored === undefined) return tree;
  set(tree, 'success_status', stored.success);
  set(tree, 'completion_status', stored.completion === 'not_attempted' ? 'unknown' : stored.completion);
  set(tree, 'progress_measure', decimalWithin(stored.progress, 0, 1));
  set(tree, 'description', plainLine(250, stored.description));
  const score: CmiTree = {};
  set(score, 'scaled', decimalWithin(stored.score.scaled, -1, 1));
  for (const name of ['raw', 'min', 'max'] as const) set(score, name, decimalWithin(stored.score[name], -1e10, 1e10));
  set(tree, 'score', score);
  return tree;
}

/** Only a suspended run goes on with its interactions (RTE 2.1.3); a new one starts without. */
export function initialInteractions(before: RememberedSco | undefined): CmiTree[] {
  if (before?.exit !== 'suspend') return [];
  return (before.interactions ?? []).filter(({ id }) => isIdentifier(id)).map(interactionOf);
}

// The type has to be loaded before the response, because it decides what is a response.
function interactionOf(stored: ScoInteraction): CmiTree {
  const tree: CmiTree = { id: stored.id };
  const type = oneOf(Object.keys(responses), stored.type);
  set(tree, 'type', type);
  set(tree, 'timestamp', timestampOf(stored.time));
  set(tree, 'weighting', decimalWithin(stored.weighting, -1e10, 1e10));
  set(tree, 'result', oneOf(results, stored.result) ?? decimalWithin(stored.result, -9999, 9999));
  if (stored.latency !== undefined) set(tree, 'latency', formatTime('scorm_2004', stored.latency));
  set(tree, 'description', plainLine(250, stored.description));
  set(tree, 'objectives', indexed([...new Set(stored.objectives)].filter(isIdentifier).map((id) => ({ id }))));
  if (type !== undefined && responses[type]?.test(stored.response) === true && !hasDoubles(stored.response)) {
    set(tree, 'learner_response', stored.response);
  }
  return tree;
}

const results = ['correct', 'incorrect', 'unanticipated', 'neutral'];

// Narrower than RTE 4.2.9.2 on purpose: a response of a rarer form is left out here and is still in the log.
const list = /^[\w.:%-]{1,100}(\[,\][\w.:%-]{1,100}){0,35}$/;
const line = /^[^{}[\],\n\r\u2028\u2029]{1,250}$/;
const responses: Record<string, RegExp> = {
  'true-false': /^(true|false)$/,
  choice: list,
  'fill-in': line,
  'long-fill-in': line,
  matching: /^[\w-]{1,100}\[\.\][\w-]{1,100}(\[,\][\w-]{1,100}\[\.\][\w-]{1,100}){0,35}$/,
  performance: /^[\w-]{1,100}\[\.\][\w-]{1,100}(\[,\][\w-]{1,100}\[\.\][\w-]{1,100}){0,35}$/,
  sequencing: list,
  likert: /^[\w-]{1,100}$/,
  numeric: /^-?\d{1,10}(\.\d{1,10})?$/,
  other: line,
};

function hasDoubles(response: string): boolean {
  const nodes = response.split('[,]');
  return new Set(nodes).size !== nodes.length;
}

/** long_identifier_type, narrowed to what every version of the standard lets through. */
function isIdentifier(id: string): boolean {
  return /^[\w\-().:=@;$!*'%/#+]{1,250}$/.test(id) && /[A-Za-z0-9]/.test(id) && !id.startsWith('urn:');
}

function timestampOf(time: string): string | undefined {
  return /^(19[7-9]\d|[2-9]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2}Z?)?$/.test(
    time,
  )
    ? time
    : undefined;
}
