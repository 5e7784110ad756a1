import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon, errorWords, RepeatedWork } from '@induct/platform';
import { BookingRepository } from './booking.repository';
import { Bookings } from './bookings.service';

const EVERY_MS = 60_000;

/**
 * Gives what becomes free by the time alone: places that open to all, those of people who have left, and what an act has left
 * behind.
 */
@Injectable()
export class BookingSweeper extends RepeatedWork {
  constructor(
    private readonly rows: BookingRepository,
    private readonly bookings: Bookings,
    private readonly clock: Clock,
  ) {
    super('places that are free', EVERY_MS);
  }

  /** One that cannot be filled does not stop the others. @returns how many were looked at */
  async work(): Promise<number> {
    const now = this.clock.now();
    const left = await this.rows.ofThoseWhoLeft(now);
    for (const bookingId of left) {
      if (this.isStopping) break;
      await this.bookings
        .cancel({ bookingId, by: null, as: 'officer' })
        .catch((error: Error) => this.logger.warn(`Booking ${bookingId} could not be ended: ${errorWords(error)}`));
    }
    const due = await this.rows.toFill(dayInLondon(now), now);
    for (const id of due) {
      if (this.isStopping) break;
      await this.bookings
        .fill(id)
        .catch((error: Error) => this.logger.warn(`Session ${id} could not be filled: ${errorWords(error)}`));
    }
    return left.length + due.length;
  }
}
