import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody must have shown before they sit on a body: a requirement, or an award of a scheme. Never deleted. */
@Entity({ name: 'body_training' })
export class BodyTrainingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  bodyId: string;

  @Column('uuid', { nullable: true })
  requirementId: string | null;

  @Column('uuid', { nullable: true })
  schemeId: string | null;

  /** The days of sitting on which it is asked. */
  @Column('daterange')
  during: string;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid', { nullable: true })
  supersededBy: string | null;

  /** Null: this is what is asked today. */
  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
