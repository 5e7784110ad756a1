import type { PlannedSession } from '@induct/events';
import { britishDate } from '@induct/platform';

type Part = Pick<PlannedSession['parts'][number], 'on' | 'from' | 'to'>;
/** What of a session says when and where it is. */
type WhenAndWhere = Pick<PlannedSession, 'place' | 'onlineUrl'> & { parts: readonly Part[] };

export const titleOf = ({ event }: Pick<PlannedSession, 'event'>): string => event?.title ?? 'A date kept free';

/** `13:30 to 16:30`, with the day where a session has several. */
export function partWords({ on, from, to }: Part, session: { parts: readonly Part[] }): string {
  const times = from === null ? '' : to === null ? from : `${from} to ${to}`;
  const hasDays = session.parts.some((part) => part.on !== on);
  return [hasDays ? britishDate(on) : '', times].filter(Boolean).join(', ') || britishDate(on);
}

/** `22 November 2026, The chamber`. */
export function whenAndWhere({ parts, place, onlineUrl }: WhenAndWhere): string {
  const days = [...new Set(parts.map(({ on }) => britishDate(on)))].join(' and ');
  return [days, place ?? (onlineUrl === null ? null : 'Online')].filter(Boolean).join(', ');
}

/**
 * What comes of being there, before it is saved: a sentence for each set of parts that name the same topics.
 * @param titles of what is asked of anybody, by topic
 */
export function comesOfIt(
  { parts }: Pick<PlannedSession, 'parts'>,
  titles: ReadonlyMap<string, string>,
): { who: string; topics: string[] }[] {
  const byParts = new Map<string, { numbers: number[]; topics: string[] }>();
  for (const topic of new Set(parts.flatMap(({ topics }) => topics))) {
    const numbers = parts.filter(({ topics }) => topics.includes(topic)).map(({ number }) => number);
    const known = byParts.get(numbers.join()) ?? { numbers, topics: [] };
    byParts.set(numbers.join(), {
      numbers,
      topics: [...known.topics, titles.get(topic) ?? `${topic} (not asked yet)`],
    });
  }
  return [...byParts.values()].map(({ numbers, topics }) => ({
    who: `Whoever ${whoWas(numbers, parts.length)} has met`,
    topics,
  }));
}

function whoWas(numbers: readonly number[], all: number): string {
  if (all === 1) return 'was there';
  if (numbers.length === all) return all === 2 ? 'was at both parts' : `was at all ${all} parts`;
  return `was at ${numbers.map((number) => `part ${number}`).join(' and ')}`;
}
