import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AwardEntity } from '../awards/award.entity';
import type { PersonFacts } from './occasions';

/** Whom to write to, with everything on which it depends what is asked of them. */
export type Addressee = PersonFacts & Pick<PersonCurrent, 'name' | 'email'>;

/** An award whose certificate is in force, or suspended, and the days it counts. */
export type HeldAward = Pick<AwardEntity, 'schemeId'> & { on: Day; until: Day | null; suspended: boolean };

const PERIOD = (during: string) => `'from', lower(${during}), 'until', upper(${during})`;

/** Everything on which it depends what is asked of person `p`. */
const FACTS = `select p.id as "personId", p.name, p.email, p.is_active as "isActive",
              array(select role from role_held where person_id = p.id order by role) as roles,
              coalesce((select json_agg(json_build_object('electedOn', e.held_on, ${PERIOD('t.during')}) order by t.takes_office_on)
                 from term_standing t join election_standing e on e.id = t.election_id
                where t.person_id = p.id and t.superseded_at is null), '[]') as terms,
              coalesce((select json_agg(json_build_object('bodyId', s.body_id, 'capacity', s.capacity, ${PERIOD('s.during')})
                  order by lower(s.during))
                 from membership_standing s where s.person_id = p.id and s.superseded_at is null), '[]') as places
         from person_current p`;

/** Awards of a person ($1) whose certificate is in force, or suspended, the oldest first. */
export const AWARDS_IN_FORCE = `
  select a.scheme_id as "schemeId", (a.awarded_at at time zone 'Europe/London')::date::text as on,
         a.valid_until::text as until, c.state = 'suspended' as suspended
    from award a join certificate c on c.award_id = a.id and c.state in ('issued', 'suspended')
   where a.person_id = $1
   order by a.awarded_at`;

@Injectable()
export class PersonFactsQueries {
  /** As it is recorded now; undefined for nobody. */
  async of(tx: EntityManager, personId: string): Promise<Addressee | undefined> {
    const [row] = await tx.query<Addressee[]>(`${FACTS} where p.id = $1`, [personId]);
    return row;
  }

  /** Of whoever is still there: for what a mandate would do, not for what is done. */
  everybody(tx: EntityManager): Promise<Addressee[]> {
    return tx.query<Addressee[]>(`${FACTS} where p.is_active`);
  }

  /** Awards whose certificate is in force, or suspended. */
  awards(tx: EntityManager, personId: string): Promise<HeldAward[]> {
    return tx.query<HeldAward[]>(AWARDS_IN_FORCE, [personId]);
  }
}
