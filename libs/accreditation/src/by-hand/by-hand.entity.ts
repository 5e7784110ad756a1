import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A certificate for what Induct did not see: proposed by one officer, confirmed by another. */
@Entity({ name: 'by_hand' })
export class ByHandEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  schemeId: string;

  /** The London day; what is valid for so long is so from there. */
  @Column('date')
  achievedOn: string;

  /** What was shown, as the certificate says it. */
  @Column('text')
  shown: string;

  /** Why Induct did not see it, for officers. */
  @Column('text')
  reason: string;

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  /** What was issued. */
  @Column('uuid', { nullable: true })
  certificateId: string | null;
}
