import type { EntityManager } from 'typeorm';
import { PersonNotFound } from '../persons/people.errors';

/**
 * What is recorded of people comes one after the other. Whoever writes of several locks all of them first, once, in the order
 * of their ids: nobody then waits for somebody who waits for them.
 * @throws PersonNotFound
 */
export async function lockPersons(tx: EntityManager, personIds: readonly string[]): Promise<void> {
  const ids = [...new Set(personIds)];
  const rows = await tx.query<unknown[]>(
    'select id from person where id = any($1::uuid[]) order by id for no key update',
    [ids],
  );
  if (rows.length !== ids.length) throw new PersonNotFound();
}
