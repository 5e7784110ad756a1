import type { Day } from '@induct/platform';
import type { AttendanceValue } from './attendance-said';

export interface AttendedPart {
  number: number;
  on: Day;
  topics: readonly string[];
}

/**
 * What somebody has shown by being there: a topic counts when they were at every part that names it, on the day of the last
 * of them. More attendance never takes a topic away.
 * @param present whether they were at a part, by its number
 */
export function topicsMet(
  parts: readonly AttendedPart[],
  present: (number: number) => AttendanceValue | undefined,
): Map<string, Day> {
  const met = new Map<string, Day>();
  for (const topic of new Set(parts.flatMap(({ topics }) => topics))) {
    const naming = parts.filter(({ topics }) => topics.includes(topic));
    if (naming.every(({ number }) => present(number) === 'present'))
      met.set(
        topic,
        naming
          .map(({ on }) => on)
          .toSorted()
          .at(-1)!,
      );
  }
  return met;
}
