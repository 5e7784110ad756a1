import { britishDate } from '@induct/platform';
import type { OverrideInForce } from './overridden.queries';

/** The banner: members see something that nobody signed off. */
export function overriddenView({ version, reason, proposedBy, confirmedBy, confirmedAt }: OverrideInForce) {
  return {
    title: `Version ${version} was published without the steering group’s sign-off`,
    who: `Proposed by ${proposedBy ?? 'somebody who has left'}, confirmed by ${confirmedBy ?? 'somebody who has left'} on ${britishDate(confirmedAt)}.`,
    reason,
  };
}
