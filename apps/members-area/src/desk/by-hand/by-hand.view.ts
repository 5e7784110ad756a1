import type { ByHand, SchemeByHand } from '@induct/accreditation';
import type { Person } from '@induct/people';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import type { WaitingRow, WaitingWords } from '../../lists/waiting';
import { REASON_LIMIT, SHOWN_LIMIT } from './by-hand.form';

export const BY_HAND: WaitingWords = {
  heading: 'Issued by hand',
  lead: 'A certificate for what Induct did not see: one officer proposes it, another confirms. It says on it that it was issued by hand.',
  begin: { text: 'Issue a certificate by hand', href: '/admin/by-hand/new' },
  over: 'For a second officer',
  empty: 'None waits for a second officer.',
  done: {
    proposed: 'Your proposal waits for a second officer. Until then nothing is issued.',
    issued: 'The certificate is issued. The holder gets a letter as soon as it is printed.',
    dropped: 'The proposal is withdrawn: nothing is issued.',
  },
};

const proposedWords = ({ proposedByName, proposedAt }: ByHand) =>
  `${proposedByName ?? 'Somebody who has left'} proposed it at ${britishTimeAndDate(proposedAt)}.`;

/** A proposal in the list of those that wait. @param reader the officer */
export const waitingByHand = (proposal: ByHand, reader: string): WaitingRow => ({
  href: `/admin/by-hand/${proposal.id}`,
  name: proposal.name,
  title: proposal.scheme,
  says: `${proposal.shown}. ${proposedWords(proposal)}`,
  note: noteFor(proposal, reader),
});

function noteFor({ personId, proposedBy }: ByHand, reader: string): string | undefined {
  if (personId === reader) return 'It is for you: other officers decide.';
  return proposedBy === reader ? 'You proposed it: a second officer decides.' : undefined;
}

/** The page of one proposal, with the form that decides it. */
export function byHandPage(proposal: ByHand, reader: string, form: Fields, problems: FormProblems) {
  const { personId, achievedOn, reason, proposedBy, confirmedAt, confirmedByName, withdrawnAt, number, sha256 } =
    proposal;
  const waits = !confirmedAt && !withdrawnAt;
  return {
    proposal: {
      ...waitingByHand(proposal, reader),
      scheme: proposal.scheme,
      shown: proposal.shown,
      proposed: proposedWords(proposal),
      person: `/admin/members/${personId}`,
      achieved: britishDate(achievedOn),
      reason,
      file: sha256 && `/admin/by-hand/${proposal.id}/file`,
      waits,
      isOwn: proposedBy === reader,
      mayDecide: waits && personId !== reader && proposedBy !== reader,
      decided: confirmedAt
        ? `${confirmedByName ?? 'Somebody who has left'} confirmed it at ${britishTimeAndDate(confirmedAt)}.`
        : withdrawnAt && `It was withdrawn at ${britishTimeAndDate(withdrawnAt)}: nothing was issued.`,
      certificate: number && { number, href: `/admin/certificates/${number}` },
    },
    form,
    ...problems,
  };
}

/** The form that proposes one. */
export function newByHandPage(person: Person, schemes: readonly SchemeByHand[], form: Fields, problems: FormProblems) {
  return {
    person: { id: person.id, name: person.name, href: `/admin/members/${person.id}` },
    schemes: schemes.map(({ id, name, since }) => ({
      value: id,
      text: name,
      hint: { text: `In effect since ${britishDate(since)}` },
      checked: form.scheme === id || schemes.length === 1,
    })),
    achieved: ['day', 'month', 'year'].map((name) => ({
      name,
      value: form[`achieved-${name}`],
      classes: `govuk-input--width-${name === 'year' ? 4 : 2}${problems.message['achieved'] ? ' govuk-input--error' : ''}`,
    })),
    limits: { shown: SHOWN_LIMIT, reason: REASON_LIMIT },
    // A browser lets no page choose a file.
    chooseAgain: problems.errors !== undefined && form.file !== undefined,
    form: { shown: form.shown, reason: form.reason },
    ...problems,
  };
}
