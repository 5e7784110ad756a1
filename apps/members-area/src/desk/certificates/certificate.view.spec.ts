import type { Certificate, Validity } from '@induct/accreditation';
import type { HistoryRow } from './certificate.queries';
import { certificateView } from './certificate.view';

const at = new Date('2026-11-22T14:32:00Z');
const certificate: Certificate = {
  id: 'c1',
  awardId: 'a1',
  personId: 'p1',
  number: 'NMC-2026-7KQ4M-2XWPH-5',
  secret: 'kept from everybody',
  holderName: 'Ann Baker',
  templateVersionId: null,
  version: null,
  facts: {
    language: 'en-GB',
    council: 'Northmoor County Council',
    holder: 'Ann Baker',
    scheme: 'Core skills',
    edition: 'Edition 1',
    modules: [{ title: 'The code of conduct', completedOn: '2026-11-20', score: null }],
    learningSeconds: 3900,
    awardedOn: '2026-11-22',
    validUntil: '2030-11-21',
    number: 'NMC-2026-7KQ4M-2XWPH-5',
    signatories: [],
  },
  template: 'accreditation-1',
  issuedAt: at,
  state: 'issued',
  replacedBy: null,
  revokedAt: null,
  revokedBy: null,
  revocationReason: null,
  isRevocationProposed: false,
  suspendedAt: null,
  isSuspensionProposed: false,
  pdfSha256: '5c'.repeat(32),
  pdfBytes: 84_000,
  renderedAt: new Date('2026-11-22T14:32:03Z'),
  renderAttempts: 1,
  renderError: null,
};

const view = (shown: Certificate, history: HistoryRow[] = [], validity: Validity = 'valid') =>
  certificateView({ certificate: shown, validity, history, officerId: 'o1' });

describe('the page of a certificate', () => {
  it('never shows the secret of the QR code', () => {
    expect(JSON.stringify(view(certificate))).not.toContain(certificate.secret);
  });

  it('tells what happened in the order it happened', () => {
    const history = [
      { at: new Date('2026-11-22T14:32:04Z'), action: 'letter.written', actor: null, reason: null },
      { at: new Date('2026-12-01T09:00:00Z'), action: 'certificate.sent-again', actor: 'Olive Officer', reason: null },
    ];
    expect(view(certificate, history).history.map(({ what, who }) => `${what} ${who}`.trim())).toEqual([
      'Issued when everything that is asked for was met',
      'PDF made and stored',
      'Letter to the holder written',
      'Sent to the holder again by Olive Officer',
    ]);
  });

  it('offers to send only what is in force and printed', () => {
    expect(view(certificate).canResend).toBe(true);
    expect(view({ ...certificate, renderedAt: null }).canResend).toBe(false);
    expect(view({ ...certificate, state: 'revoked' }, [], 'revoked').canResend).toBe(false);
  });

  it('says who proposed to revoke it while it is in force, and whether that is who is looking', () => {
    const proposal = { id: 'r1', reason: 'In error.', proposedBy: 'o1', proposedByName: 'Olive', proposedAt: at };
    const page = { certificate, validity: 'valid', history: [], proposal } as const;
    expect(certificateView({ ...page, officerId: 'o1' }).proposal).toMatchObject({ by: 'Olive', isOwn: true });
    expect(certificateView({ ...page, officerId: 'o2' }).proposal).toMatchObject({ isOwn: false });
    const replaced = { ...page, certificate: { ...certificate, state: 'replaced' as const } };
    expect(certificateView({ ...replaced, officerId: 'o2' }).proposal).toBe(false);
  });

  it('says when the document is still missing', () => {
    const unprinted = { ...certificate, renderedAt: null };
    expect(view(unprinted).printState).toBe('The PDF is being made');
    expect(view({ ...unprinted, renderError: 'x' })).toMatchObject({
      printState: 'The PDF could not be made yet',
      canRetry: true,
    });
  });
});
