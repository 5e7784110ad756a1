import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Ids, type Question, together, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { SessionNotFound } from '../programme/programme.errors';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';
import type { Seat } from '../programme/programme.words';
import type { BookingEntity } from './booking.entity';
import {
  BookingIsCancelled,
  BookingNotFound,
  CannotBeBooked,
  DateIsFull,
  NobodyToBook,
  SessionHasBegun,
} from './booking.errors';
import { BookingRepository } from './booking.repository';
import type { BookAsked, Booking, CancelAsked, GuestAsked, MoveAsked } from './booking.types';
import type { BookingDoing } from './booking.words';
import { Filling } from './filling';
import { type Booker, hasBegun, isAutomatic, place, seatsOf, whyNot } from './place';
import { ahead } from './promote';
import { Turns } from './turns';

/** Whoever books: somebody of the council, or a guest of a partner. */
type Who = Pick<BookingEntity, 'personId' | 'guestId'>;

/** What a booking begins with: who books, the session once one is alone with it, and its bookings. */
type Opening = [booker: Booker | undefined, session: PlannedSession | undefined, standing: BookingEntity[]];
type Questions<T extends unknown[]> = { [K in keyof T]: Question<T[K]> };

/** How somebody takes a place. */
interface Taking {
  booker: Booker;
  seat: Seat | undefined;
  by: string | null;
  /** Of the session, when they were read under its lock. */
  standing?: BookingEntity[];
}

/** How somebody comes to a session. */
interface Coming {
  standing: readonly BookingEntity[];
  seat: Seat | undefined;
  by: string | null;
  /** The booking that they give up for it. */
  but?: string | null;
}

/**
 * Who has a place and who waits for one. Every act is alone with its session, reads, decides, and fills what has become free
 * before it ends.
 */
@Injectable()
export class Bookings {
  private readonly turns = new Turns();

