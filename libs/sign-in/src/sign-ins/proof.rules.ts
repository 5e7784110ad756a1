import type { Permission } from '../access/access.decorator';
import { DESK_ROLES } from '@induct/people';
import { SIGN_IN_LIVES } from './sign-in.rules';
import { strengthOf, type Way } from './sign-in-way';

/**
 * How sure a route wants to be of who is asking. `any`: a remembered device is enough; `strong`: a letter or more within 12
 * hours; `fresh`: an act at the desk that can hurt, where the council asks for a new proof.
 */
export type Proof = 'any' | 'strong' | 'fresh';

/** How somebody came in, and when: a new proof is a new sign-in. */
export interface CameIn {
  way: Way;
  at: Date;
}

/** How old a proof may be, in milliseconds. */
export const PROOF_LIVES = { strong: SIGN_IN_LIVES.atMost, fresh: 15 * 60_000 };

/** What shows anew who somebody is: the council's sign-in may answer without asking them anything. */
const FRESH: readonly Way[] = ['letter', 'passkey', 'persona', 'first administrator'];

const KEYS: readonly Way[] = ['passkey', 'council'];

/** Whether somebody came in with what a stolen mailbox does not give. */
export const isKey = (way: Way | undefined): boolean => way !== undefined && KEYS.includes(way);

/**
 * What is still to be shown: `strong`, a letter or more; `key`, a passkey or the council's account; `fresh`, a letter or a passkey
 * now; `fresh key`, a passkey now.
 */
export const MISSING = ['strong', 'key', 'fresh', 'fresh key'] as const;
export type Missing = (typeof MISSING)[number];

export interface ProofAsked {
  /** What `@Proof` says; undefined, the safe side: `strong`. */
  declared: Proof | undefined;
  /** What `@Access` says. */
  permissions: readonly Permission[];
  /** Whether the council asks for a new proof at all. */
  asksForFresh: boolean;
  /** Whether the council lets nobody to the desk by a letter alone. */
  asksForKey: boolean;
}

/** Of the desk is what nobody else may use. */
const isOfTheDesk = (permissions: readonly Permission[]): boolean =>
  permissions.length > 0 && permissions.every((one) => (DESK_ROLES as readonly Permission[]).includes(one));

/**
 * @param cameIn of whoever may use the route by their roles; undefined for a stranger, whom only open routes let in
 * @returns undefined when it is enough
 */
export function proofMissing(
  { declared = 'strong', permissions, asksForFresh, asksForKey }: ProofAsked,
  cameIn: CameIn | undefined,
  now: Date,
): Missing | undefined {
  if (declared === 'any' || permissions.includes('public') || permissions.includes('launch-token')) return undefined;
  const [fresh, key] = [declared === 'fresh' && asksForFresh, asksForKey && isOfTheDesk(permissions)];
  const missing = fresh ? (key ? 'fresh key' : 'fresh') : key ? 'key' : 'strong';
  if (!cameIn) return missing;
  const age = now.getTime() - cameIn.at.getTime();
  const isEnough =
    (fresh ? FRESH.includes(cameIn.way) && age < PROOF_LIVES.fresh : age < PROOF_LIVES.strong) &&
    (key ? isKey(cameIn.way) : strengthOf(cameIn.way) >= 2);
  return isEnough ? undefined : missing;
}

/** Whether nothing is missing. */
export const isProofEnough = (...asked: Parameters<typeof proofMissing>): boolean =>
  proofMissing(...asked) === undefined;
