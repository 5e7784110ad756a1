import type { Role } from '@induct/people';

/** What a rule may give: whoever hands out roles is made here, by two people. */
export const RULE_ROLES = ['member', 'tester', 'champion', 'officer', 'auditor'] as const satisfies readonly Role[];
export type RuleRole = (typeof RULE_ROLES)[number];
