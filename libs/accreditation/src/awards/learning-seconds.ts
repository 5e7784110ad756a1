import type { AwardEvidence } from './award-evidence';

/**
 * How long somebody has learned for an award, in seconds: in modules as the run-time counted it, at sessions as long as the parts
 * were planned that they were at. A part that shows several things is counted once.
 */
export function learningSecondsOf(evidence: readonly AwardEvidence[]): number {
  const parts = evidence.flatMap((shown) => ('attended' in shown ? (shown.attended ?? []) : []));
  const once = new Map(parts.map(({ sessionId, part, seconds }) => [`${sessionId} ${part}`, seconds]));
  return [...evidence.map(({ learningSeconds }) => learningSeconds), ...once.values()].reduce(
    (sum, one) => sum + one,
    0,
  );
}
