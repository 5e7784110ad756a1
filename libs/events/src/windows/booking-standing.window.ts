import { ViewColumn, ViewEntity } from 'typeorm';
import type { BookingAudience, BookingState, CancelBy } from '../bookings/booking.words';
import type { Seat } from '../programme/programme.words';

/** Somebody has a place at a session, waits for one, or has cancelled. */
@ViewEntity({ name: 'booking_standing', synchronize: false })
export class BookingStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  sessionId: string;

  /** Null of a guest. */
  @ViewColumn()
  personId: string | null;

  /** Somebody of a partner council. */
  @ViewColumn()
  guestId: string | null;

  @ViewColumn()
  audience: BookingAudience;

  @ViewColumn()
  seat: Seat;

  @ViewColumn()
  state: BookingState;

  /** In the order in which they came to that session, from 1. */
  @ViewColumn()
  number: number;

  @ViewColumn()
  bookedAt: Date;

  /** When whoever waited was given a place. */
  @ViewColumn()
  promotedAt: Date | null;

  @ViewColumn()
  cancelledAt: Date | null;

  @ViewColumn()
  cancelBy: CancelBy | null;
}
