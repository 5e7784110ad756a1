import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  CONFIG,
  type Config,
  NoDatabaseConnection,
  poolBounds,
  refuseWithTransactionInHand,
  errorWords,
} from '@induct/platform';
import { Pool, type QueryResultRow } from 'pg';

/** What `pg` says when the pool had no connection in time. */
const WAITED_IN_VAIN = /timeout exceeded when trying to connect|due to connection timeout/;

/**
 * Connections for what every commit and every launch asks: named prepared statements, planned once. PostgreSQL would
 * otherwise plan anew for each length of the arrays it is given, which costs more than running the statement.
 */
@Injectable()
export class RunTimePool implements OnApplicationShutdown {
  private readonly logger = new Logger(RunTimePool.name);
  private readonly pool: Pool;

  constructor(@Inject(CONFIG) config: Config) {
    const options = '-c plan_cache_mode=force_generic_plan';
    this.pool = new Pool({ connectionString: config.DATABASE_URL, max: 4, options, ...poolBounds() });
    // Without a listener a connection that is cut while idle ends the process.
    this.pool.on('error', (error) => this.logger.warn(errorWords(error)));
  }

  async query<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    refuseWithTransactionInHand();
    try {
      const { rows } = await this.pool.query<Row>({ name, text, values });
      return rows;
    } catch (error) {
      if (WAITED_IN_VAIN.test((error as Error).message)) throw new NoDatabaseConnection(error);
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
