import { Injectable } from '@nestjs/common';
import type { AskedReader, Look } from '@induct/letters';
import type { PersonCurrent } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';

type Row = Pick<PersonCurrent, 'name' | 'email'> & { personId: PersonCurrent['id'] };

/** Whom a new edition is told to: members. */
@Injectable()
export class EditionReaders {
  constructor(private readonly source: DataSource) {}

  /** Those who were not told yet and may be written to today, by id. */
  async untold(
    editionId: string,
    { today, after, limit }: Pick<Look, 'today' | 'after' | 'limit'>,
  ): Promise<AskedReader[]> {
    return this.source.query<Row[]>(
      `select p.id as "personId", p.name, p.email
         from person_current p left join reminder_choice_standing c on c.person_id = p.id
        where p.is_active and exists (select from role_held r where r.person_id = p.id and r.role = 'member')
          and coalesce(c.next_from <= $2 and c.how <> 'mandatory', true)
          and not exists (select from handbook_edition_told t where t.edition_id = $1 and t.person_id = p.id)
          and p.id::text > $3
        order by p.id::text limit $4`,
      [editionId, today, after, limit],
    );
  }

  /** @returns false when they were told before, or are no member any more */
  async tell(tx: EntityManager, editionId: string, personId: string, today: Day): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into handbook_edition_told (edition_id, person_id, said_on)
       select $1, $2, $3 where exists (select from role_held where person_id = $2 and role = 'member')
       on conflict do nothing returning 1`,
      [editionId, personId, today],
    );
    return rows.length === 1;
  }
}
