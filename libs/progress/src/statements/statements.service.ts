import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, CONFIG, type Config, Transactions } from '@induct/platform';
import { recordStoreIn } from './record-store';
import { StatementRepository } from './statement.repository';

export interface StatementsStanding {
  waiting: number;
  refused: { words: string; count: number }[];
  /** Why the last turn did not tell everything. */
  problem: string | null;
}

/** What the desk sees of the record store. */
@Injectable()
export class Statements {
  constructor(
    private readonly statements: StatementRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Undefined when there is no record store. */
  async standing(): Promise<StatementsStanding | undefined> {
    if (!recordStoreIn(this.config)) return undefined;
    const [counts, sending] = await Promise.all([this.statements.counts(), this.statements.sending()]);
    return { ...counts, problem: sending?.problem ?? null };
  }

  /** Lets those that were refused be tried again. @param by person */
  async retry(by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const count = await this.statements.retry(tx);
      if (count === 0) return;
      await this.audit.record(tx, {
        actorId: by,
        action: 'statements.retried',
        subjectType: 'record_store',
        subjectId: 'statements',
        detail: { count },
      });
    });
  }
}
