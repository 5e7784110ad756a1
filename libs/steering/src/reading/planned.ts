import { prepared } from '@induct/platform';
import type { QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Reads with a statement that each connection plans once: what the pages of the steering group ask joins so many tables that
 * planning it costs more than running it. @param name of this text and of no other
 */
export async function planned<Row extends QueryResultRow>(
  source: DataSource,
  name: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const runner = source.createQueryRunner();
  try {
    return await prepared<Row>(runner.manager, name, text, values);
  } finally {
    await runner.release();
  }
}
