import type { Claim } from '@induct/accreditation';
import { nameInText } from '@induct/letters';
import { asTyped, type Day, readerDate, said, w } from '@induct/platform';
import type { KindWords } from '../../forms/claim/claim-fields';

/** What is claimed, as members read it. */
export const KINDS: KindWords = {
  prior_learning: {
    text: 'Learning you did before',
    hint: 'A course, a session or another council’s induction. Say what it was, where and with whom.',
  },
  recording: {
    text: 'A recording you watched',
    hint: 'Say which, and that you watched all of it.',
  },
  outside_certificate: {
    text: 'A certificate from elsewhere',
    hint: 'Send the certificate along. Two officers look at it.',
  },
};

/** Where a claim stands, for the member whose it is. */
export function claimState(claim: Claim, today: Day) {
  const {
    id,
    kind,
    sentAt,
    decidedAt,
    takenBackAt,
    accepted,
    decision,
    sha256,
    countsUntil,
    withdrawnAt,
    withdrawnReason,
  } = claim;
  const isEntered = claim.enteredBy !== null;
  const what = isEntered
    ? w`${said(KINDS[kind].text)}, entered for you by ${enterer(claim)} on ${readerDate(sentAt)}.`
    : w`${said(KINDS[kind].text)}, sent in on ${readerDate(sentAt)}.`;
  const file = sha256 === null ? undefined : fileOf(id);
  if (takenBackAt !== null)
    return { state: w`Taken back by you on ${readerDate(takenBackAt)}.`, what, file, isEntered };
  if (decidedAt === null)
    return {
      state: isEntered ? said('Another officer looks at it.') : said('An officer looks at it.'),
      what: w`${what} You need do nothing.`,
      file,
      isEntered,
      takeBack: takeBackHref(id),
    };
  const on = w`on ${readerDate(decidedAt)}`;
  const isOver = withdrawnAt === null && countsUntil !== null && countsUntil < today;
  const over = isOver ? w` It ran out on ${readerDate(countsUntil)}.` : '';
  return {
    state: withdrawnAt ? noMore(withdrawnAt) : accepted ? w`Accepted ${on}.` : w`Not accepted, ${on}.`,
    what: w`${what}${over} The officer says: ${asTyped(withdrawnReason ?? decision ?? '')}`,
    file,
    isEntered,
  };
}

/** Who entered it for the member. */
export const enterer = ({ enteredByName }: Pick<Claim, 'enteredByName'>): string =>
  enteredByName === null ? said('an officer') : nameInText(enteredByName);

/** Where whoever a claim is about has its file. */
export const fileOf = (id: string): string => `/standing/claims/${id}/file`;

/** Where whoever a claim is about takes it back. */
export const takeBackHref = (id: string): string => `/standing/claims/${id}/take-back`;

/** Neither decided nor taken back. */
export const isWaiting = ({ decidedAt, takenBackAt }: Pick<Claim, 'decidedAt' | 'takenBackAt'>): boolean =>
  decidedAt === null && takenBackAt === null;

/** Of what had been accepted. */
export const noMore = (withdrawnAt: Date): string => w`Withdrawn on ${readerDate(withdrawnAt)}: it counts no more.`;
