import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import { Pool, type QueryResultRow } from 'pg';

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
    this.pool = new Pool({ connectionString: config.DATABASE_URL, max: 4, keepAlive: true, options });
    // Without a listener a connection that is cut while idle ends the process.
    this.pool.on('error', (error) => this.logger.warn(error.message));
  }

  async query<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values });
    return rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
