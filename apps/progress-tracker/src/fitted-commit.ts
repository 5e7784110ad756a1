import { type CommitBody, isCommitBody } from '@induct/progress';
import { fitCmi, type LeftOut } from '@induct/scorm';
import { parsedText } from './parsed-text';

/**
 * A commit as far as it fits, and what was left out of it; undefined when it is none. What a package says too much of
 * never costs the member status, score, place or suspend data.
 */
export function fittedCommit(sent: unknown): { body: CommitBody; leftOut: LeftOut[] } | undefined {
  const body = parsedText(sent);
  if (!isCommitBody(body)) return undefined;
  const { cmi, leftOut } = fitCmi(body.cmi);
  return { body: { ...body, cmi }, leftOut };
}
