import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Clock, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { mayLookAfter } from '../persons/looking-after.rules';
import {
  CannotDeactivateOneself,
  LastAdministrator,
  NotYoursToLookAfter,
  PersonIsActive,
  PersonIsDeactivated,
  PersonNotFound,
} from '../persons/people.errors';
import { PersonLostRoles, PersonShutOut } from '../persons/people.events';
import { type Person, PersonRepository } from '../persons/person.repository';
import type { Role } from '../persons/roles';
import { confirms } from '../second-person/confirming.rules';
import { DeskPost } from '../second-person/desk-post';
import { Proposals, type Wished } from '../second-person/proposals.service';

/** Somebody who leaves can no longer sign in. Nothing is deleted, and they can come back. */
@Injectable()
export class Leaving {
  constructor(
    private readonly persons: PersonRepository,
    private readonly proposals: Proposals,
    private readonly post: DeskPost,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** At once, so that a stolen account can be stopped. @throws PersonNotFound, PersonIsDeactivated, CannotDeactivateOneself, LastAdministrator, NotYoursToLookAfter */
  async deactivate(actorId: string, personId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.proposals.lock(tx);
      const administrators = await this.persons.administrators(tx);
      const person = await this.find(tx, personId);
      if (person.deactivatedAt) throw new PersonIsDeactivated();
      if (actorId === personId) throw new CannotDeactivateOneself();
      const actor = await this.mayLookAfter(tx, actorId, person.roles);
      if (person.roles.includes('administrator') && administrators.length === 1) throw new LastAdministrator();
      const at = this.clock.now();
      await this.persons.take(tx, personId, person.roles, at);
      await this.persons.deactivate(tx, personId, at);
      await this.announcements.announce(tx, new PersonShutOut(personId));
      const lost = new PersonLostRoles(personId, person.roles, actorId, at);
      await this.announcements.announce(tx, lost);
      for (const event of lost.fallen) await this.audit.record(tx, event);
      await this.proposals.fallWith(tx, personId, actorId, 'theirs and about them');
      await this.record(tx, 'person.deactivated', actorId, person);
      await this.post.tellOfAccount(tx, person, false);
      if (person.roles.some(confirms)) {
        await this.post.tellTheDesk(tx, { what: `${person.name} was deactivated`, how: `By ${actor.name}.` });
      }
    });
  }

  /**
   * With the roles they had. Where one of them confirms it takes a second person, like giving it.
   * @throws PersonNotFound, PersonIsActive, NotYoursToLookAfter, ProposalWaits
   */
  async reactivate(actorId: string, personId: string): Promise<Wished['is'] | 'done'> {
    return await this.transactions.run(async (tx) => {
      await this.proposals.lock(tx);
      const person = await this.find(tx, personId);
      if (!person.deactivatedAt) throw new PersonIsActive();
      const roles = await this.persons.resting(personId, tx);
      await this.mayLookAfter(tx, actorId, roles);
      if (roles.some(confirms)) {
        const wished = { kind: 'return' as const, personId, wish: { roles }, by: actorId };
        return (await this.proposals.make(tx, wished)).is;
      }
      await this.persons.deactivate(tx, personId, null);
      await this.persons.grant(tx, personId, roles, { confirmsFrom: this.clock.now() });
      await this.announcements.announce(tx, new PersonShutOut(personId));
      await this.record(tx, 'person.reactivated', actorId, { ...person, roles });
      await this.post.tellOfAccount(tx, person, true);
      return 'done';
    });
  }

  private async find(tx: EntityManager, personId: string): Promise<Person> {
    const person = await this.persons.find(personId, tx);
    if (!person) throw new PersonNotFound();
    return person;
  }

  private async mayLookAfter(tx: EntityManager, actorId: string, roles: readonly Role[]): Promise<Person> {
    const actor = await this.find(tx, actorId);
    if (!mayLookAfter(actor.roles, roles)) throw new NotYoursToLookAfter();
    return actor;
  }

  private async record(
    tx: EntityManager,
    action: string,
    actorId: string,
    { id, roles }: Pick<Person, 'id' | 'roles'>,
  ) {
    await this.audit.record(tx, { actorId, action, subjectType: 'person', subjectId: id, detail: { roles } });
  }
}
