import type { Decision } from './round';

/** `No from Ann Baker, who signed it off all the same: The menu is cut off`. @param note empty: nothing was said */
export function noInWords({ name, decision, note }: { name: string; decision: Decision; note: string }): string {
  const who = `${name || 'somebody who has left'}, who ${decision === 'refused' ? 'refused' : 'signed it off all the same'}`;
  return note === '' ? `No from ${who}` : `No from ${who}: ${note}`;
}
