import type { Cmi, ScoStatus } from '../launch/launch-state';
import { valueAt } from '../run-time/flatten';

/**
 * What the table of contents shows until the server's word is read again.
 * @param finished SCORM 2004 content that ends without a word about completion is complete (SN 4.5)
 */
export function partStatus(standard: 'API' | 'API_1484_11', cmi: Cmi, finished: boolean): ScoStatus {
  if (standard === 'API_1484_11') {
    const said = valueAt(cmi, 'cmi.completion_status');
    const isSilent = said !== 'completed' && said !== 'incomplete';
    const silence = finished && valueAt(cmi, 'cmi.exit') !== 'suspend' ? 'completed' : 'incomplete';
    return { completion: isSilent ? silence : said, success: valueAt(cmi, 'cmi.success_status') || 'unknown' };
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
