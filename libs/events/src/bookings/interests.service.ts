import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon, Transactions } from '@induct/platform';
import { EventNotFound } from '../programme/programme.errors';
import { ProgrammeRepository } from '../programme/programme.repository';
import { NobodyToBook } from './booking.errors';
import { BookingRepository } from './booking.repository';

/** Who wants to be told of a date. */
@Injectable()
export class Interests {
  constructor(
    private readonly programme: ProgrammeRepository,
    private readonly rows: BookingRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Tells them when there is a date. Asked again, nothing happens. @throws EventNotFound, NobodyToBook */
  async ask(eventId: string, personId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.programme.findEvent(eventId, tx))) throw new EventNotFound();
      const now = this.clock.now();
      if (!(await this.rows.booker(tx, personId, dayInLondon(now)))) throw new NobodyToBook();
      await this.rows.addInterest(tx, [{ eventId, personId, askedAt: now }]);
    });
  }

  /** Tells them no more. */
  async end(eventId: string, personId: string): Promise<void> {
    await this.transactions.run((tx) => this.rows.removeInterest(tx, { eventId, personId }));
  }

  /** Whether they asked to be told of a date of an event. @throws EventNotFound */
  async of(personId: string, slug: string): Promise<{ eventId: string; isAsked: boolean }> {
    const interest = await this.rows.interest(personId, slug);
    if (!interest) throw new EventNotFound();
    return interest;
  }
}
