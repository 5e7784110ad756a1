import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import { COUNTS } from '../requirements/evidence.repository';
import type { RequirementEntity } from '../requirements/requirement.entity';
import { neededBySchemes } from './needed-by-schemes.sql';

/** A member in office of whom something is asked that they have not shown. Completion only. */
export type MissingRow = Pick<RequirementEntity, 'slug' | 'title'> & { personId: PersonCurrent['id'] } & Pick<
    PersonCurrent,
    'name' | 'politicalGroup'
  >;

/** Who has still to meet what: of all members at once, as `Asked` says it of one. */
@Injectable()
export class StillMissing {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Core skills, what mandates ask, and what the schemes that they name ask for. By title, then by name. */
  all(): Promise<MissingRow[]> {
    return this.source.query<MissingRow[]>(
      `with recursive open as (
         select o.person_id, m.requirement_id, m.scheme_id from obligation o join mandate m on m.id = o.mandate_id
          where o.closed_on is null and o.met_on is null),
       ${neededBySchemes('$1')},
       member as (
         select p.id, p.name, p.name_folded, p.political_group from person_current p
          where p.is_active and exists (select from role_held h where h.person_id = p.id and h.role = 'member')),
       asked as (
         select m.id as person_id, r.id as requirement_id from member m cross join requirement r where r.core_during @> $1::date
          union
         select person_id, requirement_id from open where requirement_id is not null
          union
         select o.person_id, n.requirement_id from open o join needed n on n.root = o.scheme_id),
       shown as materialized (
         select distinct e.person_id, e.requirement_id from evidence e
          where e.met_on <= $1::date and (e.valid_until is null or e.valid_until >= $1::date) and ${COUNTS})
       select r.slug, r.title, m.id as "personId", m.name, m.political_group as "politicalGroup"
         from asked a join requirement r on r.id = a.requirement_id join member m on m.id = a.person_id
        where not exists (select from shown s where s.person_id = a.person_id and s.requirement_id = a.requirement_id)
        order by r.title, r.id, m.name_folded, m.name, m.id`,
      [dayInLondon(this.clock.now())],
    );
  }
}
