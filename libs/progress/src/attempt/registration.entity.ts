import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one person has done of one course: the sum of their attempts. */
@Entity({ name: 'registration' })
export class RegistrationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  courseId: string;

  /** Counts its changes: a writer that read an older one reads again. */
  @Column('integer')
  revision: number;

  @Column('text')
  scorePolicy: 'best' | 'latest' | 'first';

  @Column('text')
  completion: 'not_attempted' | 'incomplete' | 'completed';

  @Column('text')
  success: 'unknown' | 'failed' | 'passed';

  /** Per cent, 0 to 100. */
  @Column('numeric', { nullable: true })
  score: string | null;

  /** Share done, 0 to 1, as far as the package reports it. */
  @Column('numeric', { nullable: true })
  progress: string | null;

  @Column('integer')
  learningSeconds: number;

  @Column('timestamptz')
  startedAt: Date;

  /** When something was last recorded; when it was opened, if nothing has been. */
  @Column('timestamptz')
  recordedAt: Date;

  /** When the course became complete: completed and not failed. */
  @Column('timestamptz', { nullable: true })
  completedAt: Date | null;

  @Column('uuid', { nullable: true })
  completedVersionId: string | null;

  /** Per cent; what it was completed with, or was scored within the hour after: score may have become better since. */
  @Column('numeric', { nullable: true })
  completedScore: string | null;
}
