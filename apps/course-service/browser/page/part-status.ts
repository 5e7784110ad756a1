import type { Cmi, ScoStatus } from '../launch-state';
import { valueAt } from '../run-time/flatten';

/** What the table of contents shows until the server's word is read again. */
export function partStatus(standard: 'API' | 'API_1484_11', cmi: Cmi): ScoStatus {
  if (standard === 'API_1484_11') {
    const completion = valueAt(cmi, 'cmi.completion_status');
    return { completion: completion === 'unknown' ? 'incomplete' : completion, success: valueAt(cmi, 'cmi.success_status') };
  }
  const status = valueAt(cmi, 'cmi.core.lesson_status');
  if (status === 'passed' || status === 'failed') return { completion: 'completed', success: status };
  return { completion: status === 'completed' ? 'completed' : 'incomplete', success: 'unknown' };
}

/** Where SCORM 2004 content asked to go: `{target=part-2}choice` names a part. */
export function destination(
  navigation: string,
  parts: string[],
  current: string,
): { open: string } | 'leave' | undefined {
  if (['exitAll', 'suspendAll', 'abandonAll'].includes(navigation)) return 'leave';
  const target = /^\{target=([^}]+)\}(choice|jump)$/.exec(navigation)?.[1];
  const step = navigation === 'continue' ? 1 : navigation === 'previous' ? -1 : 0;
  const open = target ?? (step === 0 ? undefined : parts[parts.indexOf(current) + step]);
  return open !== undefined && parts.includes(open) ? { open } : undefined;
}
