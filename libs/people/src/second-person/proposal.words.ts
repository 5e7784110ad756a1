import { ROLE_NAMES, type Role } from '../persons/roles';
import type { ProposalRow } from './proposal';
import type { ProposalOutcome } from './proposal-kinds';

type Wished = Pick<ProposalRow, 'personName'> & Pick<ProposalRow, 'kind' | 'wish'>;

/** `Give Amara Whitfield the role Tester`: what is proposed, without a full stop. */
export function proposalInWords(proposal: Wished): string {
  const who = proposal.personName || 'somebody';
  // The kind says which wish it is; spreading a union of rows loses that.
  const wish = proposal.wish as {
    roles?: Role[];
    email?: string;
    least?: number;
    claim?: string;
    value?: string;
    role?: Role;
  };
  if (proposal.kind === 'roles') return `Give ${who} the ${rolesInWords(wish.roles ?? [])}`;
  if (proposal.kind === 'address') return `Change the email address of ${who} to ${wish.email}`;
  if (proposal.kind === 'return') return `Let ${who} sign in again with the ${rolesInWords(wish.roles ?? [])}`;
  if (proposal.kind === 'rule')
    return `Give the ${rolesInWords(wish.role ? [wish.role] : [])} to whoever’s council account says “${wish.value}” in “${wish.claim}”`;
  return `Ask for at least ${wish.least} sign-offs in every new test round`;
}

/** `role Tester`, `roles Tester and Officer` */
export function rolesInWords(roles: readonly Role[]): string {
  const names = roles.map((role) => ROLE_NAMES[role]);
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
  return `${names.length === 1 ? 'role' : 'roles'} ${list}`;
}

export const OUTCOME_NAMES: Record<ProposalOutcome, string> = {
  agreed: 'Agreed by two people',
  alone: 'Done alone',
  refused: 'Not agreed',
  withdrawn: 'Withdrawn',
  fallen: 'Came to nothing',
};
