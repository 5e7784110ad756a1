import { Injectable } from '@nestjs/common';
import { type BodyKind, type BodyStanding, PERIOD_OF, type Period, type Substitutes } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

export interface InOffice {
  personId: string;
  name: string;
  division: string;
  /** `2017-05-08` */
  takesOfficeOn: Day;
  electionId: string;
  kind: 'ordinary' | 'by_election';
  group: string | null;
  groupColour: BodyStanding['colour'];
}

export interface BodyOnDay {
  id: string;
  kind: BodyKind;
  name: string;
  seats: number;
  substitutes: number;
  chairs: string | null;
  /** Null: no rule for that day. */
  rule: Substitutes | null;
}

/** A body that is not there on the day. */
export type OtherBody = Pick<BodyStanding, 'id' | 'name'> & Period;

/** The council as it is recorded now, on any day. */
@Injectable()
export class CouncilQueries {
  constructor(private readonly source: DataSource) {}

  /** Who is in office on a day, by division. */
  members(day: Day): Promise<InOffice[]> {
    return this.source.query<InOffice[]>(
      `select t.person_id as "personId", p.name, t.division, t.takes_office_on::text as "takesOfficeOn",
              t.election_id as "electionId", e.kind, g.name as "group", g.colour as "groupColour"
         from term_standing t
         join person_current p on p.id = t.person_id
         join election_standing e on e.id = t.election_id
         left join (select m.person_id, b.name, b.colour from membership_standing m join body_standing b on b.id = m.body_id
                     where b.kind = 'group' and m.superseded_at is null and m.during @> $1::date) g on g.person_id = t.person_id
        where t.superseded_at is null and t.during @> $1::date
        order by fold_name(t.division), p.name_folded, p.id`,
      [day],
    );
  }

  /** Bodies there are on a day, by name. */
  bodies(day: Day): Promise<BodyOnDay[]> {
    return this.source.query<BodyOnDay[]>(
      `select b.id, b.kind, b.name, coalesce(m.seats, 0) as seats, coalesce(m.substitutes, 0) as substitutes, m.chairs,
              r.substitutes as rule
         from body_standing b
         left join (select m.body_id, (count(*) filter (where m.capacity <> 'substitute'))::int as seats,
                           (count(*) filter (where m.capacity = 'substitute'))::int as substitutes,
                           string_agg(p.name, ', ') filter (where m.capacity = 'chair') as chairs
                      from membership_standing m join person_current p on p.id = m.person_id
                     where m.superseded_at is null and m.during @> $1::date group by 1) m on m.body_id = b.id
         left join body_rule_standing r on r.body_id = b.id and r.superseded_at is null and r.during @> $1::date
        where b.during @> $1::date
        order by fold_name(b.name), b.name`,
      [day],
    );
  }

  /** Bodies that were there before, and those that are still to come. */
  otherBodies(day: Day): Promise<OtherBody[]> {
    return this.source.query<OtherBody[]>(
      `select b.id, b.name, ${PERIOD_OF('b.during')} from body_standing b
        where not b.during @> $1::date order by fold_name(b.name), b.during`,
      [day],
    );
  }
}
