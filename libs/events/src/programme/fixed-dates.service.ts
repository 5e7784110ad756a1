import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type Day, Ids, Transactions } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { FixedDateEntity } from './fixed-date.entity';
import { FixedDateIsThere, FixedDateNotFound } from './programme.errors';

/** Days that others have set, and the programme goes round: meetings, polls, days on which the council is closed. */
@Injectable()
export class FixedDates {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param by null: Induct itself @returns its id @throws FixedDateIsThere */
  add(
    date: Pick<FixedDateEntity, 'on' | 'kind' | 'title'>,
    by: string | null,
    inside?: EntityManager,
  ): Promise<string> {
    const write = async (tx: EntityManager) => {
      const id = this.ids.uuid();
      await added(tx.insert(FixedDateEntity, { ...date, id, recordedAt: this.clock.now(), recordedBy: by }));
      await this.record(tx, by, 'fixed-date.added', id, date);
      return id;
    };
    return inside ? write(inside) : this.transactions.run(write);
  }

  remove(id: string, by: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      await tx.delete(FixedDateEntity, { id });
      await this.record(tx, by, 'fixed-date.removed', id, {});
    });
  }

  /** @throws FixedDateNotFound */
  async one(id: string): Promise<FixedDateEntity> {
    const date = await this.source.manager.findOneBy(FixedDateEntity, { id });
    if (!date) throw new FixedDateNotFound();
    return date;
  }

  between(first: Day, last: Day, tx: EntityManager = this.source.manager): Promise<FixedDateEntity[]> {
    return tx.query<FixedDateEntity[]>(
      `select id, "on"::text, kind, title, recorded_at as "recordedAt", recorded_by as "recordedBy"
         from fixed_date where "on" between $1 and $2 order by "on", title`,
      [first, last],
    );
  }

  /** What Induct itself does for a demo council is not on record. */
  private async record(
    tx: EntityManager,
    by: string | null,
    action: string,
    subjectId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    if (by !== null) await this.audit.record(tx, { actorId: by, action, subjectType: 'fixed-date', subjectId, detail });
  }
}

async function added(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'fixed_date_on_title_key') throw new FixedDateIsThere();
    throw error;
  }
}
