import type { RememberedSco } from '../activity/sco-state';

/** SCORM 1.2 RTE 3.4.4 (cmi.core.entry), SCORM 2004 RTE 4.2.8. A run that never ended counts as suspended. */
export function entryOf(before: RememberedSco | undefined): string {
  if (before === undefined) return 'ab-initio';
  return before.exit === 'suspend' ? 'resume' : '';
}
