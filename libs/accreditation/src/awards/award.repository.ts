import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { AwardEntity } from './award.entity';

@Injectable()
export class AwardRepository {
  constructor(private readonly source: DataSource) {}

  async has(tx: EntityManager, personId: string, schemeId: string): Promise<boolean> {
    return tx.existsBy(AwardEntity, { personId, schemeId });
  }

  /**
   * Whether somebody has what would be issued: an award that is valid that day, with a certificate that can count or with
   * none yet.
   */
  async stands(tx: EntityManager, personId: string, schemeId: string, day: Day): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from award a
        where a.person_id = $1 and a.scheme_id = $2 and a.valid_until >= $3::date
          and (not exists (select from certificate c where c.award_id = a.id)
               or exists (select from certificate c where c.award_id = a.id and c.state in ('issued', 'suspended')))
        limit 1`,
      [personId, schemeId, day],
    );
    return rows.length > 0;
  }

  /** 0 before the first. */
  async lastPeriod(tx: EntityManager, personId: string, schemeId: string): Promise<number> {
    const [row] = await tx.query<{ last: number }[]>(
      'select coalesce(max(period), 0) as last from award where person_id = $1 and scheme_id = $2',
      [personId, schemeId],
    );
    return row!.last;
  }

  /** Those of them who have no award of this scheme yet. */
  async without(personIds: readonly string[], schemeId: string): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `select id from unnest($1::uuid[]) as person (id)
        where not exists (select 1 from award where person_id = person.id and scheme_id = $2)`,
      [personIds, schemeId],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns whether the award is new: person, scheme and period are unique */
  async add(tx: EntityManager, award: AwardEntity): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into award (id, scheme_id, scheme_version_id, person_id, period, awarded_at, valid_until, evidence)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (person_id, scheme_id, period) do nothing
       returning 1`,
      [
        award.id,
        award.schemeId,
        award.schemeVersionId,
        award.personId,
        award.period,
        award.awardedAt,
        award.validUntil,
        JSON.stringify(award.evidence),
      ],
    );
    return rows.length > 0;
  }
}
