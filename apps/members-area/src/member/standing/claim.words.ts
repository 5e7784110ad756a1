import type { Claim, ClaimKind } from '@induct/accreditation';
import { britishDate, type Day } from '@induct/platform';

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
  const { id, kind, sentAt, decidedAt, accepted, decision, sha256, validUntil } = claim;
  const what = `${KINDS[kind].text}, sent in on ${britishDate(sentAt)}.`;
  const file = sha256 === null ? undefined : `/standing/claims/${id}/file`;
  if (decidedAt === null) return { state: 'An officer looks at it.', what: `${what} You need do nothing.`, file };
  const on = `on ${britishDate(decidedAt)}`;
  const state = accepted ? `Accepted ${on}.` : `Not accepted, ${on}.`;
  const isOver = accepted && validUntil !== null && validUntil < today;
  const over = isOver ? ` It ran out on ${britishDate(validUntil)}.` : '';
  return { state, what: `${what}${over} The officer says: ${decision}`, file };
}
