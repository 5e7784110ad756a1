import type { Permission } from './access.decorator';
import type { Role } from '@induct/people';

export type AccessDecision = 'let in' | 'ask to sign in' | 'refuse';

/**
 * Deny by default: a route that declares nothing is refused for everybody.
 * @param declared what `@Access` says, undefined when it is missing
 * @param roles the roles of the signed-in person, undefined when nobody is signed in
 */
export function decideAccess(declared: readonly Permission[] | undefined, roles?: readonly Role[]): AccessDecision {
  if (!declared) return 'refuse';
  if (declared.includes('public') || declared.includes('launch-token')) return 'let in';
  if (!roles) return 'ask to sign in';
  if (declared.includes('signed-in') || roles.some((role) => declared.includes(role))) return 'let in';
  return 'refuse';
}
