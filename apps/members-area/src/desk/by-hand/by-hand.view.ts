import type { ByHand } from '@induct/accreditation';
import type { Person } from '@induct/people';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { REASON_LIMIT, SHOWN_LIMIT } from './by-hand.form';

/** A proposal in the list of those that wait. @param reader the officer */
export const waitingByHand = (proposal: ByHand, reader: string) => ({
  href: `/admin/by-hand/${proposal.id}`,
  name: proposal.name,
  scheme: proposal.scheme,
  shown: proposal.shown,
  proposed: `${proposal.proposedByName ?? 'Somebody who has left'} proposed it at ${britishTimeAndDate(proposal.proposedAt)}.`,
  note: noteFor(proposal, reader),
});

function noteFor({ personId, proposedBy }: ByHand, reader: string): string | undefined {
  if (personId === reader) return 'It is for you: other officers decide.';
  return proposedBy === reader ? 'You proposed it: a second officer decides.' : undefined;
}

/** The page of one proposal, with the form that decides it. */
export function byHandPage(proposal: ByHand, reader: string, form: Fields, problems: FormProblems) {
  const { personId, achievedOn, reason, proposedBy, confirmedAt, confirmedByName, withdrawnAt, number } = proposal;
  const waits = !confirmedAt && !withdrawnAt;
  return {
    proposal: {
      ...waitingByHand(proposal, reader),
      person: `/admin/members/${personId}`,
      achieved: britishDate(achievedOn),
      reason,
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
export function newByHandPage(
  person: Person,
  schemes: readonly { id: string; name: string }[],
  form: Fields,
  problems: FormProblems,
) {
  return {
    person: { id: person.id, name: person.name, href: `/admin/members/${person.id}` },
    schemes: schemes.map(({ id, name }) => ({
      value: id,
      text: name,
      checked: form.scheme === id || schemes.length === 1,
    })),
    achieved: ['day', 'month', 'year'].map((name) => ({
      name,
      value: form[`achieved-${name}`],
      classes: `govuk-input--width-${name === 'year' ? 4 : 2}${problems.message['achieved'] ? ' govuk-input--error' : ''}`,
    })),
    limits: { shown: SHOWN_LIMIT, reason: REASON_LIMIT },
    form,
    ...problems,
  };
}
