import { w } from '@induct/platform';
import type { NextSession, OfferedSession } from '@induct/events';
import { sessionTimes } from '../../words/session-times';

/** A session that comes, in a line: `A morning on conduct, Tuesday 8 December 2026, 9.30am to 1pm`. */
export interface NextWords {
  title: string;
  href: string;
  when: string;
}

const wordsOf = (
  { slug, title, state }: Pick<OfferedSession, 'slug' | 'title' | 'state'>,
  when: string,
): NextWords => ({
  title,
  href: `/programme/${slug}`,
  when: state === 'provisional' ? w`${when} (provisional)` : when,
});

export const nextWords = (next: NextSession): NextWords => wordsOf(next, sessionTimes([next])[0]!);

/** The next session that serves a topic. */
export function nextFor(sessions: readonly NextSession[], topic: string): NextWords | undefined {
  const next = sessions.find((one) => one.topic === topic);
  return next && nextWords(next);
}

/**
 * What to come to next: the first that serves one of the topics somebody still needs, else the very first.
 * @param sessions by their beginning
 * @param needed their topics
 */
export function nextOfAll(
  sessions: readonly Pick<OfferedSession, 'slug' | 'title' | 'state' | 'parts'>[],
  needed: readonly string[],
): (NextWords & { isNeeded: boolean }) | undefined {
  const wanted = sessions.find(({ parts }) => parts.some(({ topics }) => topics.some((one) => needed.includes(one))));
  const next = wanted ?? sessions[0];
  return next && { ...wordsOf(next, sessionTimes(next.parts)[0]!), isNeeded: wanted !== undefined };
}
