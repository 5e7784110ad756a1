import { Injectable } from '@nestjs/common';
import { Clock, RepeatedWork, Transactions } from '@induct/platform';
import { ForgettingRepository } from './forgetting.repository';

const EVERY_MS = 3_600_000;

/** What is kept for a while only goes when its time is over: needs, names of guests, requests that nobody confirmed. */
@Injectable()
export class Forgetting extends RepeatedWork {
  constructor(
    private readonly rows: ForgettingRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super('forgetting', EVERY_MS);
  }

  async work(): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run((tx) => this.rows.needs(tx, now));
    await this.transactions.run((tx) => this.rows.guests(tx, now));
    await this.transactions.run((tx) => this.rows.requests(tx, now));
  }
}
