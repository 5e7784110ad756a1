import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a certificate is to be revoked: proposed by one officer, confirmed by another. */
@Entity({ name: 'revocation' })
export class RevocationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  certificateId: string;

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
}
