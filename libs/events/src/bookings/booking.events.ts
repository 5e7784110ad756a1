import type { BookingDoing } from './booking.words';

/** Something has happened to a booking. Heard in the transaction in which it happened. */
export class BookingChanged {
  constructor(
    readonly bookingId: string,
    readonly sessionId: string,
    readonly what: BookingDoing,
    readonly at: Date,
  ) {}
}
