import { Injectable } from '@nestjs/common';
import {
  BodyNotFound,
  type BodyStanding,
  type Capacity,
  PERIOD_OF,
  type Period,
  type InGroup,
  type Substitutes,
} from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

export type BodyFacts = Pick<BodyStanding, 'id' | 'kind' | 'name' | 'nameCy' | 'externalId' | 'colour'> & Period;

export interface BodySeat extends Period {
  id: string;
  personId: string;
  name: string;
  capacity: Capacity;
  group: string | null;
  /** Something else was said of it before. */
  wasPutRight: boolean;
}

export interface BodyRuleRow extends Period {
  substitutes: Substitutes;
}

/** Somebody in a group, with both names. */
export type InGroupByName = InGroup & { name: string; group: string };

/** One body: its members of all times, its rules, and the groups of a day. */
@Injectable()
export class BodyQueries {
  constructor(private readonly source: DataSource) {}

  /** @throws BodyNotFound */
  async find(id: string): Promise<BodyFacts> {
    const [body] = await this.source.query<BodyFacts[]>(
      `select b.id, b.kind, b.name, b.name_cy as "nameCy", b.external_id as "externalId", b.colour, ${PERIOD_OF('b.during')}
         from body_standing b where b.id = $1`,
      [id],
    );
    if (!body) throw new BodyNotFound();
    return body;
  }

  /** Of all times, by name. @param day on which their group is told */
  seats(bodyId: string, day: Day): Promise<BodySeat[]> {
    return this.source.query<BodySeat[]>(
      `select m.id, m.person_id as "personId", p.name, m.capacity, ${PERIOD_OF('m.during')}, g.name as "group",
              m.replaces is not null as "wasPutRight"
         from membership_standing m
         join person_current p on p.id = m.person_id
         left join (select o.person_id, b.name from membership_standing o join body_standing b on b.id = o.body_id
                     where b.kind = 'group' and o.superseded_at is null and o.during @> $2::date) g on g.person_id = m.person_id
        where m.body_id = $1 and m.superseded_at is null
        order by p.name_folded, p.name, lower(m.during)`,
      [bodyId, day],
    );
  }

  /** The oldest first. */
  rules(bodyId: string): Promise<BodyRuleRow[]> {
    return this.source.query<BodyRuleRow[]>(
      `select r.substitutes, ${PERIOD_OF('r.during')} from body_rule_standing r
        where r.body_id = $1 and r.superseded_at is null order by lower(r.during)`,
      [bodyId],
    );
  }

  /** Who is in which group on a day, with their names. */
  groups(day: Day): Promise<InGroupByName[]> {
    return this.source.query<InGroupByName[]>(
      `select m.person_id as "personId", m.body_id as "groupId", p.name, b.name as "group", ${PERIOD_OF('m.during')}
         from membership_standing m join body_standing b on b.id = m.body_id join person_current p on p.id = m.person_id
        where b.kind = 'group' and m.superseded_at is null and m.during @> $1::date
        order by p.name_folded, p.name`,
      [day],
    );
  }
}
