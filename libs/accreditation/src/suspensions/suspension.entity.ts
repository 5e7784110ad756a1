import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a certificate does not count for now: proposed by one officer, confirmed by another, lifted by one. */
@Entity({ name: 'suspension' })
export class SuspensionEntity {
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

  @Column('uuid', { nullable: true })
  liftedBy: string | null;

  @Column('timestamptz', { nullable: true })
  liftedAt: Date | null;

  @Column('text', { nullable: true })
  liftedWhy: string | null;
}
