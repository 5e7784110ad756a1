import { Injectable } from '@nestjs/common';
import {
  confirms,
  NotAllowed,
  PeopleService,
  ProposalTakesEffect,
  Proposals,
  type Role,
  RolesByRule,
} from '@induct/people';
import { Announcements, AuditTrail, Clock, Ids, Settings, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { RuleIsThere, RuleNotFound, TooManyRules } from './role-rule.errors';
import type { RoleRuleEntity } from './role-rule.entity';
import { type HeldByRule, type ListedRule, RoleRuleRepository } from './role-rule.repository';
import { RULE_ROLES, type RuleRole } from './rule-roles';
import { type RoleChange, roleChange, toldRoles } from './told-roles';
import { told, type Told } from './told';

export type NewRule = Pick<RoleRuleEntity, 'claim' | 'value'> & { role: RuleRole };
/** What became of a rule that was added. */
export type AddedRule = 'added' | 'waiting' | 'added alone';

export const MOST_RULES = 200;
const OMITTED = 'council-sign-in.omitted';
/** What health says of omitted claims, it says for so long, in milliseconds. */
const OMITTED_LATELY = 7 * 24 * 3_600_000;

/**
 * Roles by what a council account says, at each sign-in with it (docs/decisions/1302). A rule for a role that confirms takes a
 * second person, like giving that role; none gives administrator.
 */
@Injectable()
export class RoleRules {
  constructor(
    private readonly rules: RoleRuleRepository,
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly roles: RolesByRule,
    private readonly settings: Settings,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    announcements: Announcements,
  ) {
    announcements.on(ProposalTakesEffect, (tx, { proposal, by, at }) =>
      proposal.kind === 'rule'
        ? this.takeEffect(tx, {
            ...proposal.wish,
            proposedBy: proposal.proposedBy,
            agreedBy: by === proposal.proposedBy ? null : by,
            since: at,
          })
        : Promise.resolve(),
    );
  }

  /** @throws NotAllowed for whoever is no administrator, RuleIsThere, TooManyRules, ProposalWaits */
  async add(rule: NewRule, by: string): Promise<AddedRule> {
    return await this.transactions.run(async (tx) => {
      await this.proposals.lock(tx);
      await this.mustBeAdministrator(tx, by);
      if (!RULE_ROLES.includes(rule.role)) throw new NotAllowed();
      if (await this.rules.has(tx, rule)) throw new RuleIsThere();
      if ((await this.rules.count(tx)) >= MOST_RULES) throw new TooManyRules();
      if (confirms(rule.role)) {
        const { is } = await this.proposals.make(tx, { kind: 'rule', personId: null, wish: rule, by });
        return is === 'waiting' ? 'waiting' : 'added alone';
      }
      await this.takeEffect(tx, { ...rule, proposedBy: by, agreedBy: null, since: this.clock.now() });
      await this.record(tx, 'council.rule-added', by, rule);
      return 'added';
    });
  }

  /** At once, by one person. Who has a role by it keeps that until their next sign-in with a council account. @throws NotAllowed, RuleNotFound */
  async remove(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.mustBeAdministrator(tx, by);
      const rule = await this.rules.find(tx, id);
      if (!rule) throw new RuleNotFound();
      await this.rules.remove(tx, id);
      await this.record(tx, 'council.rule-removed', by, rule);
    });
  }

  list(): Promise<ListedRule[]> {
    return this.rules.listed();
  }

  held(): Promise<HeldByRule[]> {
    return this.rules.held();
  }

  /** What a checked token says that rules ask for; nothing else of it is kept. */
  async heed(claims: Readonly<Record<string, unknown>>): Promise<Told> {
    const asked = new Set((await this.rules.all()).map(({ claim }) => claim));
    return told(claims, [...asked]);
  }

  /**
   * Gives and takes roles as the rules say. Unchanged when the council left out what a rule asks for: nobody loses a role
   * because they are in too many groups.
   */
  async apply(personId: string, said: Told): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (said.omitted.length > 0) {
        const now = this.clock.now();
        return this.settings.set(tx, OMITTED, { claims: said.omitted, at: now.toISOString() }, now);
      }
      const before = await this.changeOf(tx, personId, said);
      if (!before || !changes(before)) return;
      // Two sign-ins at once come one after the other; most change nothing and wait for nobody.
      await this.proposals.lock(tx);
      const now = await this.changeOf(tx, personId, said);
      if (!now || !changes(now)) return;
      await this.rules.putByRule(tx, personId, now.byRule);
      await this.roles.change(tx, personId, now);
    });
  }

  /** @returns the claims that were left out of a token lately; undefined when none were */
  async omittedLately(): Promise<{ claims: string[]; at: Date } | undefined> {
    const found = (await this.settings.find(OMITTED)) as { claims: string[]; at: string } | undefined;
    if (!found) return undefined;
    const at = new Date(found.at);
    return this.clock.now().getTime() - at.getTime() < OMITTED_LATELY ? { claims: found.claims, at } : undefined;
  }

  /** @returns undefined for nobody, and for who has left */
  private async changeOf(tx: EntityManager, personId: string, said: Told): Promise<RuledChange | undefined> {
    const [rules, byRule] = [await this.rules.all(tx), await this.rules.byRule(tx, personId)];
    const person = await this.people.find(personId, tx);
    if (!person || person.deactivatedAt) return undefined;
    return { before: byRule, ...roleChange(person.roles, byRule, toldRoles(rules, said, personId)) };
  }

  /** One that is there already stays as it is. */
  private async takeEffect(tx: EntityManager, rule: Omit<RoleRuleEntity, 'id'>): Promise<void> {
    await this.rules.add(tx, { ...rule, id: this.ids.uuid() });
  }

  private async mustBeAdministrator(tx: EntityManager, by: string): Promise<void> {
    if (!(await this.people.find(by, tx))?.roles.includes('administrator')) throw new NotAllowed();
  }

  private async record(
    tx: EntityManager,
    action: string,
    actorId: string,
    { claim, value, role }: NewRule,
  ): Promise<void> {
    await this.audit.record(tx, {
      actorId,
      action,
      subjectType: 'council',
      subjectId: 'rule',
      detail: { claim, value, role },
    });
  }
}

type RuledChange = RoleChange & { before: Role[] };

/** Also when only what rules are remembered to have given is out of date. */
const changes = ({ added, removed, byRule, before }: RuledChange): boolean =>
  added.length + removed.length > 0 || byRule.length !== before.length;
