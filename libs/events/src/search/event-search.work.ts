import { Injectable } from '@nestjs/common';
import { type Searchable, SearchEntries, SearchRepair, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EVENT, EventEntries } from '../programme/event-entries';

/** Events as they are found, anew. */
@Injectable()
export class EventSearchWork extends SearchRepair {
  constructor(
    transactions: Transactions,
    entries: SearchEntries,
    private readonly events: EventEntries,
  ) {
    super(transactions, entries, [EVENT]);
  }

  protected all(tx: EntityManager): Promise<Searchable[]> {
    return this.events.all(tx);
  }
}
