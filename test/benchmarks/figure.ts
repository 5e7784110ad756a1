/** One measurement beside its floor: the least that any program could do for it on the same machine, in the same run. */
export interface Figure {
  /** How long one takes, in seconds; or how many a second. */
  seconds?: number;
  perSecond?: number;
  /** The floor, in the same unit. */
  floor?: number;
  /** Ours to the floor's: `perSecond / floor` or `seconds / floor`. */
  ratio?: number;
  /** What the product wants, in words: `ratio ≥ 1`, `p95 ≤ 8 ms`. */
  goal: string;
  met: boolean;
  /** Milliseconds. */
  p50?: number;
  p95?: number;
  p99?: number;
  /** Resident memory, where that is what was measured. */
  mebibytes?: number;
  mebibytesWithBrowser?: number;
}

/** @param milliseconds of every single call */
export function percentiles(milliseconds: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Three significant digits: more is noise. */
export const round = (value: number): number => Number(value.toPrecision(3));
