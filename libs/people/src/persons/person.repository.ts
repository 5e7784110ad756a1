import { Injectable } from '@nestjs/common';
import { prepared } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { NAME_IS_FOUND, nameSearch } from './name-search';
import { PersonEntity } from './person.entity';
import type { PersonRoleEntity } from './person-role.entity';
import type { PersonRolePastEntity } from './person-role-past.entity';
import type { Role } from './roles';

/** Somebody, and what they may do. */
export type Person = Pick<
  PersonEntity,
  'id' | 'name' | 'email' | 'district' | 'division' | 'persona' | 'deactivatedAt'
> & {
  group: PersonEntity['politicalGroup'];
  /** What they may do now: nothing when they are deactivated. */
  roles: Role[];
};

/** A role somebody has. */
export type Grant = Pick<PersonRoleEntity, 'role' | 'confirmsFrom'> & { alone: PersonRoleEntity['grantedAlone'] };

/** What can be corrected about somebody. */
export type PersonDetails = Pick<Person, 'name' | 'group' | 'district' | 'division'>;

export type NewPerson = Pick<Person, 'name' | 'email'> &
  Partial<Pick<Person, 'id' | 'group' | 'district' | 'division' | 'persona' | 'roles'>> & {
    /** From when on their roles confirm. For Induct itself: a demo council's people have been there for long. */
    confirmsFrom?: Date;
  };

export interface PeopleFilter {
  /** Part of a name or e-mail address. */
  search?: string | undefined;
  role?: Role | undefined;
  limit: number;
  offset: number;
}

const PERSON = `p.id, p.name, p.email, p.political_group as "group", p.district, p.division, p.persona,
  p.deactivated_at as "deactivatedAt", array(select r.role from person_role r where r.person_id = p.id order by r.role) as roles`;

@Injectable()
export class PersonRepository {
  constructor(private readonly source: DataSource) {}

