import type { Certificate, Follows } from '@induct/accreditation';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { REASON_LIMIT } from './act.form';
import type { ProposalRow } from './act.queries';
import { type CertificateAct, staysHow } from './acts';
import { addressOf } from './address';
import { followsView, restingAsks } from './follows.view';

export { addressOf } from './address';

/** What an officer reads of what was proposed, or is in effect. */
const proposalView = ({ id, reason, proposedByName, proposedAt, since }: ProposalRow) => ({
  id,
  reason,
  by: proposedByName,
  at: britishTimeAndDate(proposedAt),
  since: since && britishTimeAndDate(since),
});

/** The pages that propose an act, decide it and take it back. */
export const actPage = (
  act: CertificateAct,
  certificate: Certificate,
  form: Fields,
  problems: FormProblems,
  { open, follows }: { open?: ProposalRow | undefined; follows: Follows },
) => ({
  act,
  follows: followsView(act.verb === 'revoke' ? follows : { ...follows, again: [] }),
  before: act.words.before(staysHow(certificate)),
  stays: staysHow(certificate),
  restingAsks: restingAsks(act),
  certificate: {
    number: certificate.number,
    holder: certificate.holderName,
    awarded: britishDate(certificate.facts.awardedOn),
    href: addressOf(certificate),
  },
  proposal: open && proposalView(open),
  limit: REASON_LIMIT,
  form,
  ...problems,
});

/** What is said of it on the certificate's page, and what this officer can do about it. */
export function openAct(act: CertificateAct, certificate: Certificate, open: ProposalRow, officerId: string) {
  const { id, reason, by, at, since } = proposalView(open);
  const isOwn = open.proposedBy === officerId;
  const waits = certificate.state === 'issued' ? act.words.waits : 'That waits for a second officer.';
  return {
    id,
    reason,
    by,
    isOwn,
    isInEffect: Boolean(since),
    says: since
      ? `Suspended since ${since}: it does not count until an officer lifts that.`
      : `${isOwn ? 'You' : by} proposed at ${at} to ${act.verb} it. ${waits}`,
    words: act.words,
    href: `${addressOf(certificate)}/${act.verb}`,
  };
}
