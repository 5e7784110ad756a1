import type { Activity, Standard } from '../activity/activity-tree';
import type { CmiTree } from './cmi-format';
import { initialCmi12 } from './initial-cmi-12';
import { initialCmi2004 } from './initial-cmi-2004';
import type { LaunchMode, Learner } from './learner';
import type { RememberedSco } from '../activity/sco-state';

const learning: LaunchMode = { credit: 'credit', mode: 'normal' };

/**
 * scorm-again's loadFromJSON throws at the first value it does not like (docs/scorm.md, defect 5). So every stored value is
 * checked here and one that would not pass is left out: a launch is never refused because of what was stored.
 *
 * Two exceptions are the player's to handle: `suspend_data` is given whole, up to what we store, and scorm-again takes no
 * more than `SUSPEND_DATA_OF_SCORM_AGAIN` characters. Longer data has to be put into the model past its check, and so
 * have points beyond 100 in SCORM 1.2.
 *
 * @param before what the SCO was left with; undefined at the first opening
 * @returns the argument for loadFromJSON, without the outer "cmi"
 */
export function initialCmi(
  standard: Standard,
  activity: Activity,
  learner: Learner,
  before?: RememberedSco,
  mode: LaunchMode = learning,
): CmiTree {
  return standard === 'scorm_12'
    ? initialCmi12(activity, learner, before, mode)
    : initialCmi2004(activity, learner, before, mode);
}

/** In UTF-16 units: the most that scorm-again 3.4 lets through its own check. */
export const SUSPEND_DATA_OF_SCORM_AGAIN = 64_000;
