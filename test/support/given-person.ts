import { randomUUID } from 'node:crypto';
import type { Role } from '@induct/people';
import type { DataSource } from 'typeorm';

export const LONG_AGO = new Date('2025-05-01T09:00:00Z');

export interface GivenPerson {
  id?: string;
  name?: string;
  /** `member` when left out */
  roles?: readonly Role[];
  group?: string;
  district?: string;
  persona?: string;
  /** When they came, and from when on they confirm what others propose. */
  since?: Date;
}

/** The rows of a person. @returns the id */
export async function aPerson(source: DataSource, given: GivenPerson = {}): Promise<string> {
  const { id = randomUUID(), name = 'Ada Fenwick', roles = ['member'], since = LONG_AGO } = given;
  await source.query(
    `with person as (
       insert into person (id, name, email, political_group, district, persona, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning id)
     insert into person_role (person_id, role, confirms_from) select id, unnest($8::text[]), $7 from person`,
    [
      id,
      name,
      `${id}@northmoor.example`,
      given.group ?? null,
      given.district ?? null,
      given.persona ?? null,
      since,
      roles,
    ],
  );
  return id;
}
