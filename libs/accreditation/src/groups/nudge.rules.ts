import { type Day, daysLater } from '@induct/platform';

const WEEK = 7;

/** How somebody of a group stands, as far as it matters for a reminder. */
export interface Nudged {
  /** How many things are asked and not yet met. */
  open: number;
  /** The day of the last reminder; null: there was none. */
  nudgedOn: Day | null;
}

/**
 * Whether a champion may remind somebody today: of something, and once a week at most, whichever champion did it before.
 * @returns `now`, `nothing` when all is met, or the first day on which it is possible again
 */
export function mayNudge({ open, nudgedOn }: Nudged, today: Day): 'now' | 'nothing' | { from: Day } {
  if (open === 0) return 'nothing';
  if (nudgedOn === null) return 'now';
  const from = daysLater(nudgedOn, WEEK);
  return from <= today ? 'now' : { from };
}
