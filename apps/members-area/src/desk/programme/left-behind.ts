import type { PlannedSession } from '@induct/events';
import type { Day } from '@induct/platform';

/** What nobody has done about a session whose day is over. */
export type LeftBehind = 'not said' | 'not confirmed';

const LEFT: Partial<Record<PlannedSession['state'], LeftBehind>> = {
  confirmed: 'not said',
  provisional: 'not confirmed',
};

/**
 * Whoever was at a session is asked how it was once somebody has said that it took place: until then, nothing follows from it. From
 * the day after its last.
 */
export function leftBehind(
  { state, parts }: Pick<PlannedSession, 'state' | 'parts'>,
  today: Day,
): LeftBehind | undefined {
  const last = parts.at(-1)?.on;
  return last !== undefined && last < today ? LEFT[state] : undefined;
}

export const LEFT_WORDS: Record<LeftBehind, string> = {
  'not said': 'It is over, and nobody has said that it took place: until then nobody is asked how it was.',
  'not confirmed': 'Its day is past, and it was not confirmed: change its day, or cancel it.',
};
