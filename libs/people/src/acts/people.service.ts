import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EmailIsTaken, NotAllowed } from '../persons/people.errors';
import { cleanName } from '../persons/person-name';
import { mustBePrintable } from '../persons/printable-name';
import {
  type Grant,
  type NewPerson,
  type PeopleFilter,
  type Person,
  PersonRepository,
} from '../persons/person.repository';
import { ROLE_NAMES, type Role } from '../persons/roles';
import { confirms, firstConfirms } from '../second-person/confirming.rules';
import { Proposals } from '../second-person/proposals.service';
import { TooNewToConfirm } from '../second-person/second-person.errors';

/** Who is in the council, and what they may do. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly proposals: Proposals,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Adds people in one go. Roles that confirm are proposed for them: giving one takes a second person, as it does later.
   * @param actorId who adds them; null for Induct itself (a demo council, the first administrator)
   * @returns their ids, in order
   * @throws EmailIsTaken, NameCannotBePrinted
   */
  async add(tx: EntityManager, people: readonly NewPerson[], actorId: string | null): Promise<string[]> {
    const now = this.clock.now();
    const isGiven = (role: Role) => actorId === null || !confirms(role);
    const rows = people.map((person) => ({
      ...person,
      name: cleanName(person.name),
      id: person.id ?? this.ids.uuid(),
      confirmsFrom: person.confirmsFrom ?? firstConfirms(now),
      roles: (person.roles ?? []).filter(isGiven),
    }));
    if (actorId !== null) {
      for (const { name } of rows) mustBePrintable(name);
      await this.proposals.lock(tx);
    }
    try {
      await this.persons.add(tx, rows, now);
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'person_email') throw new EmailIsTaken();
      throw error;
    }
    if (actorId !== null) {
      for (const [at, { id: personId, roles }] of rows.entries()) {
        const wished = (people[at]!.roles ?? []).filter((role) => !isGiven(role));
        await this.recordAdded(tx, actorId, personId, roles);
        if (wished.length === 0) continue;
        await this.proposals.make(tx, { kind: 'roles', personId, wish: { roles: wished }, by: actorId });
      }
    }
    return rows.map(({ id }) => id);
  }

  private async recordAdded(tx: EntityManager, actorId: string, subjectId: string, roles: Role[]): Promise<void> {
    await this.audit.record(tx, {
      actorId,
      action: 'person.added',
      subjectType: 'person',
      subjectId,
      detail: { roles },
    });
  }

  find(id: string, tx?: EntityManager): Promise<Person | undefined> {
    return this.persons.find(id, tx);
  }

  findByEmail(email: string, tx?: EntityManager): Promise<Person | undefined> {
    return this.persons.findByEmail(email.trim(), tx);
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

  /** The roles somebody has, since when they confirm, and how they were given. */
  grants(personId: string, tx?: EntityManager): Promise<Grant[]> {
    return this.persons.grants(personId, tx);
  }

  /** Who has a role that was given by one person alone: a second person is still to look at it. */
  givenAlone(): Promise<Pick<Person, 'id' | 'name'>[]> {
    return this.persons.givenAlone();
  }

  /** Roles that rest since somebody was deactivated. */
  resting(personId: string): Promise<Role[]> {
    return this.persons.resting(personId);
  }

  /** Asked by everything that takes two people, and by sign-off. @throws NotAllowed, TooNewToConfirm */
  async mayConfirm(tx: EntityManager, personId: string, role: Role): Promise<void> {
    const grant = (await this.persons.grants(personId, tx)).find((one) => one.role === role);
    if (!grant) throw new NotAllowed(`Needs the role ${ROLE_NAMES[role]}`);
    if (grant.confirmsFrom > this.clock.now()) throw new TooNewToConfirm(grant.confirmsFrom);
  }
}