  /** One round of SQL however many. */
  async add(tx: EntityManager, people: (NewPerson & { id: string; confirmsFrom: Date })[], at: Date): Promise<void> {
    const column = <K extends keyof NewPerson>(key: K) => people.map((person) => person[key] ?? null);
    await tx.query(
      `insert into person (id, name, email, political_group, district, division, persona, created_at)
       select *, $8::timestamptz
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [...(['id', 'name', 'email', 'group', 'district', 'division', 'persona'] as const).map(column), at],
    );
    const roles = people.flatMap(({ id, confirmsFrom, roles: own = [] }) =>
      own.map((role) => ({ id, role, confirmsFrom })),
    );
    await tx.query(
      `insert into person_role (person_id, role, confirms_from) select * from unnest($1::uuid[], $2::text[], $3::timestamptz[])`,
      [roles.map(({ id }) => id), roles.map(({ role }) => role), roles.map(({ confirmsFrom }) => confirmsFrom)],
    );
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<Person | undefined> {
    const [person] = await prepared<Person>(tx, 'people: person', `select ${PERSON} from person p where p.id = $1`, [
      id,
    ]);
    return person;
  }

  /** Who can sign in with an address. @param email in any case */
  async findByEmail(email: string, tx: EntityManager = this.source.manager): Promise<Person | undefined> {
    const rows = await tx.query<Person[]>(
      `select ${PERSON} from person p where lower(p.email) = lower($1) and p.deactivated_at is null`,
      [email],
    );
    return rows[0];
  }

  /** Whoever has it, deactivated people too. */
  async hasEmail(tx: EntityManager, email: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select from person where lower(email) = lower($1)', [email]);
    return rows.length > 0;
  }

  async grants(personId: string, tx: EntityManager = this.source.manager): Promise<Grant[]> {
    return tx.query<Grant[]>(
      `select role, confirms_from as "confirmsFrom", granted_alone as alone from person_role
        where person_id = $1 order by role`,
      [personId],
    );
  }

  /** Roles that rest since somebody was deactivated. */
  async resting(personId: string, tx: EntityManager = this.source.manager): Promise<Role[]> {
    const rows = await tx.query<Pick<PersonRolePastEntity, 'role'>[]>(
      `select distinct o.role from person p join person_role_past o on o.person_id = p.id and o.left_at = p.deactivated_at
        where p.id = $1 order by 1`,
      [personId],
    );
    return rows.map(({ role }) => role);
  }

  async withRoles(tx: EntityManager, roles: readonly Role[]): Promise<Pick<Person, 'id' | 'name' | 'email'>[]> {
    return tx.query<Pick<PersonEntity, 'id' | 'name' | 'email'>[]>(
      `select p.id, p.name, p.email from person p
        where exists (select from person_role r where r.person_id = p.id and r.role = any($1)) order by p.id`,
      [roles],
    );
  }

  async names(ids: readonly string[]): Promise<Pick<Person, 'id' | 'name'>[]> {
    return this.source.query<Pick<PersonEntity, 'id' | 'name'>[]>('select id, name from person where id = any($1)', [
      ids,
    ]);
  }

  async list({ search, role, limit, offset }: PeopleFilter): Promise<{ people: Person[]; total: number }> {
    const rows = await this.source.query<(Person & { total: number })[]>(
      `select ${PERSON}, (count(*) over ())::int as total
         from person p
        where ($1::text is null or ${NAME_IS_FOUND('p.name_folded', '$5')} or position(lower($1) in lower(p.email)) > 0)
          and ($2::text is null or exists (select 1 from person_role r where r.person_id = p.id and r.role = $2))
        order by p.name_folded, p.name, p.id
        limit $3 offset $4`,
      [search || null, role ?? null, limit, offset, nameSearch(search) ?? []],
    );
    return { people: rows.map(({ total: _total, ...person }) => person), total: rows[0]?.total ?? 0 };
  }

  async personas(): Promise<Person[]> {
    return this.source.query<Person[]>(
      `select ${PERSON} from person p where p.persona is not null and p.deactivated_at is null order by p.name_folded, p.name, p.id`,
    );
  }

  async groups(): Promise<string[]> {
    const rows = await this.source.query<{ name: string }[]>(
      `select political_group as name from person where political_group is not null
        group by 1 order by fold_name(political_group), 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** Locks the roles of administrators, so that two of them cannot remove each other at once. */
  async administrators(tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<Pick<PersonRoleEntity, 'personId'>[]>(
      `select person_id as "personId" from person_role where role = 'administrator' order by person_id for update`,
    );
    return rows.map(({ personId }) => personId);
  }

  async grant(
    tx: EntityManager,
    personId: string,
    roles: readonly Role[],
    { confirmsFrom, alone = false }: { confirmsFrom: Date; alone?: boolean },
  ): Promise<void> {
    await tx.query(
      `insert into person_role (person_id, role, confirms_from, granted_alone) select $1, unnest($2::text[]), $3, $4
       on conflict do nothing`,
      [personId, roles, confirmsFrom, alone],
    );
  }

  /** @returns the roles that were given by one person alone until now */
  async agreedAfterwards(tx: EntityManager, personId: string): Promise<Role[]> {
    const [rows] = await tx.query<[Pick<PersonRoleEntity, 'role'>[], number]>(
      'update person_role set granted_alone = false where person_id = $1 and granted_alone returning role',
      [personId],
    );
    return rows.map(({ role }) => role);
  }

  /** Who has a role that was given by one person alone. */
  async givenAlone(): Promise<Pick<Person, 'id' | 'name'>[]> {
    return this.source.query<Pick<PersonEntity, 'id' | 'name'>[]>(
      `select p.id, p.name from person p
        where exists (select from person_role r where r.person_id = p.id and r.granted_alone)
        order by p.name_folded, p.name, p.id limit 200`,
    );
  }

  /** What they could do is remembered. */
  async take(tx: EntityManager, personId: string, roles: readonly Role[], at: Date): Promise<void> {
    await tx.query(
      `with taken as (
         delete from person_role where person_id = $1 and role = any($2)
         returning person_id, role, confirms_from, granted_alone
       )
       insert into person_role_past (person_id, role, confirms_from, granted_alone, left_at)
       select person_id, role, confirms_from, granted_alone, $3 from taken`,
      [personId, roles, at],
    );
  }

  async correct(tx: EntityManager, personId: string, details: PersonDetails): Promise<void> {
    const { name, group: politicalGroup, district, division } = details;
    await tx.update(PersonEntity, personId, { name, politicalGroup, district, division });
  }

  /**
   * With another mailbox nobody's word counts before that time; that it did is remembered, so that nobody is alone while it
   * rests. Letters with links to the old one are worth nothing.
   */
  async changeEmail(
    tx: EntityManager,
    personId: string,
    email: string,
    { at, confirmsFrom }: { at: Date; confirmsFrom: Date },
  ): Promise<void> {
    await tx.update(PersonEntity, personId, { email });
    await tx.query(
      `insert into person_role_past (person_id, role, confirms_from, granted_alone, left_at)
       select person_id, role, confirms_from, granted_alone, $2 from person_role
        where person_id = $1 and confirms_from <= $2 and $2 < $3::timestamptz`,
      [personId, at, confirmsFrom],
    );
    await tx.query('update person_role set confirms_from = greatest(confirms_from, $2) where person_id = $1', [
      personId,
      confirmsFrom,
    ]);
  }

  /** @param at null: they are there again */
  async deactivate(tx: EntityManager, personId: string, at: Date | null): Promise<void> {
    await tx.update(PersonEntity, personId, { deactivatedAt: at });
  }
}
