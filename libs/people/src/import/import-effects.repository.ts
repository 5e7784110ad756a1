import { Injectable } from '@nestjs/common';
import { Ids } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { GroupCopy } from '../council/group-copy';
import type { MembershipEntity } from '../council/membership.entity';
import type { TermEntity } from '../council/term.entity';
import { PersonRepository } from '../persons/person.repository';
import { firstConfirms } from '../second-person/confirming.rules';
import { type ImportEffect, isNew } from './judging/import-effect';

/** Who writes, when, and why: what every superseded and every new row says of itself. */
export interface Writing {
  by: string;
  at: Date;
  reason: string;
}

/** Rows that were written, with the ids they got. */
export interface Written {
  /** The person that each `new:` became. */
  people: ReadonlyMap<string, string>;
  seats: (ImportEffect['newSeats'][number] & { id: string })[];
  terms: (ImportEffect['newTerms'][number] & { id: string })[];
  /** Whose seats or terms are others now, in no order, some of them twice. */
  changed: string[];
}

/** Writes what an import does: as many statements for 5,000 rows as for one. */
@Injectable()
export class ImportEffects {
  constructor(
    private readonly persons: PersonRepository,
    private readonly groups: GroupCopy,
    private readonly ids: Ids,
  ) {}

  async write(tx: EntityManager, effect: ImportEffect, writing: Writing): Promise<Written> {
    const people = new Map(effect.newPeople.map(({ id }) => [id, this.ids.uuid()]));
    const personId = (id: string) => (isNew(id) ? people.get(id)! : id);
    const placed = <T extends { personId: string }>(rows: readonly T[]) =>
      rows.map((row) => ({ ...row, id: this.ids.uuid(), personId: personId(row.personId) }));
    const [seats, terms] = [placed(effect.newSeats), placed(effect.newTerms)];
    await this.addPeople(tx, effect.newPeople, people, writing.at);
    await this.changeDetails(tx, effect);
    const before = [
      ...(await this.supersede(tx, 'term', effect.supersededTerms, writing)),
      ...(await this.supersede(tx, 'membership', effect.supersededSeats, writing)),
    ];
    await this.addTerms(tx, terms, writing);
    await this.addSeats(tx, seats, writing);
    await this.groups.follow(tx, [...new Set(seats.map((seat) => seat.personId))]);
    return { people, seats, terms, changed: [...before, ...[...seats, ...terms].map((row) => row.personId)] };
  }

  /** As members and nothing else, whatever a file says. */
  private async addPeople(
    tx: EntityManager,
    added: ImportEffect['newPeople'],
    ids: ReadonlyMap<string, string>,
    at: Date,
  ): Promise<void> {
    if (added.length === 0) return;
    const rows = added.map(({ id, name, email, group, district, division }) => ({
      id: ids.get(id)!,
      name,
      email,
      roles: ['member' as const],
      confirmsFrom: firstConfirms(at),
      ...(group !== null && { group }),
      ...(district !== null && { district }),
      ...(division !== null && { division }),
    }));
    await this.persons.add(tx, rows, at);
    const numbered = added.filter(({ externalId }) => externalId !== null);
    await tx.query(
      `update person p set external_id = given.number from unnest($1::uuid[], $2::text[]) as given (id, number)
        where p.id = given.id`,
      [numbered.map(({ id }) => ids.get(id)!), numbered.map(({ externalId }) => externalId)],
    );
  }

  private async changeDetails(tx: EntityManager, { changedDetails: changed }: ImportEffect): Promise<void> {
    await tx.query(
      `update person p set political_group = given.party, district = given.district, division = given.division,
              external_id = given.number
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (id, party, district, division, number)
        where p.id = given.id`,
      [
        changed.map(({ id }) => id),
        changed.map(({ group }) => group),
        changed.map(({ district }) => district),
        changed.map(({ division }) => division),
        changed.map(({ externalId }) => externalId),
      ],
    );
  }

  /** @returns whose they were */
  private async supersede(
    tx: EntityManager,
    table: 'term' | 'membership',
    ids: readonly string[],
    { by, at, reason }: Writing,
  ): Promise<string[]> {
    const [rows] = await tx.query<[Pick<TermEntity | MembershipEntity, 'personId'>[], number]>(
      `update ${table} set superseded_at = $2, superseded_by = $3, reason = $4
        where id = any($1::uuid[]) and superseded_at is null returning person_id as "personId"`,
      [ids, at, by, reason],
    );
    return rows.map(({ personId }) => personId);
  }

  private async addTerms(tx: EntityManager, terms: Written['terms'], { by, at }: Writing): Promise<void> {
    await tx.query(
      `insert into term (id, person_id, election_id, division, during, takes_office_on, recorded_at, recorded_by, replaces)
       select id, person, election, division, daterange(first, ends), first, $1, $2, replaces
         from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::date[], $9::uuid[])
              as given (id, person, election, division, first, ends, replaces)`,
      [
        at,
        by,
        terms.map(({ id }) => id),
        terms.map(({ personId }) => personId),
        terms.map(({ electionId }) => electionId),
        terms.map(({ division }) => division),
        terms.map(({ from }) => from),
        terms.map(({ until }) => until),
        terms.map(({ replaces }) => replaces),
      ],
    );
  }

  private async addSeats(tx: EntityManager, seats: Written['seats'], { by, at }: Writing): Promise<void> {
    await tx.query(
      `insert into membership (id, person_id, body_id, capacity, during, recorded_at, recorded_by, replaces)
       select id, person, body, capacity, daterange(first, ends), $1, $2, replaces
         from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::date[], $9::uuid[])
              as given (id, person, body, capacity, first, ends, replaces)`,
      [
        at,
        by,
        seats.map(({ id }) => id),
        seats.map(({ personId }) => personId),
        seats.map(({ bodyId }) => bodyId),
        seats.map(({ capacity }) => capacity),
        seats.map(({ from }) => from),
        seats.map(({ until }) => until),
        seats.map(({ replaces }) => replaces),
      ],
    );
  }
}
