import { confirms, type Role } from '@induct/people';
import type { RoleRuleEntity } from './role-rule.entity';
import { RULE_ROLES, type RuleRole } from './rule-roles';
import type { Told } from './told';

type Rule = Pick<RoleRuleEntity, 'claim' | 'value' | 'role' | 'proposedBy' | 'agreedBy'>;

/** A role that rules give somebody. */
export interface ToldRole {
  role: RuleRole;
  /** It confirms, and no rule that gives it was agreed to by a second person. */
  alone: boolean;
}

/** Nobody is given a role by a rule of their own that no second person agreed to. */
export function toldRoles(rules: readonly Rule[], { claims }: Told, personId: string): ToldRole[] {
  const giving = rules.filter(
    ({ claim, value, proposedBy, agreedBy }) =>
      (proposedBy !== personId || agreedBy !== null) &&
      // A claim may be called as what every object has.
      Object.hasOwn(claims, claim) &&
      claims[claim]!.includes(value),
  );
  return RULE_ROLES.flatMap((role) => {
    const of = giving.filter((rule) => rule.role === role);
    if (of.length === 0) return [];
    return [{ role, alone: confirms(role) && of.every(({ agreedBy }) => agreedBy === null) }];
  });
}

export interface RoleChange {
  added: ToldRole[];
  removed: Role[];
  /** What is there by a rule afterwards. */
  byRule: Role[];
}

/**
 * Roles that were given here stay, whatever the council says; those that a rule gave go with what gave them.
 * @param held what the person has now
 * @param byRule what rules gave them
 */
export function roleChange(held: readonly Role[], byRule: readonly Role[], wanted: readonly ToldRole[]): RoleChange {
  const isWanted = (role: Role) => wanted.some((one) => one.role === role);
  const added = wanted.filter(({ role }) => !held.includes(role));
  const stillByRule = byRule.filter((role) => held.includes(role));
  return {
    added,
    removed: stillByRule.filter((role) => !isWanted(role)),
    byRule: [...stillByRule.filter(isWanted), ...added.map(({ role }) => role)],
  };
}
