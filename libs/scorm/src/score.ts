import { decimal } from './cmi-reader';
import type { ScoreParts } from './sco-state';

/**
 * The score in per cent, 0 to 100; undefined when none was set.
 * SCORM 2004's scaled score speaks first. Raw is 0 to 100 by SCORM 1.2 (RTE 3.4.2.2.2); with another min and max it is
 * taken as a share of them, as many packages mean it.
 */
export function percentage(score: ScoreParts): number | undefined {
  const scaled = decimal(score.scaled);
  if (scaled !== undefined) return within(scaled * 100);
  const raw = decimal(score.raw);
  if (raw === undefined) return undefined;
  const min = decimal(score.min) ?? 0;
  const max = decimal(score.max) ?? 100;
  return within(max > min ? ((raw - min) / (max - min)) * 100 : raw);
}

/** Two digits are what anybody prints; 0.07 × 100 is not 7 in binary. */
function within(percent: number): number {
  return Math.min(100, Math.max(0, Math.round(percent * 100) / 100));
}
