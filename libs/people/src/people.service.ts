import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CannotRaiseOneself, EmailIsTaken, LastAdministrator, PersonNotFound } from './people.errors';
import { type NewPerson, type PeopleFilter, type Person, PersonRepository } from './person.repository';
import type { Role } from './roles';
import { SignIns } from './sign-ins';

/** Who is in the council, and what they may do. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly signIns: SignIns,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Adds people in one go.
   * @param actorId who adds them; null for Induct itself (a demo council, the first administrator)
   * @returns their ids, in order
   * @throws EmailIsTaken
   */
  async add(tx: EntityManager, people: readonly NewPerson[], actorId: string | null): Promise<string[]> {
    const rows = people.map((person) => ({ ...person, id: person.id ?? this.ids.uuid() }));
    try {
      await this.persons.add(tx, rows, this.clock.now());
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'person_email') throw new EmailIsTaken();
      throw error;
    }
    for (const { id, roles = [] } of actorId === null ? [] : rows) {
      await this.audit.record(tx, {
        actorId,
        action: 'person.added',
        subjectType: 'person',
        subjectId: id,
        detail: { roles },
      });
    }
    return rows.map(({ id }) => id);
  }

  find(id: string, tx?: EntityManager): Promise<Person | undefined> {
    return this.persons.find(id, tx);
  }

  findByEmail(email: string): Promise<Person | undefined> {
    return this.persons.findByEmail(email.trim());
  }

  /** Names by id, for pages that hold ids only. Unknown ids are left out. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.persons.names([...new Set(ids)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  list(filter: PeopleFilter): Promise<{ people: Person[]; total: number }> {
    return this.persons.list(filter);
  }

  /** The people a demo council offers a sign-in button for. */
  personas(): Promise<Person[]> {
    return this.persons.personas();
  }

  /** The political groups, in alphabetical order. */
  groups(): Promise<string[]> {
    return this.persons.groups();
  }

  /**
   * Ends the person's sign-ins everywhere: what they may do has changed.
   * @throws PersonNotFound, CannotRaiseOneself, LastAdministrator
   */
  async changeRoles(actorId: string, personId: string, roles: readonly Role[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      const administrators = await this.persons.administrators(tx);
      const person = await this.persons.find(personId, tx);
      if (!person) throw new PersonNotFound();
      const added = roles.filter((role) => !person.roles.includes(role));
      const removed = person.roles.filter((role) => !roles.includes(role));
      if (added.length === 0 && removed.length === 0) return;
      if (actorId === personId && added.length > 0) throw new CannotRaiseOneself();
      if (removed.includes('administrator') && administrators.length === 1) throw new LastAdministrator();
      await this.persons.setRoles(tx, personId, roles);
      await this.signIns.signOutEverywhere(tx, personId);
      const detail = { added, removed };
      await this.audit.record(tx, {
        actorId,
        action: 'person.roles-changed',
        subjectType: 'person',
        subjectId: personId,
        detail,
      });
    });
  }
}
