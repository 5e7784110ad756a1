import type { Activity, Standard } from '../activity/activity-tree';
import type { CmiData } from './cmi-reader';
import { judge } from './judge';
import { readCmi12 } from './read-cmi-12';
import { readCmi2004 } from './read-cmi-2004';
import type { ScoSnapshot } from '../activity/sco-state';

/**
 * What one commit's run-time data says, in the same words for both standards. Reads anything: what is missing or not in
 * SCORM's form counts as unset.
 * @param cmi what scorm-again sends below "cmi"
 * @param activity its pass mark and thresholds are applied; without it the SCO's own word stands
 * @param final the SCO has called Finish or Terminate
 */
export function readCmi(standard: Standard, cmi: unknown, activity?: Activity, final = false): ScoSnapshot {
  const data = (typeof cmi === 'object' && cmi !== null ? cmi : {}) as CmiData;
  const said = standard === 'scorm_12' ? readCmi12(data) : readCmi2004(data);
  return activity === undefined ? said : { ...said, ...judge(standard, said, activity, final) };
}
