import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Question, together } from './together';
import { withTransactionInHand } from './transaction-in-hand';

type AfterCommit = () => Promise<void> | void;
const waiting = new WeakMap<EntityManager, AfterCommit[]>();

/** Services open transactions here; repositories take the `tx` it hands out. */
@Injectable()
export class Transactions {
  private readonly logger = new Logger(Transactions.name);

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws QueryOutsideTheTransaction when `work` queries without its `tx`, and when it opens another transaction */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const followUps: AfterCommit[] = [];
    const result = await this.source.transaction((tx) => {
      waiting.set(tx, followUps);
      return work(tx);
    });
    await this.followUp(followUps);
    return result;
  }

  /**
   * The same for work that begins with questions (`together`): they go out with the beginning of the transaction, and are
   * waited for once.
   */
  async asking<Asked extends unknown[], T>(
    questions: { [K in keyof Asked]: Question<Asked[K]> },
    work: (tx: EntityManager, answers: Asked) => Promise<T>,
  ): Promise<T> {
    const followUps: AfterCommit[] = [];
    const runner = this.source.createQueryRunner();
    const tx = runner.manager;
    waiting.set(tx, followUps);
    try {
      await runner.connect();
      // As if TypeORM had begun it: the beginning is the first of the statements.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      const result = await withTransactionInHand(async () => {
        const [, ...answers] = await together<[void, ...Asked]>(tx, [BEGIN, ...questions]);
        return work(tx, answers);
      });
      await runner.commitTransaction();
      await this.followUp(followUps);
      return result;
    } catch (error) {
      // Where the connection is gone there is nothing to roll back.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Does all of it and takes it back: what would come of it is known, and nothing has happened. What it would do after the commit
   * is not done.
   * @throws whatever `work` throws
   */
  async rehearse<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const takenBack = new Error('rehearsed');
    let result: { of: T } | undefined;
    try {
      await this.source.transaction(async (tx) => {
        waiting.set(tx, []);
        result = { of: await work(tx) };
        throw takenBack;
      });
    } catch (error) {
      if (error !== takenBack) throw error;
    }
    return result!.of;
  }

  private async followUp(followUps: readonly AfterCommit[]): Promise<void> {
    for (const followUp of followUps) {
      try {
        await followUp();
      } catch (error) {
        this.logger.error(error);
      }
    }
  }
}

const BEGIN: Question<void> = {
  statements: [{ name: 'begin', text: 'start transaction', values: [] }],
  answer: () => undefined,
};

/**
 * Runs `followUp` once `tx` is durably committed, and never when it is rolled back. The process may die in between:
 * only do here what a sweeper repairs. Its errors are logged and do not reach whoever committed.
 */
export function afterCommit(tx: EntityManager, followUp: AfterCommit): void {
  const followUps = waiting.get(tx);
  if (!followUps) throw new Error('afterCommit needs a transaction opened by Transactions.run');
  followUps.push(followUp);
}
