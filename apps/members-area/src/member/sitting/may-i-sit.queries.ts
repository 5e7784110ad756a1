import { Injectable } from '@nestjs/common';
import type { BodyStanding, MembershipStanding } from '@induct/people';
import { PERIOD_OF, type Period } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

/** A seat of mine that has not ended, or begins later. */
export type MySeat = Pick<MembershipStanding, 'bodyId' | 'capacity'> & Pick<BodyStanding, 'name' | 'nameCy'> & Period;

export type BodyName = Pick<BodyStanding, 'name' | 'nameCy'>;

@Injectable()
export class MayISitQueries {
  constructor(private readonly source: DataSource) {}

  /** On committees and panels, from a day on, by name. */
  seats(personId: string, from: Day): Promise<MySeat[]> {
    return this.source.query<MySeat[]>(
      `select m.body_id as "bodyId", b.name, b.name_cy as "nameCy", m.capacity, ${PERIOD_OF('m.during')}
         from membership_standing m join body_standing b on b.id = m.body_id and b.kind <> 'group'
        where m.person_id = $1 and m.superseded_at is null and (upper_inf(m.during) or upper(m.during) > $2::date)
        order by fold_name(b.name), b.name, lower(m.during)`,
      [personId, from],
    );
  }

  /** The names of bodies. */
  async names(ids: readonly string[]): Promise<Map<string, BodyName>> {
    const rows = await this.source.query<(Pick<BodyStanding, 'id'> & BodyName)[]>(
      'select id, name, name_cy as "nameCy" from body_standing where id = any($1)',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
