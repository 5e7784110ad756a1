import { type Role, worksAtTheDesk } from '@induct/people';
import type { SignInEntity } from './sign-in.entity';

const MINUTE = 60_000;

/** How long a sign-in lives, in milliseconds (docs/security.md, “Signing in”). */
export const SIGN_IN_LIVES = {
  idle: 120 * MINUTE,
  idleAtTheDesk: 30 * MINUTE,
  atMost: 12 * 60 * MINUTE,
};

export type SignInFacts = Pick<SignInEntity, 'createdAt' | 'lastSeenAt'> & { roles: readonly Role[] };

export type SignInState = 'live' | 'idle' | 'over';

/**
 * `idle` means not seen for too long: learning in an open module may still have kept it alive.
 * `over` cannot be prolonged by anything.
 */
export function signInState(signIn: SignInFacts, now: Date): SignInState {
  if (now.getTime() - signIn.createdAt.getTime() >= SIGN_IN_LIVES.atMost) return 'over';
  const quiet = now.getTime() - signIn.lastSeenAt.getTime();
  if (worksAtTheDesk(signIn.roles)) return quiet >= SIGN_IN_LIVES.idleAtTheDesk ? 'over' : 'live';
  return quiet >= SIGN_IN_LIVES.idle ? 'idle' : 'live';
}
