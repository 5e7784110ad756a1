import type { PlannedSession } from '@induct/events';

/** Whether it is confirmed and has not begun. */
export const mayStillBook = ({ state, startsAt }: Pick<PlannedSession, 'state' | 'startsAt'>, now: Date): boolean =>
  state === 'confirmed' && startsAt !== null && startsAt > now;
