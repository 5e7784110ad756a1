import type { CertificateEntity } from './certificate.entity';
import type { Template } from './template';
import { WAITS } from './revocation.repository';

/** What is written when one is issued. */
export type NewCertificate = Pick<
  CertificateEntity,
  | 'id'
  | 'awardId'
  | 'personId'
  | 'number'
  | 'secret'
  | 'holderName'
  | 'facts'
  | 'template'
  | 'templateVersionId'
  | 'issuedAt'
>;

/** What becomes of it. */
type Afterwards = Pick<
  CertificateEntity,
  | 'state'
  | 'revokedAt'
  | 'revokedBy'
  | 'revocationReason'
  | 'pdfBytes'
  | 'renderedAt'
  | 'renderAttempts'
  | 'renderError'
>;

/** One row of the register. */
export type Certificate = NewCertificate &
  Afterwards & {
    /** Number of the certificate that took its place. */
    replacedBy: string | null;
    /** One officer wants it revoked, and a second one has not said yet. */
    isRevocationProposed: boolean;
    /** Since when it does not count; null when it is not suspended. */
    suspendedAt: Date | null;
    /** One officer wants it suspended, and a second one has not said yet. */
    isSuspensionProposed: boolean;
    /** What its design sets; null: the design has its own words. */
    version: Template | null;
    /** Hex; null until the PDF is in the store. */
    pdfSha256: string | null;
  };

/** True of a certificate `c` that one officer wants suspended. */
export const SUSPENSION_WAITS = `exists (
    select from suspension s where s.certificate_id = c.id and s.confirmed_at is null and s.withdrawn_at is null)`;

/** True of a certificate `c` that one officer wants revoked, whatever its state. */
export const REVOCATION_WAITS = `exists (select from revocation v where v.certificate_id = c.id and ${WAITS})`;

/**
 * Suspended, or one officer wants it suspended or revoked. No other takes its place until that is decided: the doubt would be
 * about a number that is over, and the new one would be free of it.
 */
export const isInQuestion = ({
  state,
  isRevocationProposed,
  isSuspensionProposed,
}: Pick<Certificate, 'state' | 'isRevocationProposed' | 'isSuspensionProposed'>): boolean =>
  state === 'suspended' || isRevocationProposed || isSuspensionProposed;
/** The same of a certificate `c` in force or suspended. */
export const IS_IN_QUESTION = `(c.state = 'suspended' or ${REVOCATION_WAITS} or ${SUSPENSION_WAITS})`;

/** Columns of a {@link Certificate}; the table is called `c`. */
export const CERTIFICATE = `c.id, c.award_id as "awardId", c.person_id as "personId", c.number, c.secret,
  c.holder_name as "holderName", c.facts, c.template, c.template_version_id as "templateVersionId",
  (select t.template from template_version t where t.id = c.template_version_id) as version, c.issued_at as "issuedAt", c.state,
  (select n.number from certificate n where n.id = c.replaced_by) as "replacedBy",
  c.revoked_at as "revokedAt", c.revoked_by as "revokedBy", c.revocation_reason as "revocationReason",
  c.state in ('issued', 'suspended') and ${REVOCATION_WAITS} as "isRevocationProposed",
  (select s.confirmed_at from suspension s where s.certificate_id = c.id and s.confirmed_at is not null
      and s.lifted_at is null and c.state = 'suspended')
    as "suspendedAt",
  c.state = 'issued' and ${SUSPENSION_WAITS} as "isSuspensionProposed",
  encode(c.pdf_sha256, 'hex') as "pdfSha256", c.pdf_bytes as "pdfBytes", c.rendered_at as "renderedAt",
  c.render_attempts as "renderAttempts", c.render_error as "renderError"`;
