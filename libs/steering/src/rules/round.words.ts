import type { Decision } from './round';

/** `No from Ann Baker, who signed it off all the same: The menu is cut off`. @param note empty: nothing was said */
export function noInWords({ name, decision, note }: { name: string; decision: Decision; note: string }): string {
  const who = `${name || 'somebody who has left'}, who ${decision === 'refused' ? 'refused' : 'signed it off all the same'}`;
  return note === '' ? `No from ${who}` : `No from ${who}: ${note}`;
}

/** How much of a version somebody has seen: `1 of 3 parts opened`. */
export function partsSeen(opened: number, parts: number): string {
  // A package can say of itself that it opened what its version does not have.
  const seen = Math.min(opened, parts);
  if (parts === 1) return seen === 1 ? 'its one part opened' : 'not opened';
  return `${seen} of ${parts} parts opened`;
}
