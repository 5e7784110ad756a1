/** How long things of the database may take, in milliseconds. Migrations have no bounds: they run before anybody asks. */
export interface Patience {
  /** For a connection of the pool, also for a new one to be made. Whoever waits longer has reloaded the page by then. */
  connection: number;
  /**
   * Between two statements of a transaction. Printing, mail and readers are outside; an import renames its files, seconds for
   * 20,000 of them. A minute outlives a machine that stops for breath.
   */
  idleInTransaction: number;
  /** A statement, waiting for locks included. The longest honest ones take seconds: an import's rows, a council's figures. */
  statement: number;
}

export const PATIENCE: Patience = { connection: 5000, idleInTransaction: 60_000, statement: 120_000 };
