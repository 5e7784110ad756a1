import { decimal } from './cmi-reader';
import type { ScoreParts } from '../activity/sco-state';

/** A score or a pass mark as everybody sees it: per cent, 0 to 100, two digits after the point. */
type Percent = number;

/**
 * The one scale on which scores are kept, judged and shown; undefined when none was set, or none that can be understood.
 * SCORM 2004's scaled score speaks first. Raw is 0 to 100 by SCORM 1.2 (RTE 3.4.2.2.2); with another min and max it is
 * taken as a share of them, as many packages mean it. More than 100 without a max is a share of nobody knows what.
 */
export function percentage(score: ScoreParts): Percent | undefined {
  const scaled = decimal(score.scaled);
  if (scaled !== undefined) return asPercent(scaled * 100);
  const raw = decimal(score.raw);
  if (raw === undefined) return undefined;
  const min = decimal(score.min) ?? 0;
  const max = decimal(score.max) ?? 100;
  if (decimal(score.max) === undefined && raw > 100) return undefined;
  return asPercent(max > min ? ((raw - min) / (max - min)) * 100 : raw);
}

/** Whether the share can be told from what was set, without taking raw for per cent. */
export function isShare({ scaled, raw, min, max }: ScoreParts): boolean {
  if (decimal(scaled) !== undefined) return true;
  const most = decimal(max);
  return decimal(raw) !== undefined && most !== undefined && most > (decimal(min) ?? 0);
}

/** @param mark per cent; what is not told apart in a score is not told apart in it */
export function reaches(score: Percent, mark: number): boolean {
  return score >= asPercent(mark);
}

/** `66.66%`: never rounded up to a mark that was not reached. */
export function percentInWords(score: Percent): string {
  return `${asPercent(score)}%`;
}

/** Cut, not rounded: 79.996 is not 80. And 0.29 × 100 is not 29 in binary. */
function asPercent(percent: number): Percent {
  return Math.min(100, Math.max(0, Math.floor(percent * 100 + 1e-6) / 100));
}
