import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Publishing over the gate: one proposes, another does it. */
@Entity({ name: 'publish_override' })
export class PublishOverrideEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  versionId: string;

  @Column('uuid')
  courseId: string;

  @Column('uuid')
  proposedBy: string;

  @Column('text')
  reason: string;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
