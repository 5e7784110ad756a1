import { type Activity, initialCmi, type RunTime } from '@induct/scorm';
import type { Cmi, LaunchState } from '../launch/launch-state';

/**
 * What a part begins with that the rules have opened: as it was left when its attempt goes on, and else as new, whatever an
 * earlier attempt of it came to (SN 4.5).
 * @param known what it would go on with
 */
export function startOf(state: LaunchState, activity: Activity, runTime: RunTime, known: Cmi): Cmi {
  if (runTime.resumes) return { ...known, entry: 'resume' };
  const { mode, credit } = known as { mode?: 'normal' | 'browse'; credit?: 'credit' | 'no-credit' };
  return initialCmi('scorm_2004', activity, state.learner, undefined, mode && credit ? { mode, credit } : undefined) as Cmi;
}
