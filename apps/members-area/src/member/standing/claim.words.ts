import type { Claim, ClaimKind } from '@induct/accreditation';
import { asTyped, type Day, readerDate, said, w } from '@induct/platform';

/** What is claimed, as members and officers read it. */
export const KINDS: Record<ClaimKind, { text: string; hint: string }> = {
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

/** Where a claim stands, for the member who sent it in. */
export function claimState(claim: Claim, today: Day) {
  const { id, kind, sentAt, decidedAt, accepted, decision, sha256, countsUntil, withdrawnAt, withdrawnReason } = claim;
  const what = w`${said(KINDS[kind].text)}, sent in on ${readerDate(sentAt)}.`;
  const file = sha256 === null ? undefined : fileOf(id);
  if (decidedAt === null)
    return { state: said('An officer looks at it.'), what: w`${what} You need do nothing.`, file };
  const on = w`on ${readerDate(decidedAt)}`;
  const isOver = withdrawnAt === null && countsUntil !== null && countsUntil < today;
  const over = isOver ? w` It ran out on ${readerDate(countsUntil)}.` : '';
  return {
    state: withdrawnAt ? noMore(withdrawnAt) : accepted ? w`Accepted ${on}.` : w`Not accepted, ${on}.`,
    what: w`${what}${over} The officer says: ${asTyped(withdrawnReason ?? decision ?? '')}`,
    file,
  };
}

/** Where whoever sent a claim in has its file. */
export const fileOf = (id: string): string => `/standing/claims/${id}/file`;

/** Of what had been accepted. */
export const noMore = (withdrawnAt: Date): string => w`Withdrawn on ${readerDate(withdrawnAt)}: it counts no more.`;
