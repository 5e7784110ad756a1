import type { Standard } from '../activity/activity-tree';
import type { LogMeaning, RunTimeCall } from './run-time-log-call';
import { RULES } from './run-time-log-rules';
import { runsOf } from './run-time-log-runs';

export type { LogMeaning, RunTimeCall } from './run-time-log-call';
export type { LogBatch, SentCall } from './sent-calls';
export { callInWords, clockOf, errorWords } from './run-time-log-words';

/**
 * What a log means: opening by opening of its parts, problems first. A log may begin and end anywhere; what happened
 * outside it is not guessed at.
 */
export function meaningOf(standard: Standard, calls: readonly RunTimeCall[]): LogMeaning[] {
  return runsOf(calls).flatMap((run) => {
    const said = RULES.flatMap((rule) => rule(run, standard));
    const meanings = said.map((one) => ({ ...one, sco: run.sco }));
    return meanings.toSorted((a, b) => rank(a) - rank(b));
  });
}

const rank = ({ severity }: LogMeaning): number => (severity === 'problem' ? 0 : 1);
