import { britishDate, britishTimeAndDate } from '@induct/platform';
import {
  calledBy,
  type Certificate,
  isRevocable,
  LANGUAGES_CALLED,
  printedFacts,
  readFacts,
  type Validity,
  validWords,
  welshFacts,
} from '@induct/accreditation';
import { fileSize } from '../../words/counted';
import { inWelsh } from '../../words/in-welsh';
import type { ProposalRow } from './act.queries';
import { addressOf, openAct } from './act.view';
import { REVOKING, SUSPENDING } from './acts';
import type { HistoryRow } from './certificate.queries';
import { printState, VALIDITY_TAGS } from './register.view';

/** Said by the audit trail itself. */
const OFFICERS_ISSUED = ['certificate.issued-by-hand', 'certificate.issued-in-batch'];

const HAPPENED: Record<string, string> = {
  'certificate.issued-by-hand': 'Issued by hand',
  'certificate.issued-in-batch': 'Issued in a batch',
  'certificate.sent-again': 'Sent to the holder again',
  'certificate.replaced': 'Replaced by another certificate',
  'certificate.revocation-proposed': 'Proposed to be revoked',
  'certificate.revocation-withdrawn': 'Left in force: the proposal to revoke it was withdrawn',
  'certificate.revoked': 'Revoked',
  'certificate.suspension-proposed': 'Proposed to be suspended',
  'certificate.suspension-withdrawn': 'Left in force: the proposal to suspend it was withdrawn',
  'certificate.suspended': 'Suspended',
  'certificate.suspension-lifted': 'Suspension lifted: it counts again',
  'certificate.retried': 'Printing was tried again',
  'letter.written': 'Letter to the holder written',
  'letter.sent': 'Letter delivered to the mail server',
};

const DONE: Record<string, string> = {
  sent: 'The letter with the certificate is on its way to the holder.',
  proposed: 'Your proposal waits for a second officer. Until then the certificate is in force.',
  kept: 'The certificate stays in force.',
  revoked: 'The certificate is revoked. Whoever checks it sees so at once.',
  'suspend-proposed': 'Your proposal waits for a second officer. Until then the certificate counts.',
  suspended: 'The certificate is suspended. Whoever checks it sees so at once.',
  lifted: 'The suspension is lifted: the certificate counts again.',
};
/** The same of one that is suspended. */
const DONE_TO_SUSPENDED: Record<string, string> = {
  proposed: 'Your proposal waits for a second officer. Until then the certificate stays suspended.',
  kept: 'The certificate stays suspended.',
};

/** Said after an act, when the page is shown again. */
export const doneWords = (done: string | undefined, { state }: Pick<Certificate, 'state'>): string | undefined =>
  (state === 'suspended' ? DONE_TO_SUSPENDED[String(done)] : undefined) ?? DONE[String(done)];

interface CertificatePage {
  certificate: Certificate;
  validity: Validity;
  history: readonly HistoryRow[];
  /** That waits for a second officer. */
  proposal?: ProposalRow | undefined;
  /** That waits for a second officer, or is in effect. */
  suspension?: ProposalRow | undefined;
  /** Who is looking. */
  officerId: string;
}

/** Everything the page of one certificate shows. */
export function certificateView({ certificate, validity, history, proposal, suspension, officerId }: CertificatePage) {
  const { number, facts, holderName, personId, state, renderedAt } = certificate;
  const { edition, languages } = readFacts(facts);
  const printed = printedFacts(facts);
  const welsh = welshFacts(facts);
  const inForce = state === 'issued';
  return {
    number,
    href: addressOf(certificate),
    tag: VALIDITY_TAGS[validity],
    inForce,
    holder: { name: holderName, href: `/admin/members/${personId}` },
    facts: [
      { key: 'Scheme', value: `${facts.scheme}, ${edition.en}` },
      { key: 'Language', value: LANGUAGES_CALLED[languages] },
      ...(welsh ? [{ key: 'In Welsh', value: '', ...inWelsh('', calledBy(welsh)) }] : []),
      ...(facts.issuedByHand ? [{ key: 'How it came about', value: 'By hand, by decision of two officers' }] : []),
      { key: 'Awarded on', value: britishDate(facts.awardedOn) },
      { key: 'Valid until', value: validWords(facts) },
      { key: 'Learning time', value: printed.learning },
      { key: 'Signed by', value: facts.signatories.map(({ name, office }) => `${name}, ${office}`).join('\n') || '–' },
    ],
    revocation: certificate.revokedAt && {
      at: britishTimeAndDate(certificate.revokedAt),
      reason: certificate.revocationReason ?? 'No reason was recorded',
    },
    canBeRevoked: isRevocable(state),
    suspension: isRevocable(state) && suspension && openAct(SUSPENDING, certificate, suspension, officerId),
    proposal: isRevocable(state) && proposal && openAct(REVOKING, certificate, proposal, officerId),
    replacement: certificate.replacedBy && {
      number: certificate.replacedBy,
      href: `/admin/certificates/${certificate.replacedBy}`,
    },
    // As it is printed: how each was met, where there is no score.
    shown: printed.shown,
    modules: printed.modules.map(({ title, completedOn, result }) => ({ title, on: completedOn, result })),
    pdf: renderedAt
      ? {
          href: `/admin/certificates/${number}/pdf`,
          size: fileSize(certificate.pdfBytes ?? 0),
          sha256: certificate.pdfSha256 ?? '',
        }
      : undefined,
    printState: printState(certificate),
    canResend: inForce && renderedAt !== null,
    canRetry: inForce && renderedAt === null && certificate.renderError !== null,
    history: [
      ...(history.some(({ action }) => OFFICERS_ISSUED.includes(action))
        ? []
        : [{ at: britishTimeAndDate(certificate.issuedAt), what: issuedHow(certificate), who: '', reason: '' }]),
      ...events(certificate, history),
    ],
  };
}

/** Of one that took another's place, the other's page says how that was. */
const issuedHow = ({ facts }: Certificate) =>
  facts.issuedByHand
    ? 'Issued in the place of one that was issued by hand'
    : 'Issued when everything that is asked for was met';

function events({ renderedAt, pdfBytes }: Certificate, history: readonly HistoryRow[]) {
  const printed = renderedAt
    ? [{ at: renderedAt, action: 'printed', actor: null, reason: pdfBytes ? fileSize(pdfBytes) : null }]
    : [];
  return [...printed, ...history]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, action, actor, reason }) => ({
      at: britishTimeAndDate(at),
      what: action === 'printed' ? 'PDF made and stored' : (HAPPENED[action] ?? action),
      who: actor ? `by ${actor}` : '',
      reason: reason ?? '',
    }));
}
