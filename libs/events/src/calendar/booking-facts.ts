import type { Config, Day } from '@induct/platform';
import type { BookingDoing } from '../bookings/booking.words';
import type { BookingInWords } from './booking.letters';
import type { BookingFacts } from './calendar.repository';
import { mailPerson } from './invitation';
import type { KeptEntry } from './kept-entries';

/** Whether whoever the letter is to has done it themselves. A guest who has booked is known by nobody else having done it. */
export function isOwnAct({ personId, bookedBy, cancelBy }: BookingFacts, what: BookingDoing): boolean {
  if (what === 'taken') return true;
  if (what === 'cancelled-by-self' || what === 'moved-away') return cancelBy === 'self';
  return (what === 'booked' || what === 'waiting' || what === 'moved') && bookedBy === personId;
}

/** Whoever booked it themselves has seen what it meets; of what others did, or what has become of it since, the letter says it. */
export const mayMeet = (facts: BookingFacts, what: BookingDoing): boolean =>
  facts.state === 'booked' && facts.personId !== null && !isOwnAct(facts, what);

/** What its letters say of a booking. @param clashes what it meets of their own, as far as that is to be said */
export function said(
  facts: BookingFacts,
  { SITE_ORIGIN, MAIL_FROM }: Config,
  clashes: readonly string[] = [],
): BookingInWords {
  const { personId, name, seat, state, ahead, bookedBy, session, event } = facts;
  const { slug, title, format, facilitator, bring } = event;
  const { parts, place, onlineUrl, cancelReason } = session;
  return {
    name: name ?? '',
    title,
    parts,
    place,
    onlineUrl,
    seat,
    state,
    format,
    facilitator,
    bring,
    ahead,
    cancelReason,
    clashes,
    byOther: bookedBy !== personId,
    isPutOff: session.state === 'provisional',
    links: personId === null ? null : bookingLinks(SITE_ORIGIN, facts.id, slug),
    contact: mailPerson(MAIL_FROM, '').email,
  };
}

const bookingLinks = (origin: string, id: string, slug: string) => ({
  booking: `${origin}/bookings/${id}`,
  event: `${origin}/programme/${slug}`,
  standing: `${origin}/standing`,
});

/** What tells two letters about the same from each other: how often their calendar was changed, or what was told on a day. */
export function lettersKey(
  { state, session }: BookingFacts,
  entries: readonly Pick<KeptEntry, 'sequence'>[],
  what: BookingDoing,
  today: Day,
): string {
  if (what === 'a-place-is-free') return today;
  if (state === 'waiting') return `${session.id}-${session.revision}`;
  return String(entries.reduce((sum, { sequence }) => sum + sequence, 0));
}
