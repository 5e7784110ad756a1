import type { Permission } from './access.decorator';
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

export interface ProofAsked {
  /** What `@Proof` says; undefined, the safe side: `strong`. */
  declared: Proof | undefined;
  /** What `@Access` says. */
  permissions: readonly Permission[];
  /** Whether the council asks for a new proof at all. */
  asksForFresh: boolean;
}

/** @param cameIn of whoever may use the route by their roles; undefined for a stranger, whom only open routes let in */
export function isProofEnough(
  { declared = 'strong', permissions, asksForFresh }: ProofAsked,
  cameIn: CameIn | undefined,
  now: Date,
): boolean {
  if (declared === 'any' || permissions.includes('public') || permissions.includes('launch-token')) return true;
  if (!cameIn) return false;
  const age = now.getTime() - cameIn.at.getTime();
  if (declared === 'fresh' && asksForFresh) return FRESH.includes(cameIn.way) && age < PROOF_LIVES.fresh;
  return strengthOf(cameIn.way) >= 2 && age < PROOF_LIVES.strong;
}
