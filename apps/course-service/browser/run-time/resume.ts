import type { Cmi } from '../launch-state';
import type { Dialect } from './dialect';
import { setAt, valueAt } from './flatten';

const CARRIED_12 = ['cmi.core.lesson_location', 'cmi.core.lesson_status', 'cmi.core.score.raw', 'cmi.core.score.min'];
const CARRIED_2004 = ['cmi.location', 'cmi.completion_status', 'cmi.success_status', 'cmi.progress_measure'];
const SCORES_2004 = ['cmi.score.scaled', 'cmi.score.raw', 'cmi.score.min', 'cmi.score.max'];

/**
 * The start of a second opening of a SCO in the same page, when the server cannot be asked for it: what it was first
 * given, with what it has set since.
 */
export function resumed(dialect: Dialect, given: Cmi, last: Cmi): Cmi {
  const cmi = structuredClone(given);
  const first = dialect.global === 'API';
  const names = first ? [...CARRIED_12, 'cmi.core.score.max'] : [...CARRIED_2004, ...SCORES_2004];
  for (const name of [...names, 'cmi.suspend_data']) {
    const value = valueAt(last, name);
    if (value !== '') setAt(cmi, name, value);
  }
  setAt(cmi, first ? 'cmi.core.entry' : 'cmi.entry', 'resume');
  return cmi;
}
