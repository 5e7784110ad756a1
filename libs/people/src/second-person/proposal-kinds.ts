import type { Role } from '../persons/roles';

/** What is wished for, by kind. */
export interface Wishes {
  /** Roles that confirm, to be given. */
  roles: { roles: Role[] };
  /** Another e-mail address for somebody who confirms. */
  address: { email: string };
  /** Somebody who was deactivated comes back, with these roles. */
  return: { roles: Role[] };
  /** How many sign-offs a test round asks for at least. */
  quorum: { least: number };
  /** Whoever's council account says this at a sign-in gets the role. */
  rule: { claim: string; value: string; role: Exclude<Role, 'administrator'> };
}
export type ProposalKind = keyof Wishes;

export type ProposalOutcome =
  | 'agreed'
  /** There was no second person. */
  | 'alone'
  | 'refused'
  | 'withdrawn'
  /** Who proposed it, or whom it was about, is no longer there, or has another name or address. */
  | 'fallen';
