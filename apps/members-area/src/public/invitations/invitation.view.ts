import { said } from '@induct/platform';
import type { GuestPlace, OpenInvitation, PartnerGuest, PlannedSession } from '@induct/events';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { sessionTimes } from '../../words/session-times';

/** What a stranger may know of a session: neither its link nor who comes. */
const sessionFacts = ({ event, parts, place, onlineUrl }: PlannedSession) => ({
  title: event?.title ?? said('A session'),
  about: event?.about ?? '',
  when: sessionTimes(parts),
  bring: event?.bring ?? null,
  where: place ?? (onlineUrl === null ? said('The place is to be confirmed') : said('Online')),
});

export const invitationView = (
  token: string,
  { partner, session, isOpen }: OpenInvitation,
  form: Fields,
  problems: FormProblems,
) => ({ token, partner, session: sessionFacts(session), isOpen, form, ...problems });

/** What a partner sees: its own guests, and nobody else. */
export const partnerGuestsView = ({ partner, session, guests }: OpenInvitation & { guests: PartnerGuest[] }) => {
  const named = (state: PartnerGuest['state']) =>
    guests
      .filter((guest) => guest.state === state)
      .map(({ name }) => name ?? said('A guest whose name is no longer kept'));
  return { partner, session: sessionFacts(session), booked: named('booked'), waiting: named('waiting') };
};

/** What a guest sees by the link of the letter. */
export const guestView = (token: string, { guest, guestId, session, booking, isToCome }: GuestPlace) => ({
  token,
  name: guest.name,
  session: sessionFacts(session),
  state: guestId === null ? ('unconfirmed' as const) : (booking?.state ?? ('cancelled' as const)),
  isToCome,
  isOff: session.state === 'cancelled',
  mayGiveUp: isToCome && booking !== undefined && booking.state !== 'cancelled',
  link: booking?.state === 'booked' && booking.seat === 'online' ? session.onlineUrl : null,
});
