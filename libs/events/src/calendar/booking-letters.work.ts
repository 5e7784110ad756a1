import { Injectable } from '@nestjs/common';
import { areLetterHours } from '@induct/letters';
import { Clock, dayInLondon, daysLater, momentInLondon, RepeatedWork } from '@induct/platform';
import { BookingLetters } from './booking-letters.service';
import { CalendarRepository } from './calendar.repository';

const EVERY_MS = 60_000;
const AT_ONCE = 200;
/** When it is said that something is tomorrow. */
const REMINDS_AT = '08:00';

/** Writes what waited for the hours of letters; and that it is tomorrow, from eight in the morning on, whatever day that is. */
@Injectable()
export class BookingLettersWork extends RepeatedWork {
  constructor(
    private readonly letters: BookingLetters,
    private readonly rows: CalendarRepository,
    private readonly clock: Clock,
  ) {
    super('letters about bookings', EVERY_MS);
  }

  async work(): Promise<void> {
    const now = this.clock.now();
    if (areLetterHours(now)) {
      await this.each(
        () => this.rows.waiting(AT_ONCE),
        (id) => this.letters.writeWaiting(id),
      );
    }
    const today = dayInLondon(now);
    const had = momentInLondon(today, REMINDS_AT);
    if (now < had) return;
    const on = daysLater(today, 1);
    await this.each(
      () => this.rows.tomorrow({ on, before: today, had, limit: AT_ONCE }),
      (id) => this.letters.remind(id, on),
    );
  }

  private async each(read: () => Promise<string[]>, act: (bookingId: string) => Promise<void>): Promise<void> {
    let ids: string[];
    do {
      ids = await read();
      for (const id of ids) {
        if (this.isStopping) return;
        await act(id);
      }
    } while (ids.length === AT_ONCE);
  }
}
