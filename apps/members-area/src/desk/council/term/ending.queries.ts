import { Injectable } from '@nestjs/common';
import type { BodyKind, Capacity } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

/** What hangs on a term. */
export interface TermEnding {
  /** What they still sit on on the first day after it. */
  seats: { id: string; body: string; kind: BodyKind; capacity: Capacity }[];
  /** How much is asked of them by a day, and not met. */
  asked: number;
  /** They see who of their group has completed what. */
  isChampion: boolean;
}

@Injectable()
export class TermEndingQueries {
  constructor(private readonly source: DataSource) {}

  /** @param until the first day on which they are no longer in office */
  async of(personId: string, until: Day): Promise<TermEnding> {
    const [row] = await this.source.query<[TermEnding]>(
      `select
         (select coalesce(json_agg(json_build_object('id', m.id, 'body', b.name, 'kind', b.kind, 'capacity', m.capacity)
                   order by b.kind = 'group', fold_name(b.name), b.name), '[]')
            from membership_standing m join body_standing b on b.id = m.body_id
           where m.person_id = $1 and m.superseded_at is null and m.during @> $2::date and lower(m.during) < $2) as seats,
         (select count(*)::int from obligation_standing where person_id = $1 and is_open) as asked,
         exists (select from role_held where person_id = $1 and role = 'champion') as "isChampion"`,
      [personId, until],
    );
    return row;
  }
}
