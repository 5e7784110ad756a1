import { w } from '@induct/platform';
import type { PartResult } from '@induct/progress';
import { type Activity, type ActivityTree, passMark, percentInWords, scos } from '@induct/scorm';

type Part = Pick<PartResult, 'sco' | 'result'>;

/** Names of parts that are said; of more, how many. */
const NAMED = 3;

/**
 * Why a module that was begun is not complete, from what its parts have reported in the last attempt: which are not
 * finished, and what a test that was not passed asks for.
 */
export function whyNot(tree: ActivityTree, parts: readonly Part[]): string[] {
  const reported = new Map(parts.map(({ sco, result }) => [sco, result]));
  const all = scos(tree);
  const open = all.filter(({ id }) => reported.get(id)?.completion !== 'completed');
  const unfinished = all.length > 1 && open.length > 0 ? [finishedSoFar(all, open)] : [];
  const failed = all.flatMap((part) => {
    const result = reported.get(part.id);
    return result?.success === 'failed' ? [notPassed(part, result.score?.value, all.length)] : [];
  });
  return [...unfinished, ...failed];
}

function finishedSoFar(all: readonly Activity[], open: readonly Activity[]): string {
  const named = open.slice(0, NAMED).map(({ title }) => `“${title}”`);
  const more = open.length > NAMED ? [w`${open.length - NAMED} more`] : [];
  return w`You have finished ${all.length - open.length} of ${all.length} parts. Still to finish: ${[...named, ...more].join(', ')}.`;
}

function notPassed(part: Activity, had: number | undefined, parts: number): string {
  const where = parts > 1 ? w` in “${part.title}”` : '';
  const mark = passMark(part);
  const asks =
    mark === undefined ? w`The test${where} is not passed yet` : w`Passing is ${percentInWords(mark)}${where}`;
  return had === undefined ? `${asks}.` : w`${asks}, and you had ${percentInWords(had)}.`;
}
