import type { Order } from './order';

/**
 * A SCO with a pass mark said "completed" before its result was known (libs/scorm, judge.ts). That counts when the run
 * ends; one that never ended (the tab was closed) has ended when the attempt is opened again.
 */
export interface Claim {
  at: Order;
  /** The run ended to be gone on with: the test is still to come. */
  paused: boolean;
}

/** @param launch the newest launch of the attempt that anything is known of */
export function hasOutlivedItsLaunch(claim: Claim | undefined, launch: number): boolean {
  return claim !== undefined && !claim.paused && claim.at.launch < launch;
}
