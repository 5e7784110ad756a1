import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { errorWords } from '../errors/error-facts';
import { DomainError } from '../errors/domain-error';
import { PATIENCE, type Patience } from './patience';
import { refuseWithTransactionInHand, withTransactionInHand } from './transaction-in-hand';

/** All connections are in use for too long, or the database is away. */
export class NoDatabaseConnection extends DomainError {
  readonly kind = 'unavailable';
  readonly title = 'Induct is not available for a moment';
  override readonly remedy = 'Please try again in half a minute.';

  constructor(override readonly cause: unknown) {
    super('Too much is being asked of it at once, or its database is away. Nothing you saved before was lost.');
  }
}

/** The bounds as `pg` takes them, for a pool of one's own. */
export const poolBounds = (patience: Patience = PATIENCE) => ({
  connectionTimeoutMillis: patience.connection,
  statement_timeout: patience.statement,
  idle_in_transaction_session_timeout: patience.idleInTransaction,
  keepAlive: true,
});

/** One line in this time, in milliseconds: a flood is no reason to flood the log. */
const SAID_EVERY = 10_000;

/**
 * Watches the one place where the process takes connections: nobody gets a second one while a transaction is in hand, however
 * it was opened, and who gets none is told so.
 */
export function watchConnections(source: DataSource): void {
  markTransactions(source.manager);
  const logger = new Logger('Database');
  const driver = source.driver as PostgresDriver;
  const obtain = driver.obtainMasterConnection.bind(driver);
  let saidAt = -Infinity;
  driver.obtainMasterConnection = async () => {
    refuseWithTransactionInHand();
    try {
      return (await obtain()) as [unknown, Function];
    } catch (error) {
      if (performance.now() - saidAt > SAID_EVERY) {
        saidAt = performance.now();
        logger.warn(`No connection (${errorWords(error)}): ${stateOf(driver)}`);
      }
      throw new NoDatabaseConnection(error);
    }
  };
}

function stateOf({ master }: PostgresDriver): string {
  const pool = master as { totalCount: number; idleCount: number; waitingCount: number } | undefined;
  // Whoever closes it takes the pool away.
  if (!pool) return 'the database is closed';
  return `${pool.totalCount - pool.idleCount} in use, ${pool.waitingCount} waiting`;
}

/** `transaction` takes its work, and perhaps an isolation level before it. */
function markTransactions(manager: EntityManager): void {
  const transaction = manager.transaction.bind(manager) as (...given: unknown[]) => Promise<unknown>;
  const marked = (...given: unknown[]) => transaction(...given.map((one) => (isWork(one) ? inHand(one) : one)));
  manager.transaction = marked as EntityManager['transaction'];
}

type Work = (tx: EntityManager) => Promise<unknown>;
const isWork = (given: unknown): given is Work => typeof given === 'function';
const inHand =
  (work: Work): Work =>
  (tx) =>
    withTransactionInHand(() => work(tx));
