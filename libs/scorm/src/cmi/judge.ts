import type { Activity, Standard } from '../activity/activity-tree';
import type { Completion, Success } from '../activity/result';
import type { ScoSnapshot } from '../activity/sco-state';
import { isShare, reaches } from './score';

type Verdict = Pick<ScoSnapshot, 'completion' | 'success' | 'awaitsResult'>;

/**
 * What the manifest's pass mark and thresholds make of what the SCO reported. scorm-again evaluates them at Terminate
 * only, and only in the browser (docs/scorm.md, defect 7), so the server does it for every commit.
 * @param final the SCO has called Finish or Terminate
 */
export function judge(standard: Standard, said: ScoSnapshot, activity: Activity, final: boolean): Verdict {
  if (activity.scormType === 'asset') return { completion: 'completed', success: 'unknown' };
  const verdict = standard === 'scorm_12' ? judge12(said, activity, final) : judge2004(said, activity, final);
  return isTooEarly(verdict, passMark(activity), hasEnded(said, final))
    ? { ...verdict, completion: 'incomplete', awaitsResult: true }
    : verdict;
}

/** Per cent; undefined when the manifest names none. */
export const passMark = ({ masteryScore, scaledPassingScore }: Activity): number | undefined =>
  masteryScore ?? (scaledPassingScore === undefined ? undefined : scaledPassingScore * 100);

/** A SCO that only pauses has not ended. */
const hasEnded = (said: ScoSnapshot, final: boolean): boolean => final && said.exit !== 'suspend';

/**
 * Much content says "completed" when its last page opens, before its test is scored. With a pass mark that counts when
 * the result is known, or when the run has ended without one: lessons with a pass mark that never score must end too.
 */
function isTooEarly({ completion, success }: Verdict, mark: number | undefined, ended: boolean): boolean {
  return mark !== undefined && completion === 'completed' && success === 'unknown' && !ended;
}

/**
 * SCORM 1.2, RTE 3.4.4 (cmi.student_data.mastery_score): with a pass mark and a score, the LMS decides when the SCO
 * has finished. A SCO that only pauses is still at it, whatever the score so far.
 */
function judge12(said: ScoSnapshot, activity: Activity, final: boolean): Verdict {
  const mark = passMark(activity);
  const { completion, success, score } = said;
  if (mark === undefined || score === undefined) return { completion, success };
  if (completion !== 'completed' && !hasEnded(said, final)) return { completion, success };
  return { completion: 'completed', success: reaches(score, mark) ? 'passed' : 'failed' };
}

/** SCORM 2004 RTE 4.2.4.1 and 4.2.22.1: a threshold together with its measure overrules what the SCO says. */
function judge2004(said: ScoSnapshot, activity: Activity, final: boolean): Verdict {
  return { completion: completionOf(said, activity, final), success: successOf(said, activity) };
}

function completionOf(said: ScoSnapshot, activity: Activity, final: boolean): Completion {
  if (activity.completionThreshold !== undefined && said.progress !== undefined) {
    return said.progress >= activity.completionThreshold ? 'completed' : 'incomplete';
  }
  // SN 4.5 (End Attempt): silence is completion, unless the manifest says that the content sets it.
  const isSilent = said.completion === 'not_attempted' && hasEnded(said, final);
  if (isSilent && activity.completionSetByContent !== true) return 'completed';
  return said.completion;
}

/** Points without a maximum are left to the SCO's own word: they may be out of anything. */
function successOf(said: ScoSnapshot, activity: Activity): Success {
  const mark = passMark(activity);
  if (mark === undefined || said.score === undefined || !isShare(said.scoreParts)) return said.success;
  return reaches(said.score, mark) ? 'passed' : 'failed';
}
