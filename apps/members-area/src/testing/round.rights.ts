import type { Role } from '@induct/people';
import type { RoundDetail } from '@induct/steering';
import { seesAll } from './readers';

export interface Reader {
  id: string;
  roles: readonly Role[];
}

/** What the page of a round offers somebody. The services decide again. */
export interface RoundRights {
  /** Read the findings' own pages. */
  read: boolean;
  preview: boolean;
  signOff: boolean;
  /** Nudge, extend, add testers, close. */
  run: boolean;
  /** The officer's page of the version. */
  administer: boolean;
}

export function mayDo(round: Pick<RoundDetail, 'state' | 'testersList'>, { id, roles }: Reader): RoundRights {
  const officer = roles.includes('officer');
  const tests = roles.includes('tester') && round.testersList.some(({ personId }) => personId === id);
  const open = round.state === 'open';
  return {
    read: officer || tests,
    preview: open && (officer || tests),
    signOff: open && tests,
    run: open && officer,
    administer: officer,
  };
}

/** Testers read the rounds they are in; a foreign one is not there for them. */
export const mayRead = (testers: readonly { personId: string }[], { id, roles }: Reader): boolean =>
  seesAll({ roles }) || testers.some(({ personId }) => personId === id);
