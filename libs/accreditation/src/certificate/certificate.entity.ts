import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CertificateFacts } from './certificate-facts';
import type { RegisterState } from './validity';

/** What says so on paper, and how far its printing is. */
@Entity({ name: 'certificate' })
export class CertificateEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  awardId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  number: string;

  /** In the QR code only: whoever has it has seen the paper. */
  @Column('text')
  secret: string;

  @Column('text')
  holderName: string;

  /** Everything that is printed, frozen at issue: see CertificateFacts. */
  @Column('jsonb')
  facts: CertificateFacts;

  @Column('text')
  template: string;

  /** Whose words and layout its design sets; null: the design has its own. */
  @Column('uuid', { nullable: true })
  templateVersionId: string | null;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('text')
  state: RegisterState;

  @Column('uuid', { nullable: true })
  replacedBy: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy: string | null;

  @Column('text', { nullable: true })
  revocationReason: string | null;

  @Column('bytea', { nullable: true })
  pdfSha256: Buffer | null;

  @Column('integer', { nullable: true })
  pdfBytes: number | null;

  @Column('timestamptz', { nullable: true })
  renderedAt: Date | null;

  /** The worker that prints it at present. */
  @Column('uuid', { nullable: true })
  leasedBy: string | null;

  @Column('timestamptz', { nullable: true })
  leasedUntil: Date | null;

  @Column('integer')
  renderAttempts: number;

  @Column('text', { nullable: true })
  renderError: string | null;

  /** Kept by the database, to find by: see foldName in libs/people. */
  @Column({ type: 'text', insert: false, update: false })
  holderFolded: string;
}
