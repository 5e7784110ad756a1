import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from './roles';

export interface Person {
  id: string;
  name: string;
  email: string;
  /** Political group. */
  group: string | null;
  district: string | null;
  division: string | null;
  /** Demo councils only: what the sign-in button of this person says. */
  persona: string | null;
  roles: Role[];
}

export type NewPerson = Pick<Person, 'name' | 'email'> &
  Partial<Pick<Person, 'id' | 'group' | 'district' | 'division' | 'persona' | 'roles'>>;

export interface PeopleFilter {
  /** Part of a name or e-mail address. */
  search?: string | undefined;
  role?: Role | undefined;
  limit: number;
  offset: number;
}

const PERSON = `p.id, p.name, p.email, p.political_group as "group", p.district, p.division, p.persona,
  array(select r.role from person_role r where r.person_id = p.id order by r.role) as roles`;

@Injectable()
export class PersonRepository {
  constructor(private readonly source: DataSource) {}

  /** One round of SQL however many. */
  async add(tx: EntityManager, people: (NewPerson & { id: string })[], at: Date): Promise<void> {
    const column = <K extends keyof NewPerson>(key: K) => people.map((person) => person[key] ?? null);
    await tx.query(
      `insert into person (id, name, email, political_group, district, division, persona, created_at)
       select *, $8::timestamptz
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [...(['id', 'name', 'email', 'group', 'district', 'division', 'persona'] as const).map(column), at],
    );
    const roles = people.flatMap(({ id, roles: own = [] }) => own.map((role) => ({ id, role })));
    await tx.query(`insert into person_role (person_id, role) select * from unnest($1::uuid[], $2::text[])`, [
      roles.map(({ id }) => id),
      roles.map(({ role }) => role),
    ]);
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<Person | undefined> {
    const rows = await tx.query<Person[]>(`select ${PERSON} from person p where p.id = $1`, [id]);
    return rows[0];
  }

  /** @param email in any case */
  async findByEmail(email: string, tx: EntityManager = this.source.manager): Promise<Person | undefined> {
    const rows = await tx.query<Person[]>(`select ${PERSON} from person p where lower(p.email) = lower($1)`, [email]);
    return rows[0];
  }

  async names(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return this.source.query('select id, name from person where id = any($1)', [ids]);
  }

  async list({ search, role, limit, offset }: PeopleFilter): Promise<{ people: Person[]; total: number }> {
    const rows = await this.source.query<(Person & { total: number })[]>(
      `select ${PERSON}, (count(*) over ())::int as total
         from person p
        where ($1::text is null or position(lower($1) in lower(p.name)) > 0 or position(lower($1) in lower(p.email)) > 0)
          and ($2::text is null or exists (select 1 from person_role r where r.person_id = p.id and r.role = $2))
        order by p.name, p.id
        limit $3 offset $4`,
      [search || null, role ?? null, limit, offset],
    );
    return { people: rows.map(({ total: _total, ...person }) => person), total: rows[0]?.total ?? 0 };
  }

  async personas(): Promise<Person[]> {
    return this.source.query(`select ${PERSON} from person p where p.persona is not null order by p.name, p.id`);
  }

  async groups(): Promise<string[]> {
    const rows = await this.source.query<{ name: string }[]>(
      'select distinct political_group as name from person where political_group is not null order by 1',
    );
    return rows.map(({ name }) => name);
  }

  /** Locks the roles of administrators, so that two of them cannot remove each other at once. */
  async administrators(tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }[]>(
      `select person_id from person_role where role = 'administrator' order by person_id for update`,
    );
    return rows.map((row) => row.person_id);
  }

  async setRoles(tx: EntityManager, personId: string, roles: readonly Role[]): Promise<void> {
    await tx.query('delete from person_role where person_id = $1 and role <> all ($2)', [personId, roles]);
    await tx.query('insert into person_role (person_id, role) select $1, unnest($2::text[]) on conflict do nothing', [
      personId,
      roles,
    ]);
  }
}
