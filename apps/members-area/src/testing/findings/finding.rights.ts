import { type FindingDetail, speaksForAuthor } from '@induct/steering';
import type { Reader } from '../round.rights';
import type { FindingAct } from './finding.forms';

/** Officers, and the testers of the round it was found in or of the module's newest round. Others are told it is not there. */
export function mayReadFinding(finding: FindingDetail, { id, roles }: Reader): boolean {
  if (roles.includes('officer')) return true;
  const people = [finding.authorId, ...finding.roundTesters, ...finding.currentRound.testers];
  return roles.includes('tester') && people.includes(id);
}

type SeenFinding = Pick<
  FindingDetail,
  'authorId' | 'severity' | 'state' | 'settledAt' | 'newerVersions' | 'currentRound' | 'roundTesters'
>;

/** What the page offers somebody to do with a finding, in the order of the page. The services decide again. */
export function actsFor(finding: SeenFinding, { id, roles }: Reader): FindingAct[] {
  const { state, severity, settledAt } = finding;
  const officer = roles.includes('officer');
  const isAuthor = finding.authorId === id;
  const speaks = roles.includes('tester') && speaksForAuthor(finding.authorId, id, finding.currentRound.testers);
  const dealtWith = state === 'fixed' || state === 'will_not_fix';
  const over = state === 'withdrawn' || (settledAt !== null && severity === 'blocking');
  const offers: [FindingAct, boolean][] = [
    ['confirm', speaks && dealtWith && settledAt === null],
    ['reopen', speaks && state !== 'open'],
    ['comment', true],
    ['answer', officer && (state === 'open' || state === 'answered')],
    ['fixed', officer && !over && finding.newerVersions.length > 0],
    ['will-not-fix', officer && !over],
    ['assign', officer && settledAt === null],
    ['severity', isAuthor && state !== 'withdrawn'],
    ['withdraw', isAuthor && state !== 'withdrawn'],
  ];
  return offers.filter(([, offered]) => offered).map(([act]) => act);
}
