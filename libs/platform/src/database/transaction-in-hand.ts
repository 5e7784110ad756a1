import { AsyncLocalStorage } from 'node:async_hooks';

/** `isOver` once it has been committed or rolled back: what was begun in it and lives on may use the pool again. */
const inHand = new AsyncLocalStorage<{ isOver: boolean }>();

/**
 * Work inside a transaction asked the pool for another connection. Each such piece of work needs two connections at once: as
 * many of them as the pool has connections hold one each and wait for the other for ever.
 */
export class QueryOutsideTheTransaction extends Error {
  constructor() {
    super(
      'A query within a transaction asked for a second connection. Hand the `tx` of Transactions.run on to whatever queries, or do it before or after (afterCommit).',
    );
    this.name = 'QueryOutsideTheTransaction';
  }
}

/** Everything that `work` does, however deep, has the transaction in hand until it returns. */
export async function withTransactionInHand<T>(work: () => Promise<T>): Promise<T> {
  const hand = { isOver: false };
  try {
    return await inHand.run(hand, work);
  } finally {
    hand.isOver = true;
  }
}

/** @throws QueryOutsideTheTransaction */
export function refuseWithTransactionInHand(): void {
  if (inHand.getStore()?.isOver === false) throw new QueryOutsideTheTransaction();
}
