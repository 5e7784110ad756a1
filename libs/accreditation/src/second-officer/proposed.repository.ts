import { type EntityManager, type EntityTarget, type FindOptionsWhere, In, IsNull } from 'typeorm';
import type { Proposed } from './proposed.columns';

/** True of a proposal, by what its table is called in the query, that waits for a second officer. */
export const waits = (of: string): string => `${of}.confirmed_at is null and ${of}.withdrawn_at is null`;

/** The rows of one table of what one officer proposes and another confirms. */
export abstract class ProposedRepository<Row extends Proposed> {
  protected constructor(protected readonly entity: EntityTarget<Row>) {}

  /** @returns false when one about the same waits already */
  async propose(tx: EntityManager, row: Partial<Row>): Promise<boolean> {
    const insert = tx
      .createQueryBuilder()
      .insert()
      .into(this.entity)
      .values(row as never);
    const { raw } = await insert.orIgnore().returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  /** @param more what became of it */
  async confirm(tx: EntityManager, id: string, by: string, at: Date, more: Partial<Row> = {}): Promise<void> {
    await this.change(tx, [id], { confirmedBy: by, confirmedAt: at, ...more });
  }

  async withdraw(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await this.change(tx, [id], { withdrawnBy: by, withdrawnAt: at });
  }

  /** Withdraws those of somebody that wait. @returns them */
  async fall(tx: EntityManager, proposedBy: string, by: string, at: Date): Promise<Row[]> {
    const wait = { proposedBy, confirmedAt: IsNull(), withdrawnAt: IsNull() } as FindOptionsWhere<Row>;
    const rows = await tx.find(this.entity, { where: wait, lock: { mode: 'pessimistic_write' } });
    if (rows.length > 0) {
      const ids = rows.map(({ id }) => id);
      await this.change(tx, ids, { withdrawnBy: by, withdrawnAt: at });
    }
    return rows;
  }

  protected async change(tx: EntityManager, ids: readonly string[], to: object): Promise<void> {
    await tx.update(this.entity, { id: In([...ids]) } as FindOptionsWhere<Row>, to as never);
  }
}
