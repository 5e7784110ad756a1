import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BookingDoing } from '../bookings/booking.words';

/** A letter about a booking that waits for the hours in which people are written to. */
@Entity({ name: 'booking_letter' })
export class BookingLetterEntity {
  @PrimaryColumn('uuid')
  bookingId: string;

  @Column('text')
  what: BookingDoing;

  @Column('timestamptz')
  since: Date;
}
