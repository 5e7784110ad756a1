import type { Visit } from './history';

/** What the shipped course's player would have reported at the end of a visit: SCORM 1.2 run-time data. */
export interface SessionData {
  core: Record<string, unknown>;
  suspend_data: string;
}

/**
 * @param screens ids of the course's screens, in order
 * @param passMark per cent
 * @param passed in an earlier visit
 */
export function sessionData(visit: Visit, screens: readonly string[], passMark: number, passed: boolean): SessionData {
  const seen = screens.slice(0, Math.max(1, Math.round(visit.reached * screens.length)));
  const test = { attempt: 1, chosen: {}, seconds: {}, ...(visit.score !== undefined && { percent: visit.score }) };
  const location = visit.score === undefined ? seen.at(-1)! : 'result';
  return {
    core: {
      lesson_location: location,
      lesson_status: status(visit.score, passMark, passed),
      score:
        visit.score === undefined ? { raw: '', min: '', max: '' } : { raw: String(visit.score), min: '0', max: '100' },
      session_time: timespan(visit.minutes),
      exit: 'suspend',
    },
    suspend_data: JSON.stringify({ seen, checks: {}, scenarios: {}, test }),
  };
}

function status(score: number | undefined, passMark: number, passed: boolean): string {
  if (passed || (score ?? -1) >= passMark) return 'passed';
  return score === undefined ? 'incomplete' : 'failed';
}

/** CMITimespan: HHHH:MM:SS. */
const timespan = (minutes: number): string => `0000:${String(minutes).padStart(2, '0')}:00`;
