import type { Claim } from '@induct/accreditation';
import { britishDate, britishTimeAndDate, type Day } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import type { WaitingRow, WaitingWords } from '../../lists/waiting';
import { CLAIM_KINDS } from '../../words/claim-kinds';
import { WORDS_LIMIT } from './decision.form';

export const CLAIMS: WaitingWords = {
  heading: 'Claims',
  begin: { text: 'Enter what a member has done', href: '/admin/members/enter' },
  says: (total) =>
    `What members have done elsewhere, and ask you to accept: ${total} to look at. The oldest come first.`,
  empty: 'There are none: nothing waits for you.',
  done: {
    entered: 'It is entered, and they get a letter. Another officer decides whether it counts.',
    decided: 'It is on record, and the member gets a letter.',
    second: 'You have accepted it. It counts when a second officer accepts it too.',
  },
};

/** A claim in the list of those that wait. @param reader the officer */
export const waitingClaim = (claim: Claim, reader: string): WaitingRow => ({
  href: `/admin/claims/${claim.id}`,
  name: `${claim.name}: ${claim.title}`,
  says: `${CLAIM_KINDS[claim.kind]}, ${howItCame(claim)}.`,
  note: noteFor(claim, reader),
});

const SOMEBODY_GONE = 'somebody who has left';

function howItCame({ enteredBy, enteredByName, sentAt }: Claim): string {
  const at = britishTimeAndDate(sentAt);
  return enteredBy === null
    ? `sent in at ${at}`
    : `entered by ${enteredByName ?? SOMEBODY_GONE} for the member at ${at}`;
}

/** Why this officer cannot decide it, or that one has accepted it already. */
function noteFor({ firstBy, personId, enteredBy }: Claim, reader: string): string | undefined {
  if (personId === reader) return 'Your own: another officer looks at it.';
  if (enteredBy === reader) return 'You have entered it: another officer looks at it.';
  if (firstBy === null) return undefined;
  if (firstBy === reader) return 'You have accepted it: a second officer looks at it.';
  return firstBy === enteredBy
    ? 'It takes two officers, and one has entered it: you would be the second.'
    : 'One officer has accepted it: you would be the second.';
}

/** The page of one claim, with the form that decides it. */
export function claimPage(
  claim: Claim,
  { reader, today }: { reader: string; today: Day },
  form: Fields,
  problems: FormProblems,
) {
  const {
    id,
    name,
    title,
    kind,
    sentAt,
    doneOn,
    validUntil,
    words,
    sha256,
    decidedAt,
    takenBackAt,
    accepted,
    decision,
    firstBy,
    personId,
    enteredBy,
    enteredByName,
    withdrawnAt,
    withdrawnReason,
  } = claim;
  return {
    claim: {
      ...waitingClaim(claim, reader),
      name,
      title,
      kind: CLAIM_KINDS[kind],
      sent: britishTimeAndDate(sentAt),
      enteredBy: enteredBy && (enteredByName ?? SOMEBODY_GONE),
      person: `/admin/members/${personId}`,
      words,
      doneOn: britishDate(doneOn),
      validUntil: validUntil && britishDate(validUntil),
      isOver: validUntil !== null && validUntil < today,
      file: sha256 && `/standing/claims/${id}/file`,
      takesTwo: kind === 'outside_certificate' && firstBy === null,
      mayDecide: decidedAt === null && takenBackAt === null && ![personId, firstBy, enteredBy].includes(reader),
      decided: takenBackAt
        ? `Taken back by ${name} at ${britishTimeAndDate(takenBackAt)}. Nothing is to be decided.`
        : decidedAt && `${accepted ? 'Accepted' : 'Refused'} at ${britishTimeAndDate(decidedAt)}: ${decision}`,
      withdrawn: withdrawnAt && `Withdrawn at ${britishTimeAndDate(withdrawnAt)}: ${withdrawnReason}`,
    },
    limit: WORDS_LIMIT,
    form,
    ...problems,
  };
}
