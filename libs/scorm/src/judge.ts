import type { Activity, Standard } from './activity-tree';
import { decimal } from './cmi-reader';
import type { Completion, Success } from './result';
import type { ScoSnapshot } from './sco-state';

type Verdict = Pick<ScoSnapshot, 'completion' | 'success'>;

/**
 * What the manifest's pass mark and thresholds make of what the SCO reported. scorm-again evaluates them at Terminate
 * only, and only in the browser (scorm.md, defect 7), so the server does it for every commit.
 * @param final the SCO has called Finish or Terminate
 */
export function judge(standard: Standard, said: ScoSnapshot, activity: Activity, final: boolean): Verdict {
  if (activity.scormType === 'asset') return { completion: 'completed', success: 'unknown' };
  return standard === 'scorm_12' ? judge12(said, activity, final) : judge2004(said, activity, final);
}

/**
 * SCORM 1.2, RTE 3.4.4 (cmi.student_data.mastery_score): with a pass mark and a score, the LMS decides when the SCO
 * has finished. A SCO that only pauses is still at it, whatever the score so far.
 */
function judge12(said: ScoSnapshot, activity: Activity, final: boolean): Verdict {
  const raw = decimal(said.scoreParts.raw);
  if (activity.masteryScore === undefined || raw === undefined) return said;
  const hasEnded = said.completion === 'completed' || (final && said.exit !== 'suspend');
  if (!hasEnded) return said;
  return { completion: 'completed', success: raw >= activity.masteryScore ? 'passed' : 'failed' };
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
  const isSilent = said.completion === 'not_attempted' && final && said.exit !== 'suspend';
  if (isSilent && activity.completionSetByContent !== true) return 'completed';
  return said.completion;
}

function successOf(said: ScoSnapshot, activity: Activity): Success {
  const scaled = decimal(said.scoreParts.scaled);
  if (activity.scaledPassingScore === undefined || scaled === undefined) return said.success;
  return scaled >= activity.scaledPassingScore ? 'passed' : 'failed';
}
