import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PERIOD_OF } from '../council/period';
import type { CouncilNow, KnownBody, KnownElection, KnownPerson, KnownSeat, KnownTerm } from './judging/council-now';

/** Everything that a list can be about, as it is recorded now: five statements, whatever the size of the council. */
@Injectable()
export class CouncilNowQueries {
  constructor(private readonly source: DataSource) {}

  async read(tx: EntityManager = this.source.manager): Promise<CouncilNow> {
    const people = await tx.query<KnownPerson[]>(
      `select p.id, p.name, p.email, p.external_id as "externalId", p.political_group as "group", p.district, p.division,
              p.deactivated_at is null as "isActive", r.person_id is not null as "isMember",
              c.person_id is not null as "isChampion"
         from person p
         left join person_role r on r.person_id = p.id and r.role = 'member'
         left join person_role c on c.person_id = p.id and c.role = 'champion' order by p.id`,
    );
    const bodies = await tx.query<KnownBody[]>(
      `select id, kind, name, name_cy as "nameCy", external_id as "externalId", ${PERIOD_OF('during')} from body
        order by fold_name(name), name, id`,
    );
    const seats = await tx.query<KnownSeat[]>(
      `select id, person_id as "personId", body_id as "bodyId", capacity, ${PERIOD_OF('during')} from membership
        where superseded_at is null order by person_id, body_id, during`,
    );
    const terms = await tx.query<KnownTerm[]>(
      `select id, person_id as "personId", election_id as "electionId", division, ${PERIOD_OF('during')} from term
        where superseded_at is null order by person_id, during`,
    );
    const elections = await tx.query<KnownElection[]>(
      `select id, kind, held_on::text as "heldOn", division from election
        where superseded_at is null order by held_on, kind, division`,
    );
    return { people, bodies, seats, terms, elections };
  }

  /**
   * From here on nobody changes what a list can be about until the transaction ends. In the order in which everybody locks
   * who changes several: bodies before people, people by id.
   */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query('select from body order by id for share');
    await tx.query('select from election order by id for share');
    await tx.query('select from person order by id for no key update');
  }
}
