import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Clock, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import {
  CannotRaiseOneself,
  LastAdministrator,
  NotAllowed,
  PersonIsDeactivated,
  PersonNotFound,
} from '../persons/people.errors';
import { PersonLostRoles, PersonShutOut } from '../persons/people.events';
import { type Person, PersonRepository } from '../persons/person.repository';
import type { Role } from '../persons/roles';
import { AGREEING_ROLES, confirms } from '../second-person/confirming.rules';
import { DeskPost } from '../second-person/desk-post';
import { rolesInWords } from '../second-person/proposal.words';
import { Proposals } from '../second-person/proposals.service';

/** What became of a change: roles that were given or taken at once, and those that wait for a second person. */
export interface ChangedRoles {
  waiting: Role[];
  alone: Role[];
}

/** What somebody may do. Taking a role away is one person's act; giving one that confirms takes two. */
@Injectable()
export class RoleChanges {
  constructor(
    private readonly persons: PersonRepository,
    private readonly proposals: Proposals,
    private readonly post: DeskPost,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends the person's sign-ins everywhere when what they may do changes.
   * @throws NotAllowed, PersonNotFound, PersonIsDeactivated, CannotRaiseOneself, LastAdministrator, ProposalWaits
   */
  async change(actorId: string, personId: string, roles: readonly Role[]): Promise<ChangedRoles> {
    return await this.transactions.run(async (tx) => {
      await this.proposals.lock(tx);
      const administrators = await this.persons.administrators(tx);
      const [actor, person] = [await this.persons.find(actorId, tx), await this.persons.find(personId, tx)];
      if (!person) throw new PersonNotFound();
      if (!actor?.roles.includes('administrator')) throw new NotAllowed();
      if (person.deactivatedAt) throw new PersonIsDeactivated();
      const added = roles.filter((role) => !person.roles.includes(role));
      const removed = person.roles.filter((role) => !roles.includes(role));
      if (actorId === personId && added.length > 0) throw new CannotRaiseOneself();
      if (removed.includes('administrator') && administrators.length === 1) throw new LastAdministrator();
      await this.atOnce(tx, actor, person, { added: added.filter((role) => !confirms(role)), removed });
      return await this.wish(tx, actorId, personId, added.filter(confirms));
    });
  }

  private async atOnce(
    tx: EntityManager,
    actor: Person,
    person: Person,
    { added, removed }: { added: Role[]; removed: Role[] },
  ): Promise<void> {
    if (added.length === 0 && removed.length === 0) return;
    const now = this.clock.now();
    await this.persons.take(tx, person.id, removed, now);
    await this.persons.grant(tx, person.id, added, { confirmsFrom: now });
    await this.announcements.announce(tx, new PersonShutOut(person.id));
    const lost = new PersonLostRoles(person.id, removed, actor.id, now);
    if (removed.length > 0) await this.announcements.announce(tx, lost);
    for (const event of lost.fallen) await this.audit.record(tx, event);
    await this.audit.record(tx, {
      actorId: actor.id,
      action: 'person.roles-changed',
      subjectType: 'person',
      subjectId: person.id,
      detail: { added, removed },
    });
    const left = person.roles.filter((role) => !removed.includes(role));
    if (removed.length > 0 && !left.some((role) => AGREEING_ROLES.includes(role))) {
      await this.proposals.fallWith(tx, person.id, actor.id, 'theirs');
    }
    if (removed.some(confirms)) {
      const what = `${person.name} no longer has the ${rolesInWords(removed.filter(confirms))}`;
      await this.post.tellTheDesk(tx, { what, how: `By ${actor.name}.` }, [person]);
    }
  }

  /** Those that wait already go on waiting. */
  private async wish(tx: EntityManager, by: string, personId: string, wished: readonly Role[]): Promise<ChangedRoles> {
    const waiting = (await this.proposals.aboutPerson(personId, tx)).flatMap((proposal) =>
      proposal.outcome === null && proposal.kind === 'roles' ? proposal.wish.roles : [],
    );
    const roles = wished.filter((role) => !waiting.includes(role));
    if (roles.length === 0) return { waiting: [], alone: [] };
    const { is } = await this.proposals.make(tx, { kind: 'roles', personId, wish: { roles }, by });
    return is === 'waiting' ? { waiting: roles, alone: [] } : { waiting: [], alone: roles };
  }
}
