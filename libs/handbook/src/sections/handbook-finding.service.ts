import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon, SearchEntries, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { HANDBOOK_KIND, handbookFindable } from './handbook-findable';
import { HandbookTextRepository } from './handbook-texts.repository';

/** Keeps what can be found of the handbook as it is read. It is small: all of it is looked at, and only what differs is written. */
@Injectable()
export class HandbookFinding {
  constructor(
    private readonly texts: HandbookTextRepository,
    private readonly entries: SearchEntries,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that changed what is read. */
  async renew(tx: EntityManager): Promise<void> {
    const live = await this.texts.liveEverywhere(tx);
    await this.entries.replace(tx, [HANDBOOK_KIND], handbookFindable(live, dayInLondon(this.clock.now())));
  }

  /** On another day: questions end by themselves. */
  renewToday(): Promise<void> {
    return this.transactions.run((tx) => this.renew(tx));
  }
}
