import { Injectable } from '@nestjs/common';
import { type Searchable, SearchEntries, SearchRepair, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { DESK_MODULE, MODULE, ModuleEntries } from './module-entries';

/** Modules as they are found, anew. */
@Injectable()
export class ModuleSearchWork extends SearchRepair {
  constructor(
    transactions: Transactions,
    entries: SearchEntries,
    private readonly modules: ModuleEntries,
  ) {
    super(transactions, entries, [MODULE, DESK_MODULE]);
  }

  protected all(tx: EntityManager): Promise<Searchable[]> {
    return this.modules.all(tx);
  }
}
