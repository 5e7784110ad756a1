import { isAutomatic, type OwnBooking, type OwnClash, ownClashWords, type ShownPlaces } from '@induct/events';
import { asTyped, britishTime, dayInLondon, readerDate, readerOrdinal, said, w } from '@induct/platform';
import { sessionTimes } from '../../words/session-times';
import { hasRoom } from './places.view';

const BY = {
  self: 'You cancelled it',
  officer: 'Democratic Services cancelled it for you',
  council: 'The council cancelled the session',
} as const;

const NEWS = {
  booked: 'You have a place. We have sent you an email.',
  moved: 'You have changed to this date.',
  cancelled: 'Your booking is cancelled.',
  kept: 'That is full meanwhile. You keep the place you have.',
} as const;

/** To sit elsewhere than one does. */
const INSTEAD = { room: 'Come to the room instead', online: 'Join online instead' } as const;

/** What has just been done. `late`: there was a place when they looked, and none when they pressed. */
function news(done: unknown, { state }: OwnBooking, position: string, lastTakenAt: Date | null): string | undefined {
  if (done === 'late' && state === 'waiting') {
    const went = lastTakenAt ? w`the last place went at ${britishTime(lastTakenAt)}` : said('the last place has gone');
    return w`Full meanwhile: ${went}. You are ${position}.`;
  }
  if (done === 'waiting' && state === 'waiting') return w`You are ${position} on the waiting list.`;
  if ((done === 'booked' || done === 'moved' || done === 'kept') && state === 'booked') return said(NEWS[done]);
  if (done === 'moved' && state === 'waiting')
    return w`You wait for this date now. You are ${position} on the waiting list.`;
  return done === 'cancelled' && state === 'cancelled' ? said(NEWS.cancelled) : undefined;
}

/** @param shown what the session has for them; undefined where it is not said */
export function bookingView(
  booking: OwnBooking,
  shown: ShownPlaces | undefined,
  { done, now, clashes = [] }: { done: unknown; now: Date; clashes?: readonly OwnClash[] },
) {
  const { session, state, seat } = booking;
  const mine = shown?.seats.find((one) => one.seat === seat);
  const other = shown?.seats.find((one) => one.seat !== seat && one.why === undefined && hasRoom(one));
  const position = readerOrdinal((booking.ahead ?? 0) + 1);
  const isToCome = session.startsAt === null || session.startsAt > now;
  const isOpen = isToCome && state !== 'cancelled';
  return {
    id: booking.id,
    title: session.title ?? said('A session'),
    event: session.slug === null ? undefined : `/programme/${session.slug}`,
    times: session.parts.length > 0 ? sessionTimes(session.parts) : [said('A date to be confirmed')],
    where: seat === 'online' ? said('Online') : session.place ? asTyped(session.place) : said('Place to be confirmed'),
    link: state === 'booked' && seat === 'online' ? session.onlineUrl : undefined,
    state,
    status:
      state === 'booked'
        ? { text: isToCome ? said('You have a place') : said('You had a place'), kind: 'done' }
        : state === 'waiting'
          ? { text: isToCome ? w`${position} on the waiting list` : said('You waited for a place'), kind: 'going' }
          : { text: said('Cancelled'), kind: 'bad' },
    cancelled:
      state === 'cancelled'
        ? w`${said(BY[booking.cancelBy!])} on ${readerDate(booking.cancelledAt!)}${session.state === 'cancelled' && session.cancelReason ? `: ${asTyped(session.cancelReason)}` : ''}`
        : undefined,
    bookedOn: readerDate(booking.bookedAt),
    waits: state === 'waiting' && isToCome,
    /** A place is free, and nobody is given it any more: whoever presses has it. */
    isFree: state === 'waiting' && isToCome && !isAutomatic(session, now) && mine !== undefined && hasRoom(mine),
    /** The other of room and online, while there is a place. */
    instead: isOpen && other ? { seat: other.seat, text: said(INSTEAD[other.seat]) } : undefined,
    sessionId: booking.sessionId,
    seat,
    news: news(done, booking, position, mine?.lastTakenAt ?? null),
    /** On a day of it, until it is over. */
    checksIn:
      state === 'booked' &&
      session.state !== 'provisional' &&
      session.parts.some(({ on }) => on === dayInLondon(now)) &&
      (session.endsAt === null || session.endsAt > now),
    clashes: isOpen ? ownClashWords(clashes) : [],
    mayCancel: isOpen,
    thing: state === 'booked' ? said('place') : said('place on the waiting list'),
  };
}
