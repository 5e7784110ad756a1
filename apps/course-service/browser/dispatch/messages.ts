import type { Known, Report } from '../kept/report';

/** From the page in the zip to the module's. */
export type ToModule =
  | { induct: 'start'; known: Known }
  /** The learning system has taken a report; `isWhole`: all of it. */
  | { induct: 'kept'; report: number; isWhole: boolean }
  /** It did not take it. */
  | { induct: 'lost'; report: number };

/** From the module's page to the one in the zip. */
export type FromModule =
  /** It can be told what is known. */
  | { induct: 'ready' }
  /** There is no module, and the page says why. */
  | { induct: 'closed' }
  | { induct: 'report'; number: number; report: Report }
  | { induct: 'leave' };

const KINDS = ['ready', 'closed', 'report', 'leave', 'start', 'kept', 'lost'];

/** A message of ours; undefined for whatever else pages say to each other. */
export function messageIn(data: unknown): ToModule | FromModule | undefined {
  if (typeof data !== 'object' || data === null || !('induct' in data)) return undefined;
  return KINDS.includes(String(data.induct)) ? (data as ToModule | FromModule) : undefined;
}
