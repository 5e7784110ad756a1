import type { Standard } from '../activity/activity-tree';
import type { LogMeaning } from './run-time-log-call';
import type { LoggedRun } from './run-time-log-runs';

/** What one opening of a part says about its package. */
export type LogRule = (run: LoggedRun, standard: Standard) => Omit<LogMeaning, 'sco'>[];
