import type { PersonCurrent } from '@induct/people';
import type { GuestEntity } from '../partners/guest.entity';
import type { PartnerEntity } from '../partners/partner.entity';
import type { PlannedSession } from '../programme/programme.repository';
import type { Seat } from '../programme/programme.words';
import type { BookingEntity } from './booking.entity';

/** A booking, as it is after an act. */
export interface Booking extends Omit<BookingEntity, 'poolAudience' | 'toldAt'> {
  /** Of those who wait for the same kind of place, how many come before it; null: it does not wait. */
  ahead: number | null;
}

/** @see Bookings.book */
export interface BookAsked {
  sessionId: string;
  personId: string;
  /** In the room when it is left out and there is one. */
  seat?: Seat;
  /** The person, or the officer who does it for them; null: Induct itself, for a demo council. */
  by: string | null;
}

/** @see Bookings.bookGuest */
export interface GuestAsked {
  sessionId: string;
  guestId: string;
  seat?: Seat;
  /** Null: the guest. */
  by: string | null;
}

/** @see Bookings.cancel */
export interface CancelAsked {
  bookingId: string;
  /** Null: a guest, or Induct itself for a demo council. */
  by: string | null;
  /** As `self` only one's own; another's is not found. */
  as: 'self' | 'officer';
}

/** @see Bookings.move */
export interface MoveAsked {
  bookingId: string;
  toSessionId: string;
  by: string | null;
  as?: 'self' | 'officer';
}

/** A booking with the session it is for, for whoever has it. */
export interface OwnBooking extends Booking {
  session: Pick<
    PlannedSession,
    'id' | 'state' | 'place' | 'onlineUrl' | 'cancelReason' | 'parts' | 'startsAt' | 'endsAt'
  > & { slug: string | null; title: string | null };
}

export interface OwnBookingsPage {
  show: 'coming' | 'past' | 'cancelled';
  /** From 1. */
  page: number;
  per: number;
}

/** A booking with whose it is, for the desk. */
export interface SessionBooking extends Booking {
  /** Null: a guest who is forgotten. */
  name: PersonCurrent['name'] | null;
  email: PersonCurrent['email'] | null;
  politicalGroup: PersonCurrent['politicalGroup'];
  /** Of a guest. */
  partner: PartnerEntity['name'] | null;
  partnerId: GuestEntity['partnerId'] | null;
}
