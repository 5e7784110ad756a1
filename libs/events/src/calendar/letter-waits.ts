import { nextLetterHours } from '@induct/letters';
import type { BookingDoing } from '../bookings/booking.words';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whether a letter waits for the hours in which people are written to: not when they did it themselves, and not when it would
 * come less than a day before the session begins.
 */
export function waitsForHours(isOwnAct: boolean, now: Date, startsAt: Date | null): boolean {
  const then = nextLetterHours(now);
  return !isOwnAct && then > now && (startsAt === null || +startsAt - +then >= DAY_MS);
}

/** Of two things that happened before anybody was told, the one to tell: that something was changed goes without saying. */
export const toTell = (earlier: BookingDoing | undefined, now: BookingDoing): BookingDoing =>
  earlier !== undefined && now === 'session-changed' ? earlier : now;
