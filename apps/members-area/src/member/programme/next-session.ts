import type { NextSession } from '@induct/events';
import { sessionTimes } from '../../words/session-times';

/** A session that comes, in a line: `A morning on conduct, Tuesday 8 December 2026, 9.30am to 1pm`. */
export interface NextWords {
  title: string;
  href: string;
  when: string;
}

export const nextWords = ({ slug, title, state, ...when }: NextSession): NextWords => ({
  title,
  href: `/programme/${slug}`,
  when: `${sessionTimes([when])[0]!}${state === 'provisional' ? ' (provisional)' : ''}`,
});

/** The next session that serves a topic. */
export function nextFor(sessions: readonly NextSession[], topic: string): NextWords | undefined {
  const next = sessions.find((one) => one.topic === topic);
  return next && nextWords(next);
}

const beginning = ({ on, from, id }: NextSession): string => `${on} ${from ?? ''} ${id}`;

/**
 * What to come to next: the first that serves one of the topics somebody still needs, else the very first.
 * @param needed their topics
 */
export function nextOfAll(
  sessions: readonly NextSession[],
  needed: readonly string[],
): (NextWords & { isNeeded: boolean }) | undefined {
  const byBeginning = sessions.toSorted((a, b) => (beginning(a) < beginning(b) ? -1 : 1));
  const wanted = byBeginning.find(({ topic }) => topic !== null && needed.includes(topic));
  const next = wanted ?? byBeginning[0];
  return next && { ...nextWords(next), isNeeded: wanted !== undefined };
}
