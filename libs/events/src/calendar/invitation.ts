import { type CalendarEntry, calendarFile, type CalendarPerson } from '@induct/platform';
import type { KeptEntry, Sending } from './kept-entries';

/** The name of an entry, for ever. @param host of the site */
export const entryUid = (bookingId: string, { number }: Pick<KeptEntry, 'number'>, host: string): string =>
  `${bookingId}-${number}@${host}`;

/** An entry as calendars read it. */
export const calendarEntry = (entry: KeptEntry, uid: string): CalendarEntry => ({
  uid,
  sequence: entry.sequence,
  on: entry.on,
  from: entry.from,
  to: entry.to,
  title: entry.title,
  place: entry.place,
  about: entry.about,
  status: entry.isCancelled ? 'CANCELLED' : 'CONFIRMED',
});

/**
 * What goes with a letter: one entry, as RFC 5546 asks of what is sent.
 * @returns undefined when whoever invites would invite themselves: calendars then take it for a meeting of one's own
 */
export function invitation(
  { method, entry }: Sending,
  {
    uid,
    url,
    organizer,
    attendee,
    madeAt,
  }: { uid: string; url?: string; organizer: CalendarPerson; attendee: CalendarPerson; madeAt: Date },
): string | undefined {
  if (organizer.email.toLowerCase() === attendee.email.toLowerCase()) return undefined;
  const event = { ...calendarEntry(entry, uid), organizer, attendee, ...(url && { url }) };
  return calendarFile([event], { product: 'Bookings', method, madeAt });
}

/** The address in `Member Development <member.development@northmoor.example>`, and the name of it. */
export function mailPerson(from: string, otherwise: string): CalendarPerson {
  const [, name = '', email = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name || otherwise, email: email.trim() };
}
