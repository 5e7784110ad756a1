import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who had completed the course when a publication asked to take it again. */
@Entity({ name: 'renewal' })
export class RenewalEntity {
  @PrimaryColumn('uuid')
  publicationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('uuid')
  courseId: string;

  @Column('date')
  dueOn: string;

  /** When an attempt that meets it was completed; kept by triggers. */
  @Column('timestamptz', { nullable: true })
  metAt: Date | null;
}
