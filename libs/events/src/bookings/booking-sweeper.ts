import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, dayInLondon, errorWords, Repeating } from '@induct/platform';
import { BookingRepository } from './booking.repository';
import { Bookings } from './bookings.service';

const EVERY_MS = 60_000;

/** Gives what becomes free by the time alone: places that open to all, and what an act has left behind. */
@Injectable()
export class BookingSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(BookingSweeper.name);
  private readonly looking = new Repeating(
    EVERY_MS,
    () => this.sweep(),
    (error) => this.logger.warn(errorWords(error)),
  );

  constructor(
    private readonly rows: BookingRepository,
    private readonly bookings: Bookings,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.looking.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.looking.stop();
  }

  /** One that cannot be filled does not stop the others. @returns how many were looked at */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    const due = await this.rows.toFill(dayInLondon(now), now);
    for (const id of due)
      await this.bookings
        .fill(id)
        .catch((error: Error) => this.logger.warn(`Session ${id} could not be filled: ${errorWords(error)}`));
    return due.length;
  }
}
