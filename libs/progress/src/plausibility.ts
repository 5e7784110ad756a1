import { type Activity, type ActivityTree, scos } from '@induct/scorm';
import { elapsedIn, type LaunchTimes } from './learning-time';

/**
 * Why a completion is hard to believe. SCORM trusts the browser, so nothing is refused for it: it is for a person to look at.
 * `quick`: nobody reads a module in that time. `more_time_than_passed`: a SCO claims to have run for longer than its
 * launch was open.
 */
export type Doubt = 'quick' | 'more_time_than_passed';

/** From the first opening to the completion, in centiseconds, over all launches. */
const QUICK = 10 * 100;

/**
 * What speaks against a completion, at the moment it is recorded. A course of pages that report nothing is completed by
 * opening them, so it cannot be too quick.
 * @param times what the launches have reported of each SCO
 */
export function doubtsAbout(tree: ActivityTree, times: readonly LaunchTimes[]): Doubt[] {
  const doubts: Doubt[] = [];
  if (scos(tree).some(reports) && elapsedIn(times) < QUICK) doubts.push('quick');
  if (times.some((launches) => Object.values(launches).some(({ over }) => over))) doubts.push('more_time_than_passed');
  return doubts;
}

const reports = ({ scormType }: Activity): boolean => scormType !== 'asset';
