import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Clock } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { PersonLostRoles, PersonShutOut } from '../persons/people.events';
import { PersonRepository } from '../persons/person.repository';
import type { Role } from '../persons/roles';
import { AGREEING_ROLES, confirms, firstConfirms } from '../second-person/confirming.rules';
import { DeskPost } from '../second-person/desk-post';
import { rolesInWords } from '../second-person/proposal.words';
import { Proposals } from '../second-person/proposals.service';

/** Roles that a rule of the council gives and takes. */
export interface RuleChange {
  /** @param alone no second person agreed to a rule that gives it, and it confirms */
  added: readonly { role: Role; alone: boolean }[];
  removed: readonly Role[];
}

/**
 * What somebody may do, where a rule says so at their sign-in instead of a person at the desk. Two people agreed to the rule, so
 * none is asked again; a role that confirms counts a day later and everybody at the desk is told, as always.
 */
@Injectable()
export class RolesByRule {
  constructor(
    private readonly persons: PersonRepository,
    private readonly proposals: Proposals,
    private readonly post: DeskPost,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** In the transaction in which `Proposals.lock` was called. Ends the person's sign-ins everywhere when something changes. */
  async change(tx: EntityManager, personId: string, { added, removed }: RuleChange): Promise<void> {
    const [give, take] = [added.filter(({ role }) => isRuled(role)), removed.filter(isRuled)];
    const person = await this.persons.find(personId, tx);
    if (!person || give.length + take.length === 0) return;
    const now = this.clock.now();
    await this.persons.take(tx, personId, take, now);
    for (const { role, alone } of give) {
      const confirmsFrom = confirms(role) ? firstConfirms(now) : now;
      await this.persons.grant(tx, personId, [role], { confirmsFrom, alone });
    }
    await this.announcements.announce(tx, new PersonShutOut(personId));
    // It is their own sign-in that tells.
    const lost = new PersonLostRoles(personId, take, personId, now);
    if (take.length > 0) await this.announcements.announce(tx, lost);
    for (const event of lost.fallen) await this.audit.record(tx, event);
    const given = give.map(({ role }) => role);
    await this.audit.record(tx, {
      actorId: null,
      action: 'person.roles-by-rule',
      subjectType: 'person',
      subjectId: personId,
      detail: { added: given, removed: take },
    });
    const left = [...person.roles.filter((role) => !take.includes(role)), ...given];
    if (take.length > 0 && !left.some((role) => AGREEING_ROLES.includes(role))) {
      await this.proposals.fallWith(tx, personId, personId, 'theirs');
    }
    for (const [roles, has] of [
      [given.filter(confirms), 'now has'],
      [take.filter(confirms), 'no longer has'],
    ] as const) {
      if (roles.length === 0) continue;
      const what = `${person.name} ${has} the ${rolesInWords(roles)}`;
      await this.post.tellTheDesk(tx, { what, how: 'By a rule, at their sign-in with a council account.' }, [person]);
    }
  }
}

/** Whatever a rule says, nobody becomes or stops being an administrator by it. */
const isRuled = (role: Role): boolean => role !== 'administrator';
