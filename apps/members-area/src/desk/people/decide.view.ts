import { type Person, proposalInWords, type ProposalRow, ROLE_NAMES } from '@induct/people';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import { decidedRow } from '../../words/decided-row';

/** What somebody reads before they agree: who it is about, what they may do now, and what was changed about them lately. */
export function decideView(
  proposal: ProposalRow,
  person: Person | undefined,
  about: readonly ProposalRow[],
  readerId: string,
) {
  const { outcome, by, on } = decidedRow(proposal);
  const moved = about.find(({ id, kind, outcome: came }) => id !== proposal.id && kind === 'address' && came !== null);
  const facts: [string, string | undefined][] = [
    ['Person', person?.name],
    ['Email address', person?.email],
    ['Roles now', person && (person.roles.map((role) => ROLE_NAMES[role]).join(', ') || 'None')],
    [
      'From then on',
      proposal.kind === 'rule'
        ? 'Whoever looks after the council’s accounts decides who has this role here, at each sign-in with one.'
        : undefined,
    ],
    ['Deactivated', person?.deactivatedAt ? `Since ${britishDate(person.deactivatedAt)}` : undefined],
    ['Address changed', moved?.decidedAt ? `On ${britishDate(moved.decidedAt)}` : undefined],
  ];
  return {
    href: `/admin/people/waiting/${proposal.id}`,
    what: proposalInWords(proposal),
    by: proposal.proposedByName || 'somebody who has left',
    at: britishTimeAndDate(proposal.proposedAt),
    mine: proposal.proposedBy === readerId,
    outcome: proposal.outcome ? `${outcome}, on ${on}. ${by}.` : undefined,
    facts: facts.flatMap(([key, value]) => (value ? [{ key: { text: key }, value: { text: value } }] : [])),
  };
}
