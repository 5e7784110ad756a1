import type { Cells } from './import-field';

/** What one presses to settle a remark. */
export interface Remedy {
  /** `nearest`, `keep`, `leave-out`: the same one in rows that are found alike. */
  key: string;
  text: string;
  /** What the row says instead; of what is empty nothing is said. Neither: it stays as it is. */
  cells?: Cells;
  leavesOut?: true;
}

/** What is noticed about a row. */
export interface Remark {
  /** `weekday:2018-03-07`: what it is, and of what; somebody who keeps the row answers just this. */
  key: string;
  /** `mend`: nothing is imported before. `look`: it may stay. */
  weight: 'mend' | 'look';
  /** A sentence or two. */
  says: string;
  remedies: Remedy[];
}

export const KEEP = 'keep';
export const keep = (text: string): Remedy => ({ key: KEEP, text });
export const LEAVE_OUT: Remedy = { key: 'leave-out', text: 'Leave the row out', leavesOut: true };

/** Which remarks are alike: `weekday`. */
export const sortOf = ({ key }: Pick<Remark, 'key'>): string => key.split(':', 1)[0]!;
