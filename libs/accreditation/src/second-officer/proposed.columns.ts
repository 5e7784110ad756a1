import { Column, PrimaryColumn } from 'typeorm';

/** What one officer proposed, and another confirms or somebody withdraws. */
export abstract class Proposed {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  /** Never who proposed it; null while it waits. */
  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
