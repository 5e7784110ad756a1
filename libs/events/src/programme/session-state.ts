import type { SessionState } from './programme.words';

/** What a session has, as far as its state asks for it. */
export interface SessionHas {
  /** What it is about is known. */
  event: boolean;
  /** A place, or a link. */
  place: boolean;
  /** At least one day, and of each part when it begins and ends. */
  times: boolean;
  /** Its last part is over. */
  over: boolean;
}

const NEXT: Record<SessionState, readonly SessionState[]> = {
  idea: ['hold', 'provisional', 'confirmed', 'cancelled'],
  hold: ['provisional', 'confirmed', 'cancelled'],
  provisional: ['confirmed', 'cancelled'],
  // Postponed is provisional again.
  confirmed: ['provisional', 'delivered', 'cancelled'],
  delivered: [],
  cancelled: [],
};

/** What keeps a session from a state: in the words of `WHAT_IS_MISSING`, or that it cannot become that from where it is. */
export type Obstacle = 'no way' | 'event' | 'place' | 'times' | 'not over';

/** What may become of it, whatever it lacks. */
export const nextStates = (state: SessionState): readonly SessionState[] => NEXT[state];

/** Whether members may book it. */
export const isBookable = (state: SessionState): boolean => state === 'confirmed';

/** Why a session cannot become that now; empty when it can. */
export function obstacles(from: SessionState, to: SessionState, has: SessionHas): Obstacle[] {
  if (!NEXT[from].includes(to)) return ['no way'];
  return lacking(to, has);
}

/** What a session in that state has to have and has not. */
export function lacking(state: SessionState, has: SessionHas): Obstacle[] {
  const missing: Obstacle[] = [];
  if (!has.event && !['hold', 'cancelled'].includes(state)) missing.push('event');
  if (state === 'confirmed' && !has.place) missing.push('place');
  if ((state === 'confirmed' || state === 'delivered') && !has.times) missing.push('times');
  if (state === 'delivered' && !has.over) missing.push('not over');
  return missing;
}

export const WHAT_IS_MISSING: Record<Exclude<Obstacle, 'no way'>, string> = {
  event: 'what it is about',
  place: 'a place, or a link for those who join online',
  times: 'a day, and when each part begins and ends',
  'not over': 'its end: it is not over yet',
};
