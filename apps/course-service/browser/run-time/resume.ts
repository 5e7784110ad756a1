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
const BRANCHES_2004 = ['objectives', 'learner_preference', 'comments_from_learner'];

/** How a run was left. */
export interface Left {
  cmi: Cmi;
  /** The content called Finish or Terminate. */
  finished: boolean;
}

/**
 * The start of a second opening of a SCO in the same page, when the server cannot be asked for it: what it was first
 * given, with what it has set since. libs/scorm (`initialCmi`) says the same for the next launch.
 */
export function resumed(dialect: Dialect, given: Cmi, { cmi: last, finished }: Left): Cmi {
  const cmi = structuredClone(given);
  const is12 = dialect.global === 'API';
  for (const name of is12 ? [...CARRIED_12, ...SCORES_12] : [...CARRIED_2004, ...SCORES_2004]) {
    const value = valueAt(last, name);
    if (value !== '') setAt(cmi, name, value);
  }
  // A run that never ended counts as suspended (SCORM 1.2 RTE 3.4.4, cmi.core.entry; 2004 RTE 4.2.8).
  const isSuspended = !finished || valueAt(last, is12 ? 'cmi.core.exit' : 'cmi.exit') === 'suspend';
  const branches = is12 ? BRANCHES_12 : [...BRANCHES_2004, ...(isSuspended ? ['interactions'] : [])];
  for (const branch of branches) if (last[branch] !== undefined) cmi[branch] = last[branch];
  setAt(cmi, is12 ? 'cmi.core.entry' : 'cmi.entry', isSuspended ? 'resume' : '');
  addTime(cmi, last, is12);
  return cmi;
}

/** RTE: the total time is what the runs before have said of themselves; what is recorded is the server's to judge. */
function addTime(cmi: Cmi, last: Cmi, is12: boolean): void {
  const [standard, group] = is12 ? (['scorm_12', 'cmi.core'] as const) : (['scorm_2004', 'cmi'] as const);
  const session = parseTime(standard, valueAt(last, `${group}.session_time`));
  if (session === undefined) return;
  const before = parseTime(standard, valueAt(last, `${group}.total_time`)) ?? 0;
  setAt(cmi, `${group}.total_time`, formatTime(standard, before + session));
}
