import { britishTimeAndDate } from '@induct/platform';
import { blocks } from '../rules/gate.rules';
import type { RoundReport } from './report';

type Facts = Pick<
  RoundReport,
  | 'state'
  | 'closedWhy'
  | 'deadline'
  | 'quorum'
  | 'signedOff'
  | 'signedOffDespiteNo'
  | 'refused'
  | 'versionNumber'
  | 'publishedAt'
  | 'override'
> & {
  findings: readonly Pick<
    RoundReport['findings'][number],
    'severity' | 'settled' | 'fixedInVersionNumber' | 'foundInVersionNumber'
  >[];
};

/** What the round came to, in words. */
export function decisionInWords(facts: Facts): string {
  const { state, deadline, quorum, signedOff, signedOffDespiteNo: despite, refused, override, publishedAt } = facts;
  const count = `${signedOff} of ${quorum} needed ${quorum === 1 ? 'sign-off' : 'sign-offs'}`;
  return [
    state === 'open'
      ? `The round is open until ${britishTimeAndDate(deadline)}. It has ${count} so far.`
      : closed(facts, count),
    despite > 0 &&
      `${despite === 1 ? 'One tester' : `${despite} testers`} signed it off although they answered no to a line of the checklist.`,
    refused > 0 && `${refused === 1 ? 'One tester' : `${refused} testers`} refused to sign it off.`,
    override && publishedAt && 'It was published by override.',
  ]
    .filter(Boolean)
    .join(' ');
}

function closed({ closedWhy, quorum, signedOff, versionNumber, findings }: Facts, count: string): string {
  if (signedOff < quorum) {
    const how =
      closedWhy === 'officer' ? 'An officer closed the round before its quorum' : 'The deadline came before the quorum';
    return `${how}: ${count}. Version ${versionNumber} was not signed off.`;
  }
  const inTheWay = findings.filter(
    ({ severity, settled, fixedInVersionNumber: fixedIn, foundInVersionNumber: foundIn }) =>
      severity === 'blocking' && blocks({ settled, fixedIn, foundIn }, versionNumber),
  ).length;
  const blocked =
    inTheWay === 0
      ? 'No blocking finding stands in its way.'
      : `But ${inTheWay === 1 ? 'one blocking finding stands' : `${inTheWay} blocking findings stand`} in the way of publishing it.`;
  return `Version ${versionNumber} was signed off, with ${count}. ${blocked}`;
}
