import { type Activity, type ActivityTree } from './activity-tree';
import type { Completion, ScoResult, Success } from './result';

interface Leaf {
  result: ScoResult;
  /** From the root down: false as soon as one activity on the way does not count. */
  countsForCompletion: boolean;
  countsForSuccess: boolean;
  scoreWeight: number;
  progressWeight: number;
}

const nothing: ScoResult = { completion: 'not_attempted', success: 'unknown' };

/**
 * What the results of the SCOs make of the course.
 *
 * SCORM 1.2 leaves this to the LMS: completed when every SCO is, failed when one is, passed when one is, none is failed
 * and all are completed; the score is the mean of those reported. SCORM 2004 (SN 4.6) does the same by default and lets
 * the manifest leave activities out or weigh them; its rollup *rules* belong to sequencing (`needsSequencing`).
 * Items that nobody can choose (isvisible="false") do not count, unless there is nothing else.
 */
export function rollup(tree: ActivityTree, results: ReadonlyMap<string, ScoResult>): ScoResult {
  const leaves = countedLeaves(tree.root, results);
  const only = leaves[0];
  if (only === undefined) return nothing;
  if (leaves.length === 1) return only.result;
  const completion = completionOf(leaves);
  const success = successOf(leaves, completion);
  return {
    completion,
    success,
    ...optional('score', success === 'failed' && hasUnscoredFailure(leaves) ? undefined : meanScore(leaves)),
    progress: progressOf(leaves),
  };
}

function completionOf(leaves: Leaf[]): Completion {
  const counted = orAll(leaves, (leaf) => leaf.countsForCompletion);
  if (counted.every((leaf) => leaf.result.completion === 'completed')) return 'completed';
  return leaves.every((leaf) => leaf.result.completion === 'not_attempted') ? 'not_attempted' : 'incomplete';
}

/** A SCO without a test never says "passed": being completed is its way of being satisfied. */
function successOf(leaves: Leaf[], completion: Completion): Success {
  const counted = orAll(leaves, (leaf) => leaf.countsForSuccess).map((leaf) => leaf.result);
  if (counted.some((result) => result.success === 'failed')) return 'failed';
  const satisfied = counted.every((result) => result.success === 'passed' || result.completion === 'completed');
  const tested = counted.some((result) => result.success === 'passed');
  return tested && satisfied && completion === 'completed' ? 'passed' : 'unknown';
}

function progressOf(leaves: Leaf[]): number {
  const total = leaves.reduce((sum, leaf) => sum + leaf.progressWeight, 0);
  const weight = (leaf: Leaf) => (total === 0 ? 1 / leaves.length : leaf.progressWeight / total);
  const share = ({ result }: Leaf) => (result.completion === 'completed' ? 1 : (result.progress ?? 0));
  return Math.min(
    1,
    leaves.reduce((sum, leaf) => sum + weight(leaf) * share(leaf), 0),
  );
}

/** The mean of the others beside "not passed" would be taken for the score of what was not passed. */
function hasUnscoredFailure(leaves: Leaf[]): boolean {
  return leaves.some(({ result }) => result.success === 'failed' && result.score === undefined);
}

function meanScore(leaves: Leaf[]): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const { result, scoreWeight } of leaves) {
    if (result.score === undefined) continue;
    sum += result.score * scoreWeight;
    weights += scoreWeight;
  }
  return weights === 0 ? undefined : sum / weights;
}

function countedLeaves(root: Activity, results: ReadonlyMap<string, ScoResult>): Leaf[] {
  const visible: Leaf[] = [];
  const hidden: Leaf[] = [];
  const walk = (activity: Activity, above: Omit<Leaf, 'result'>) => {
    const own = activity.rollup;
    const here = {
      countsForCompletion: above.countsForCompletion && (own?.completion ?? true),
      countsForSuccess: above.countsForSuccess && (own?.success ?? true),
      scoreWeight: above.scoreWeight * (own?.scoreWeight ?? 1),
      progressWeight: above.progressWeight * (own?.progressWeight ?? 1),
    };
    if (activity.href !== undefined) {
      (activity.visible ? visible : hidden).push({ ...here, result: results.get(activity.id) ?? nothing });
    }
    for (const child of activity.children) walk(child, here);
  };
  walk(root, { countsForCompletion: true, countsForSuccess: true, scoreWeight: 1, progressWeight: 1 });
  return visible.length > 0 ? visible : hidden;
}

function orAll(leaves: Leaf[], counts: (leaf: Leaf) => boolean): Leaf[] {
  const counted = leaves.filter(counts);
  return counted.length > 0 ? counted : leaves;
}

function optional(key: 'score', value: number | undefined): Partial<ScoResult> {
  return value === undefined ? {} : { [key]: value };
}
