import { Injectable } from '@nestjs/common';
import { type Searchable, SearchEntries, SearchRepair, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { LIBRARY, ResourceEntries } from './resource-entries';

/** The library as it is found, anew. */
@Injectable()
export class LibrarySearchWork extends SearchRepair {
  constructor(
    transactions: Transactions,
    entries: SearchEntries,
    private readonly resources: ResourceEntries,
  ) {
    super(transactions, entries, [LIBRARY]);
  }

  protected all(tx: EntityManager): Promise<Searchable[]> {
    return this.resources.all(tx);
  }
}
