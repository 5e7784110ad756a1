import type { Cmi } from '../launch/launch-state';
import type { Dialect } from './dialect';
import { formatTime, parseTime } from '@induct/scorm';
import { setAt, valueAt } from './flatten';

const CARRIED_12 = ['cmi.core.lesson_location', 'cmi.core.lesson_status', 'cmi.suspend_data', 'cmi.comments'];
const SCORES_12 = ['cmi.core.score.raw', 'cmi.core.score.min', 'cmi.core.score.max'];
const CARRIED_2004 = ['cmi.location', 'cmi.completion_status', 'cmi.success_status', 'cmi.progress_measure'];
const SCORES_2004 = ['cmi.score.scaled', 'cmi.score.raw', 'cmi.score.min', 'cmi.score.max', 'cmi.suspend_data'];
/** Taken over as they are. SCORM 1.2 cannot read its interactions, so they begin anew. */
const BRANCHES_12 = ['objectives', 'student_preference'];
const BRANCHES_2004 = ['objectives', 'learner_preference', 'comments_from_learner', 'interactions'];

/** How a run was left. */
export interface Left {
  cmi: Cmi;
  /** The content called Finish or Terminate. */
  finished: boolean;
}

/**
 * The start of a second opening of a SCO in the same page: what it was first given, with what it has set since. libs/scorm (`initialCmi`)
 * says the same for the next launch. In SCORM 2004 that is so when its attempt goes on; else a new one begins with nothing (RTE 4.2.8).
 * @param fresh SCORM 2004: what a new attempt of it begins with
 */
export function resumed(dialect: Dialect, given: Cmi, left: Left, fresh: Cmi = given): Cmi {
  if (dialect.global === 'API') return resumed12(given, left);
  if (!isSuspended(left, 'cmi.exit')) return { ...structuredClone(fresh), entry: 'ab-initio' };
  const cmi = structuredClone(given);
  for (const name of [...CARRIED_2004, ...SCORES_2004]) setAt(cmi, name, valueAt(left.cmi, name));
  for (const branch of BRANCHES_2004) if (left.cmi[branch] !== undefined) cmi[branch] = left.cmi[branch];
  const total = valueAt(left.cmi, 'cmi.total_time');
  if (total !== '') setAt(cmi, 'cmi.total_time', total);
  cmi['entry'] = 'resume';
  addTime(cmi, left.cmi, false);
  return cmi;
}

function resumed12(given: Cmi, left: Left): Cmi {
  const cmi = structuredClone(given);
  for (const name of [...CARRIED_12, ...SCORES_12]) {
    const value = valueAt(left.cmi, name);
    if (value !== '') setAt(cmi, name, value);
  }
  for (const branch of BRANCHES_12) if (left.cmi[branch] !== undefined) cmi[branch] = left.cmi[branch];
  setAt(cmi, 'cmi.core.entry', isSuspended(left, 'cmi.core.exit') ? 'resume' : '');
  addTime(cmi, left.cmi, true);
  return cmi;
}

/** A run that never ended counts as suspended (SCORM 1.2 RTE 3.4.4, cmi.core.entry; 2004 RTE 4.2.8). */
const isSuspended = ({ cmi, finished }: Left, exit: string): boolean => !finished || valueAt(cmi, exit) === 'suspend';

/** RTE: the total time is what the runs before have said of themselves; what is recorded is the server's to judge. */
function addTime(cmi: Cmi, last: Cmi, is12: boolean): void {
  const [standard, group] = is12 ? (['scorm_12', 'cmi.core'] as const) : (['scorm_2004', 'cmi'] as const);
  const session = parseTime(standard, valueAt(last, `${group}.session_time`));
  if (session === undefined) return;
  const before = parseTime(standard, valueAt(last, `${group}.total_time`)) ?? 0;
  setAt(cmi, `${group}.total_time`, formatTime(standard, before + session));
}
