import { Injectable } from '@nestjs/common';
import { type AskedReader, type Look, WEEKDAYS } from '@induct/letters';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { inEffect } from '../awards/scheme.repository';
import type { Step } from './ladder';
import { TopUpEntity } from './top-up.entity';

/** Of one person, whose id the caller has. */
export type KeptTopUp = Omit<TopUpEntity, 'personId'>;

@Injectable()
export class TopUpRepository {
  constructor(private readonly source: DataSource) {}

  /** Whether it is worth working out: a version that asks it came after an award of theirs, or they have such a row. */
  async mayBeAsked(tx: EntityManager, personId: string, today: Day): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from scheme s join ${inEffect('$2::date')} on true
        where v.top_up_by is not null
          and exists (select from award a where a.person_id = $1 and a.scheme_id = s.id and a.scheme_version_id <> v.id)
       union all select from top_up where person_id = $1 and closed_on is null
        limit 1`,
      [personId, today],
    );
    return rows.length > 0;
  }

  /** Whoever has left keeps their awards, and is asked nothing. */
  async isHere(tx: EntityManager, personId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select from person_current where id = $1 and is_active', [personId]);
    return rows.length > 0;
  }

  ofPerson(tx: EntityManager, personId: string): Promise<KeptTopUp[]> {
    return tx.query<KeptTopUp[]>(
      `select scheme_version_id as "schemeVersionId", made_on::text as "madeOn", closed_on::text as "closedOn",
              ask_on::text as "askOn", said_step as "saidStep"
         from top_up where person_id = $1`,
      [personId],
    );
  }

  /** It is asked from today on, or again. The ladder says then when there is something to say. */
  async ask(tx: EntityManager, personId: string, schemeVersionId: string, today: Day): Promise<void> {
    await tx.query(
      `insert into top_up (person_id, scheme_version_id, made_on, ask_on) values ($1, $2, $3, $3)
       on conflict (person_id, scheme_version_id) do update set closed_on = null, ask_on = excluded.ask_on`,
      [personId, schemeVersionId, today],
    );
  }

  async close(tx: EntityManager, personId: string, schemeVersionIds: readonly string[], on: Day): Promise<void> {
    await tx.query(
      'update top_up set closed_on = $3, ask_on = null where person_id = $1 and scheme_version_id = any($2)',
      [personId, schemeVersionIds, on],
    );
  }

  async lookAgain(
    tx: EntityManager,
    personId: string,
    schemeVersionId: string,
    next: { askOn: Day | null; saidStep: Step | null },
  ): Promise<void> {
    await tx.update(TopUpEntity, { personId, schemeVersionId }, next);
  }

  /** Whom something is to be said to, and who may be asked today: active people, by id. */
  toAsk({ today, untilByWeekday, after, limit }: Look): Promise<AskedReader[]> {
    return this.source.query<AskedReader[]>(
      `select p.id as "personId", p.name, p.email
         from person_current p left join reminder_choice_standing c on c.person_id = p.id
        where p.is_active and coalesce(c.next_from <= $1, true) and p.id::text > $3
          and exists (select from top_up t where t.person_id = p.id
                and t.ask_on <= case when c.how = 'weekly' then ($2::date[])[c.weekday] else $1::date end)
        order by p.id::text limit $4`,
      [today, WEEKDAYS.map((weekday) => untilByWeekday[weekday]), after, limit],
    );
  }
}
