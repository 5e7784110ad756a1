import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions';
import { RepeatedWork } from '../time/repeated-work';
import type { SearchEntries } from './search-entries';
import type { Searchable } from './searchable';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Writes all entries of its kinds anew when the worker starts, and once a day: for councils that were there before they could search,
 * and should one ever be wrong. Where all is right nothing is written.
 */
export abstract class SearchRepair extends RepeatedWork {
  protected constructor(
    private readonly transactions: Transactions,
    private readonly entries: SearchEntries,
    private readonly kinds: readonly string[],
  ) {
    super(`what can be found: ${kinds.join(', ')}`, DAY_MS);
  }

  /** Everything of these kinds that can be found now. Nobody changes it until the transaction ends. */
  protected abstract all(tx: EntityManager): Promise<Searchable[]>;

  async work(): Promise<void> {
    await this.transactions.run(async (tx) => this.entries.replace(tx, this.kinds, await this.all(tx)));
  }
}
