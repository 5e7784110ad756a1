import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';

@Injectable()
export class AwardRepository {
  constructor(private readonly source: DataSource) {}

  /** Those of them who have no award of one of these schemes yet. */
  async without(personIds: readonly string[], schemeIds: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `select id from unnest($1::uuid[]) as person (id)
        where exists (
          select from unnest($2::uuid[]) as scheme (id)
           where not exists (select from award where person_id = person.id and scheme_id = scheme.id))`,
      [personIds, schemeIds],
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