  constructor(
    private readonly programme: ProgrammeRepository,
    private readonly rows: BookingRepository,
    private readonly filling: Filling,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * A place, or the end of the waiting list. Asked again, it is the booking that is there; whoever waits has the place, when one
   * is free by now and it is theirs to take.
   * @throws SessionNotFound, NobodyToBook, CannotBeBooked
   */
  book({ sessionId, personId, seat, by }: BookAsked, inside?: EntityManager): Promise<Booking> {
    // Most of a booking was waiting for the next answer: what does not rest on one is asked in one message.
    const asked: Questions<Opening> = [
      this.rows.askBooker(personId, this.today()),
      this.programme.askAlone(sessionId),
      this.rows.askStanding(sessionId),
    ];
    const act = (tx: EntityManager, [booker, session, standing]: Opening) => {
      if (!booker) throw new NobodyToBook();
      if (!session) throw new SessionNotFound();
      return this.take(tx, session, { personId, guestId: null }, { booker, seat, by, standing });
    };
    if (inside) return together<Opening>(inside, asked).then((answers) => act(inside, answers));
    return this.turns.take([sessionId], () => this.transactions.asking<Opening, Booking>(asked, act));
  }

  /** As `book`, for somebody of a partner. @throws SessionNotFound, CannotBeBooked */
  bookGuest({ sessionId, guestId, seat, by }: GuestAsked, inside?: EntityManager): Promise<Booking> {
    return this.in([sessionId], inside, async (tx) => {
      const session = await this.alone(tx, sessionId);
      const booker: Booker = { audience: 'partner', bodies: [] };
      return this.take(tx, session, { personId: null, guestId }, { booker, seat, by });
    });
  }

  /**
   * The place goes to whoever waits. Asked again, nothing happens.
   * @throws BookingNotFound, also when `as` is `self` and it is another's; SessionHasBegun
   */
  async cancel({ bookingId, by, as }: CancelAsked, inside?: EntityManager): Promise<Booking> {
    const { sessionId } = await this.found(inside, bookingId, { by, as });
    return this.in([sessionId], inside, async (tx) => {
      const session = await this.alone(tx, sessionId);
      const booking = await this.found(tx, bookingId, { by, as });
      if (booking.state !== 'cancelled') {
        if (as === 'self' && hasBegun(session, this.clock.now())) throw new SessionHasBegun();
        await this.end(tx, booking, { by, as });
        await this.filling.fill(tx, session);
      }
      return told((await this.rows.find(bookingId, tx))!, []);
    });
  }

  /**
   * To another date: there is a place on it, or nothing changes. Whoever waits may go to the end of another list. Asked again, it
   * is the booking on the other date.
   * @returns the booking on the other date
   * @throws BookingNotFound, BookingIsCancelled, DateIsFull, CannotBeBooked, SessionHasBegun
   */
  async move({ bookingId, toSessionId, by, as = 'self' }: MoveAsked, inside?: EntityManager): Promise<Booking> {
    const { sessionId } = await this.found(inside, bookingId, { by, as });
    return this.in([sessionId, toSessionId], inside, async (tx) => {
      await this.programme.alone(tx, [...new Set([sessionId, toSessionId])]);
      const [from, to] = [await this.alone(tx, sessionId), await this.alone(tx, toSessionId)];
      const booking = await this.found(tx, bookingId, { by, as });
      const { standing } = await this.filling.fill(tx, to);
      const there = standing.find((one) => isOf(one, booking));
      if (booking.state === 'cancelled') {
        if (there) return told(there, standing);
        throw new BookingIsCancelled();
      }
      if (there?.id === booking.id) return told(there, standing);
      if (hasBegun(from, this.clock.now())) throw new SessionHasBegun();
      const booker = await this.bookerOf(tx, booking);
      const seat = seatsOf(to).find((one) => one === booking.seat) ?? seatsOf(to)[0];
      const moved = there ?? (await this.comes(tx, to, booking, booker, { standing, seat, by, but: booking.id }));
      if (moved.state === 'waiting' && booking.state === 'booked') throw new DateIsFull(isTalk(to));
      await this.end(tx, booking, { by, as }, 'moved-away');
      await this.filling.fill(tx, from);
      await this.filling.announce(tx, to.id, [moved.id], 'moved');
      return told(moved, [...standing, moved]);
    });
  }

  /** Gives what is free to those who wait: for what becomes free, or theirs, by the time alone. */
  fill(sessionId: string, inside?: EntityManager): Promise<void> {
    return this.in([sessionId], inside, async (tx) => {
      await this.filling.fill(tx, await this.alone(tx, sessionId));
    });
  }

  private async take(
    tx: EntityManager,
    session: PlannedSession,
    who: Who,
    { booker, seat, by, standing: read }: Taking,
  ): Promise<Booking> {
    const { standing } = await this.filling.fill(tx, session, read);
    const there = standing.find((one) => isOf(one, who));
    if (!there) {
      const booking = await this.comes(tx, session, who, booker, { standing, seat, by });
      await this.filling.announce(tx, session.id, [booking.id], booking.state === 'booked' ? 'booked' : 'waiting');
      return told(booking, [...standing, booking]);
    }
    const wanted = seat ?? there.seat;
    const isSame = there.state === 'booked' && wanted === there.seat;
    if (isSame || whyNot(session, booker, wanted, this.clock.now()) !== undefined) return told(there, standing);
    const others = standing.filter(({ id }) => id !== there.id);
    const asked = { audience: there.audience, seat: wanted };
    const sits = place(session.pools, others, asked, this.at(session));
    if (sits.state === 'waiting') return told(there, standing);
    const isPromoted = there.state === 'waiting';
    const change = { ...sits, seat: wanted, toldAt: null, ...(isPromoted && { promotedAt: this.clock.now() }) };
    await this.rows.update(tx, there.id, change);
    // Null, of a guest and of who acts: the guest.
    const taken = by === who.personId ? 'taken' : 'promoted';
    await this.filling.announce(tx, session.id, [there.id], isPromoted ? taken : 'session-changed');
    const { standing: now } = await this.filling.fill(tx, session);
    return told(Object.assign(there, change), now);
  }

  /** @throws CannotBeBooked */
  private async comes(
    tx: EntityManager,
    session: PlannedSession,
    who: Who,
    booker: Booker,
    { standing, seat, by, but = null }: Coming,
  ): Promise<BookingEntity> {
    const now = this.clock.now();
    const wanted = seat ?? seatsOf(session)[0] ?? 'room';
    const why = whyNot(session, booker, wanted, now);
    if (why) throw new CannotBeBooked(why);
    await this.oneTalkOnly(tx, session, who, but);
    const asks = { audience: booker.audience, seat: wanted };
    const booking = await this.rows.add(tx, {
      id: this.ids.uuid(),
      sessionId: session.id,
      personId: who.personId,
      guestId: who.guestId,
      ...asks,
      ...place(session.pools, standing, asks, this.at(session)),
      bookedAt: now,
      bookedBy: by,
    });
    await this.record(tx, booking, by, 'booking.made');
    return booking;
  }

  /** Whoever had two talks would keep one from somebody else. @throws CannotBeBooked */
  private async oneTalkOnly(tx: EntityManager, { event }: PlannedSession, { personId }: Who, but: string | null) {
    if (event === null || !isTalk({ event }) || personId === null) return;
    await this.rows.aloneWithTalks(tx, event.id, personId);
    const asked = { eventId: event.id, personId, now: this.clock.now(), but };
    if (await this.rows.hasAnother(tx, asked)) throw new CannotBeBooked('has another');
  }

  private async end(
    tx: EntityManager,
    booking: BookingEntity,
    { by, as }: Pick<CancelAsked, 'by' | 'as'>,
    doing: BookingDoing = `cancelled-by-${as}`,
  ): Promise<void> {
    await this.rows.cancel(tx, booking.id, by, as, this.clock.now());
    await this.record(tx, booking, by, 'booking.cancelled');
    await this.filling.announce(tx, booking.sessionId, [booking.id], doing);
  }

  /** Alone with the session until the end of the transaction. @throws SessionNotFound */
  private async alone(tx: EntityManager, sessionId: string): Promise<PlannedSession> {
    await this.programme.alone(tx, [sessionId]);
    const session = await this.programme.find(sessionId, tx);
    if (!session) throw new SessionNotFound();
    return session;
  }

  private async found(
    tx: EntityManager | undefined,
    id: string,
    { by, as }: Pick<CancelAsked, 'by' | 'as'>,
  ): Promise<BookingEntity> {
    const booking = await this.rows.find(id, tx);
    if (!booking || (as === 'self' && booking.personId !== by)) throw new BookingNotFound();
    return booking;
  }

  private async booker(tx: EntityManager, personId: string): Promise<Booker> {
    const booker = await this.rows.booker(tx, personId, this.today());
    if (!booker) throw new NobodyToBook();
    return booker;
  }

  private async bookerOf(tx: EntityManager, { personId }: Who): Promise<Booker> {
    return personId === null ? { audience: 'partner', bodies: [] } : this.booker(tx, personId);
  }

  private at(session: PlannedSession) {
    return { today: this.today(), isAutomatic: isAutomatic(session, this.clock.now()) };
  }

  private today() {
    return dayInLondon(this.clock.now());
  }

  /** Whoever is inside a transaction already has the lock of the database to wait for. */
  private in<T>(
    sessionIds: readonly string[],
    inside: EntityManager | undefined,
    act: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    return inside ? act(inside) : this.turns.take(sessionIds, () => this.transactions.run(act));
  }

  /** One's own bookings are no acts of the desk: the rows stay. */
  private async record(tx: EntityManager, booking: BookingEntity, by: string | null, action: string): Promise<void> {
    if (by === null || by === booking.personId) return;
    const { sessionId, personId, guestId, seat, state } = booking;
    const detail = { booking: booking.id, personId, guestId, seat, state };
    await this.audit.record(tx, { actorId: by, action, subjectType: 'session', subjectId: sessionId, detail });
  }
}

const isOf = (one: Who, who: Who): boolean => one.personId === who.personId && one.guestId === who.guestId;

const isTalk = ({ event }: Pick<PlannedSession, 'event'>): boolean => event?.kind === 'one-to-one';

/** As others see it. */
function told(booking: BookingEntity, standing: readonly BookingEntity[]): Booking {
  const { poolAudience: _, toldAt: __, ...shown } = booking;
  return { ...shown, ahead: booking.state === 'waiting' ? ahead(standing, booking) : null };
}
