import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, errorWords, Repeating, Transactions } from '@induct/platform';
import { ForgettingRepository } from './forgetting.repository';

const EVERY_MS = 3_600_000;

/** What is kept for a while only goes when its time is over: needs, names of guests, requests that nobody confirmed. */
@Injectable()
export class Forgetting implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Forgetting.name);
  private readonly looking = new Repeating(
    EVERY_MS,
    () => this.forget(),
    (error) => this.logger.warn(`forgetting: ${errorWords(error)}`),
  );

  constructor(
    private readonly rows: ForgettingRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.looking.start(0);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.looking.stop();
  }

  async forget(): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run((tx) => this.rows.needs(tx, now));
    await this.transactions.run((tx) => this.rows.guests(tx, now));
    await this.transactions.run((tx) => this.rows.requests(tx, now));
  }
}
