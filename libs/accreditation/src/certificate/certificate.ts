import type { CertificateEntity } from './certificate.entity';
import { WAITS } from './revocation.repository';

/** One row of the register. */
export type Certificate = Pick<
  CertificateEntity,
  | 'id'
  | 'awardId'
  | 'personId'
  | 'number'
  | 'secret'
  | 'holderName'
  | 'facts'
  | 'template'
  | 'issuedAt'
  | 'state'
  | 'revokedAt'
  | 'revokedBy'
  | 'revocationReason'
  | 'pdfBytes'
  | 'renderedAt'
  | 'renderAttempts'
  | 'renderError'
> & {
  /** Number of the certificate that took its place. */
  replacedBy: string | null;
  /** One officer wants it revoked, and a second one has not said yet. */
  isRevocationProposed: boolean;
  /** Hex; null until the PDF is in the store. */
  pdfSha256: string | null;
};

/** Columns of a {@link Certificate}; the table is called `c`. */
export const CERTIFICATE = `c.id, c.award_id as "awardId", c.person_id as "personId", c.number, c.secret,
  c.holder_name as "holderName", c.facts, c.template, c.issued_at as "issuedAt", c.state,
  (select n.number from certificate n where n.id = c.replaced_by) as "replacedBy",
  c.revoked_at as "revokedAt", c.revoked_by as "revokedBy", c.revocation_reason as "revocationReason",
  c.state = 'issued' and exists (select from revocation v where v.certificate_id = c.id and ${WAITS})
    as "isRevocationProposed",
  encode(c.pdf_sha256, 'hex') as "pdfSha256", c.pdf_bytes as "pdfBytes", c.rendered_at as "renderedAt",
  c.render_attempts as "renderAttempts", c.render_error as "renderError"`;
