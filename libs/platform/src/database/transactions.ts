import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Question, together } from './together';
import { withTransactionInHand } from './transaction-in-hand';

type AfterCommit = () => Promise<void> | void;

/** What stands to be done at the end of a transaction. */
interface AtTheEnd {
  readonly followUps: AfterCommit[];
  /** What goes out with the commit; where the commit goes out by itself there is none. */
  readonly last?: Question<AfterCommit>[];
}

const ends = new WeakMap<EntityManager, AtTheEnd>();

/** Services open transactions here; repositories take the `tx` it hands out. */
@Injectable()
export class Transactions {
  private readonly logger = new Logger(Transactions.name);

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws QueryOutsideTheTransaction when `work` queries without its `tx`, and when it opens another transaction */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const followUps: AfterCommit[] = [];
    const result = await this.source.transaction((tx) => {
      ends.set(tx, { followUps });
      return work(tx);
    });
    await this.followUp(followUps);
    return result;
  }

  /**
   * The same for work that begins with questions (`together`): they go out with the beginning of the transaction, and are
   * waited for once. So is what is to be done `withCommit`.
   */
  async asking<Asked extends unknown[], T>(
    questions: { [K in keyof Asked]: Question<Asked[K]> },
    work: (tx: EntityManager, answers: Asked) => Promise<T>,
  ): Promise<T> {
    const atTheEnd = { followUps: [] as AfterCommit[], last: [] as Question<AfterCommit>[] };
    const runner = this.source.createQueryRunner();
    const tx = runner.manager;
    ends.set(tx, atTheEnd);
    try {
      await runner.connect();
      // As if TypeORM had begun it: the beginning is the first of the statements.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      const result = await withTransactionInHand(async () => {
        const [, ...answers] = await together<[void, ...Asked]>(tx, [BEGIN, ...questions]);
        return work(tx, answers);
      });
      const followUps = await together<AfterCommit[]>(tx, [...atTheEnd.last, COMMIT]);
      Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
      await this.followUp([...followUps, ...atTheEnd.followUps]);
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
        ends.set(tx, { followUps: [] });
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
const COMMIT: Question<AfterCommit> = {
  statements: [{ name: 'commit', text: 'commit', values: [] }],
  answer: () => () => undefined,
};

/**
 * Runs `followUp` once `tx` is durably committed, and never when it is rolled back. The process may die in between:
 * only do here what a sweeper repairs. Its errors are logged and do not reach whoever committed.
 */
export function afterCommit(tx: EntityManager, followUp: AfterCommit): void {
  endOf(tx).followUps.push(followUp);
}

/**
 * Asks what nobody waits for within the transaction: it goes out in one message with the commit, after everything else, where the
 * transaction can do that (`asking`), and at once where it cannot. What it may not find, it has to fail for: then nothing is committed.
 * @param then hears the answer once it is committed, as `afterCommit` does
 */
export async function withCommit<T>(
  tx: EntityManager,
  asked: Question<T>,
  then: (answer: T) => Promise<void> | void,
): Promise<void> {
  const followedUp: Question<AfterCommit> = {
    statements: asked.statements,
    answer: (rows) => {
      const told = asked.answer(rows);
      return () => then(told);
    },
  };
  const { last, followUps } = endOf(tx);
  if (last) last.push(followedUp);
  else followUps.push(...(await together(tx, [followedUp])));
}

function endOf(tx: EntityManager): AtTheEnd {
  const end = ends.get(tx);
  if (!end) throw new Error('This needs a transaction opened by Transactions');
  return end;
}
