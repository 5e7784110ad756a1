import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

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
    for (const followUp of followUps) {
      try {
        await followUp();
      } catch (error) {
        this.logger.error(error);
      }
    }
    return result;
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
}

/**
 * Runs `followUp` once `tx` is durably committed, and never when it is rolled back. The process may die in between:
 * only do here what a sweeper repairs. Its errors are logged and do not reach whoever committed.
 */
export function afterCommit(tx: EntityManager, followUp: AfterCommit): void {
  const followUps = waiting.get(tx);
  if (!followUps) throw new Error('afterCommit needs a transaction opened by Transactions.run');
  followUps.push(followUp);
}
