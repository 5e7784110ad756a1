import type { Claim, ClaimKind } from '@induct/accreditation';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { WORDS_LIMIT } from './decision.form';

const KINDS: Record<ClaimKind, string> = {
  prior_learning: 'Learning done before',
  recording: 'A recording watched',
  outside_certificate: 'A certificate from elsewhere',
};

/** A claim in the list of those that wait. @param reader the officer */
export const waitingClaim = ({ id, name, title, kind, sentAt, firstBy, personId }: Claim, reader: string) => ({
  href: `/admin/claims/${id}`,
  name,
  title,
  kind: KINDS[kind],
  sent: britishTimeAndDate(sentAt),
  note: noteFor({ firstBy, personId }, reader),
});

/** Why this officer cannot decide it, or that one has accepted it already. */
function noteFor({ firstBy, personId }: Pick<Claim, 'firstBy' | 'personId'>, reader: string): string | undefined {
  if (personId === reader) return 'Your own: another officer looks at it.';
  if (firstBy === null) return undefined;
  return firstBy === reader
    ? 'You have accepted it: a second officer looks at it.'
    : 'One officer has accepted it: you would be the second.';
}

/** The page of one claim, with the form that decides it. */
export function claimPage(claim: Claim, reader: string, form: Fields, problems: FormProblems) {
  const { id, kind, doneOn, validUntil, words, sha256, decidedAt, accepted, decision, firstBy, personId } = claim;
  return {
    claim: {
      ...waitingClaim(claim, reader),
      words,
      doneOn: britishDate(doneOn),
      validUntil: validUntil && britishDate(validUntil),
      file: sha256 && `/standing/claims/${id}/file`,
      takesTwo: kind === 'outside_certificate' && firstBy === null,
      mayDecide: decidedAt === null && personId !== reader && firstBy !== reader,
      decided: decidedAt && `${accepted ? 'Accepted' : 'Refused'} at ${britishTimeAndDate(decidedAt)}: ${decision}`,
    },
    limit: WORDS_LIMIT,
    form,
    ...problems,
  };
}
