import type { Client, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs a statement that each connection plans once: for what is asked so often that planning it anew would cost more than
 * answering. Outside a transaction it is planned each time. @param name of this text and of no other
 */
export async function prepared<Row extends QueryResultRow>(
  tx: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  if (!tx.queryRunner) return tx.query<Row[]>(text, values);
  const client = (await tx.queryRunner.connect()) as Client;
  const { rows } = await client.query<Row>({ name, text, values });
  return rows;
}
