import { isAutomatic, type OwnBooking, type ShownPlaces } from '@induct/events';
import { asTyped, britishTime, readerDate, readerOrdinal, said, w } from '@induct/platform';
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
} as const;

/** What has just been done. `late`: there was a place when they looked, and none when they pressed. */
function news(done: unknown, { state }: OwnBooking, position: string, lastTakenAt: Date | null): string | undefined {
  if (done === 'late' && state === 'waiting') {
    const went = lastTakenAt ? w`the last place went at ${britishTime(lastTakenAt)}` : said('the last place has gone');
    return w`Full meanwhile: ${went}. You are ${position}.`;
  }
  if (done === 'waiting' && state === 'waiting') return w`You are ${position} on the waiting list.`;
  if ((done === 'booked' || done === 'moved') && state === 'booked') return said(NEWS[done]);
  if (done === 'moved' && state === 'waiting')
    return w`You wait for this date now. You are ${position} on the waiting list.`;
  return done === 'cancelled' && state === 'cancelled' ? said(NEWS.cancelled) : undefined;
}

/** @param shown what the session has for them; undefined where it is not said */
export function bookingView(
  booking: OwnBooking,
  shown: ShownPlaces | undefined,
  { done, now }: { done: unknown; now: Date },
) {
  const { session, state, seat } = booking;
  const mine = shown?.seats.find((one) => one.seat === seat);
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
    sessionId: booking.sessionId,
    seat,
    news: news(done, booking, position, mine?.lastTakenAt ?? null),
    mayCancel: isOpen,
    thing: state === 'booked' ? said('place') : said('place on the waiting list'),
  };
}
