import { Injectable } from '@nestjs/common';
import { type AskedReader, type Look, WEEKDAYS } from '@induct/letters';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ObligationEntity } from './obligation.entity';
import type { SettlingMarkEntity } from './settling-mark.entity';

/** Of whom it is to be worked out anew what is asked. */
@Injectable()
export class MarksRepository {
  constructor(private readonly source: DataSource) {}

  /** @param personIds in the order of their ids */
  async mark(tx: EntityManager, personIds: readonly string[]): Promise<void> {
    await tx.query(
      'insert into settling_mark (id, person_id) select gen_random_uuid(), id from unnest($1::uuid[]) as given (id)',
      [personIds],
    );
  }

  /** Everybody of whom something may be asked. */
  async markEverybody(tx: EntityManager): Promise<void> {
    await tx.query(
      `insert into settling_mark (id, person_id)
       select gen_random_uuid(), person_id from (
         select person_id from role_held
         union select person_id from term_standing where superseded_at is null
         union select person_id from membership_standing where superseded_at is null
         union select person_id from obligation where met_on is null and closed_on is null
         union select person_id from top_up where closed_on is null) p`,
    );
  }

  /** Some of them, in the order of their ids. */
  async marked(limit: number): Promise<string[]> {
    const rows = await this.source.query<Pick<SettlingMarkEntity, 'personId'>[]>(
      'select distinct person_id as "personId" from settling_mark order by 1 limit $1',
      [limit],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Of whom those above are to be told something on or before that day. */
  async toTell(day: Day, limit: number): Promise<string[]> {
    const rows = await this.source.query<Pick<ObligationEntity, 'personId'>[]>(
      `select distinct person_id as "personId" from obligation
        where next_on <= $1 and met_on is null and closed_on is null order by 1 limit $2`,
      [day, limit],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Whom something is to be said to, and who may be asked today: active people, by id. */
  toAsk({ today, untilByWeekday, after, limit }: Look): Promise<AskedReader[]> {
    return this.source.query<AskedReader[]>(
      `select p.id as "personId", p.name, p.email
         from person_current p left join reminder_choice_standing c on c.person_id = p.id
        where p.is_active and coalesce(c.next_from <= $1, true) and p.id::text > $3
          and exists (select from obligation o where o.person_id = p.id and o.met_on is null and o.closed_on is null
                and o.ask_on <= case when c.how = 'weekly' then ($2::date[])[c.weekday] else $1::date end)
        order by p.id::text limit $4`,
      [today, WEEKDAYS.map((weekday) => untilByWeekday[weekday]), after, limit],
    );
  }

  /** Until the end of the transaction nobody else works out what a person has met or is asked. Their marks stay. */
  async lockAlone(tx: EntityManager, personId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('award ' || $1::uuid, 0))`, [personId]);
  }

  /**
   * Until the end of the transaction nobody else works out what a person has met or is asked, and their marks are gone: what
   * is read after it is newer than they are.
   */
  async takeAlone(tx: EntityManager, personId: string): Promise<void> {
    await this.lockAlone(tx, personId);
    await tx.query('delete from settling_mark where person_id = $1', [personId]);
  }
}
