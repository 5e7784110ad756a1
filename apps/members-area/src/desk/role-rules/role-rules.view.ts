import { confirms, ROLE_NAMES, type ProposalRow } from '@induct/people';
import { britishDate } from '@induct/platform';
import { type AddedRule, type HeldByRule, type ListedRule, RULE_ROLES } from '@induct/sign-in';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { counted } from '../../words/counted';

const BANNERS: Record<AddedRule | 'removed', string> = {
  added: 'The rule is there. It counts at each sign-in with a council account from now on.',
  waiting: 'The rule waits for a second person: another officer or administrator has a letter that asks.',
  'added alone': 'The rule is there, by you alone: there was no second person to agree. Everybody at the desk is told.',
  removed: 'The rule is gone. Who has a role by it keeps that until their next sign-in with a council account.',
};

interface Shown {
  rules: readonly ListedRule[];
  held: readonly HeldByRule[];
  /** Everything that waits for a second person. */
  waiting: readonly ProposalRow[];
  isSetUp: boolean;
  done: unknown;
}

/** What stands behind a rule: two people, or one. */
function madeBy({ role, proposedByName, agreedByName, since }: ListedRule): string {
  const day = britishDate(since);
  const by = proposedByName || 'somebody who has left';
  if (agreedByName !== null) return `Proposed by ${by}, agreed by ${agreedByName || 'somebody who has left'}, ${day}`;
  return confirms(role) ? `By ${by} alone, ${day}` : `By ${by}, ${day}`;
}

/** The rules by which council accounts give roles. */
export const roleRulesView = (
  { rules, held, waiting, isSetUp, done }: Shown,
  form: Fields,
  problems: FormProblems,
) => ({
  isSetUp,
  banner: Object.hasOwn(BANNERS, String(done)) ? BANNERS[String(done) as AddedRule] : undefined,
  rules: rules.map((rule) => ({
    id: rule.id,
    claim: rule.claim,
    value: rule.value,
    role: ROLE_NAMES[rule.role],
    made: madeBy(rule),
  })),
  held: held.map(({ role, people }) => `${ROLE_NAMES[role]}: ${counted(people, 'person', 'people')}`),
  waiting: waiting.flatMap((proposal) =>
    proposal.kind === 'rule'
      ? [
          {
            href: `/admin/people/waiting/${proposal.id}`,
            text: `${ROLE_NAMES[proposal.wish.role]}, where “${proposal.wish.claim}” says “${proposal.wish.value}”`,
          },
        ]
      : [],
  ),
  roles: RULE_ROLES.map((value) => ({
    value,
    text: ROLE_NAMES[value],
    ...(confirms(value) && { hint: { text: 'A second person has to agree to the rule' } }),
  })),
  form: { claim: 'roles', ...form },
  ...problems,
});
