import { figure } from '../../words/counted';
import type { Cell } from './small-cells';

/** One coloured piece of a bar. Positions are per cent of the bar. */
export interface Piece {
  x: number;
  width: number;
  fill: string;
}

/** A line of a picture: the numbers stand beside the bar, which is decoration for those who can see it. */
export interface Bar {
  label: string;
  href: string | undefined;
  /** Numbers in words; "fewer than 5" style when withheld. */
  cells: string[];
  /** Empty when something is withheld, because lengths could be measured. */
  pieces: Piece[];
}

/** Contrast with white ≥ 3 : 1 each, and a white gap between two, so that colour is not all that tells them apart. */
export const FILLS = {
  completed: '#16694a',
  retake_due: '#7a5aa6',
  retake_overdue: '#b3352b',
  in_progress: '#2f8fa8',
  not_passed: '#b8791a',
  not_started: '#84969c',
} as const;

const GAP = 0.4;

const WITHHELD = 'withheld';

/** @param fills one for each count, in the same order */
export function bar(label: string, counts: readonly Cell[], fills: readonly string[], href?: string): Bar {
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const whole = counts.every((count) => count !== undefined) && total > 0;
  let x = 0;
  const pieces = !whole
    ? []
    : counts.flatMap((count, index): Piece[] => {
        const length = ((count ?? 0) / total) * 100;
        const piece = { x: rounded(x), width: rounded(Math.max(length - GAP, 0.2)), fill: fills[index]! };
        x += length;
        return length > 0 ? [piece] : [];
      });
  return {
    label,
    href,
    cells: counts.map((count) => (count === undefined ? WITHHELD : figure(count))),
    pieces,
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
