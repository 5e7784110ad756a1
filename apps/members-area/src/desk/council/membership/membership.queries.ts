import { Injectable } from '@nestjs/common';
import { type BodyKind, type Capacity, MembershipNotFound, PERIOD_OF, type Period } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

/** One thing that was said of a membership. */
export interface SaidOfMembership extends Period {
  id: string;
  personId: string;
  name: string;
  bodyId: string;
  body: string;
  kind: BodyKind;
  capacity: Capacity;
  recordedAt: Date;
  recordedBy: string | null;
  supersededAt: Date | null;
  supersededBy: string | null;
  reason: string | null;
  /** They see who of their group has completed what. */
  isChampion: boolean;
}

export interface OtherSeat extends Period {
  bodyId: string;
  body: string;
  kind: BodyKind;
  capacity: Capacity;
}

@Injectable()
export class MembershipQueries {
  constructor(private readonly source: DataSource) {}

  /** What is said of it now first, then what was said before. @param id of any of them @throws MembershipNotFound */
  async said(id: string): Promise<[SaidOfMembership, ...SaidOfMembership[]]> {
    const rows = await this.source.query<SaidOfMembership[]>(
      `with recursive later as (
         select id, replaces from membership_standing where id = $1
         union select n.id, n.replaces from membership_standing n join later on n.replaces = later.id
       ), chain as (
         select id, replaces from later
         union select o.id, o.replaces from membership_standing o join chain on chain.replaces = o.id
       )
       select m.id, m.person_id as "personId", p.name, m.body_id as "bodyId", b.name as body, b.kind, m.capacity,
              ${PERIOD_OF('m.during')}, m.recorded_at as "recordedAt", r.name as "recordedBy",
              m.superseded_at as "supersededAt", s.name as "supersededBy", m.reason,
              exists (select from role_held h where h.person_id = m.person_id and h.role = 'champion') as "isChampion"
         from chain join membership_standing m on m.id = chain.id
         join person_current p on p.id = m.person_id
         join body_standing b on b.id = m.body_id
         left join person_current r on r.id = m.recorded_by
         left join person_current s on s.id = m.superseded_by
        order by m.superseded_at desc nulls first, m.recorded_at desc`,
      [id],
    );
    const [first, ...before] = rows;
    if (!first) throw new MembershipNotFound();
    return [first, ...before];
  }

  /** Where else they sit on a day. */
  others(personId: string, day: Day): Promise<OtherSeat[]> {
    return this.source.query<OtherSeat[]>(
      `select m.body_id as "bodyId", b.name as body, b.kind, m.capacity, ${PERIOD_OF('m.during')}
         from membership_standing m join body_standing b on b.id = m.body_id
        where m.person_id = $1 and m.superseded_at is null and m.during @> $2::date order by fold_name(b.name)`,
      [personId, day],
    );
  }
}
