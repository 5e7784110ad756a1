import type { CertificateFacts } from './certificate-facts';
import { WAITS } from './revocation.repository';
import type { RegisterState } from './validity';

/** One row of the register. */
export interface Certificate {
  id: string;
  awardId: string;
  personId: string;
  number: string;
  /** In the QR code only: whoever has it has seen the paper. */
  secret: string;
  holderName: string;
  facts: CertificateFacts;
  template: string;
  issuedAt: Date;
  state: RegisterState;
  /** Number of the certificate that took its place. */
  replacedBy: string | null;
  revokedAt: Date | null;
  revokedBy: string | null;
  revocationReason: string | null;
  /** One officer wants it revoked, and a second one has not said yet. */
  isRevocationProposed: boolean;
  /** Hex; null until the PDF is in the store. */
  pdfSha256: string | null;
  pdfBytes: number | null;
  renderedAt: Date | null;
  renderAttempts: number;
  renderError: string | null;
}

/** Columns of a {@link Certificate}; the table is called `c`. */
export const CERTIFICATE = `c.id, c.award_id as "awardId", c.person_id as "personId", c.number, c.secret,
  c.holder_name as "holderName", c.facts, c.template, c.issued_at as "issuedAt", c.state,
  (select n.number from certificate n where n.id = c.replaced_by) as "replacedBy",
  c.revoked_at as "revokedAt", c.revoked_by as "revokedBy", c.revocation_reason as "revocationReason",
  c.state = 'issued' and exists (select from revocation v where v.certificate_id = c.id and ${WAITS})
    as "isRevocationProposed",
  encode(c.pdf_sha256, 'hex') as "pdfSha256", c.pdf_bytes as "pdfBytes", c.rendered_at as "renderedAt",
  c.render_attempts as "renderAttempts", c.render_error as "renderError"`;
