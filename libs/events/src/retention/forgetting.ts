import { Injectable } from '@nestjs/common';
import { Clock, FileStore, RepeatedWork, Transactions } from '@induct/platform';
import { sheetsLiveSince } from '../sign-in/sheets-live';
import { ForgettingRepository } from './forgetting.repository';

const EVERY_MS = 3_600_000;

/** What is kept for a while only goes when its time is over: needs, names of guests, requests that nobody confirmed, sign-in sheets. */
@Injectable()
export class Forgetting extends RepeatedWork {
  constructor(
    private readonly rows: ForgettingRepository,
    private readonly files: FileStore,
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
    await this.sheets(sheetsLiveSince(now));
  }

  /** The files first: if this process ends in between, the rows still name them. */
  private async sheets(since: Date): Promise<void> {
    const { sessionIds, files } = await this.transactions.run((tx) => this.rows.oldSheets(tx, since));
    if (sessionIds.length === 0) return;
    for (const file of files) await this.files.remove(file);
    await this.transactions.run((tx) => this.rows.forgetSheets(tx, sessionIds, since));
  }
}
