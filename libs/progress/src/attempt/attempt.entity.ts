import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One time through a version of a course. */
@Entity({ name: 'attempt' })
export class AttemptEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  registrationId: string;

  @Column('uuid')
  versionId: string;

  /** Counts the attempts of the registration. */
  @Column('integer')
  number: number;

  /** What the journal of the player is sealed with in the browser. */
  @Column('bytea')
  journalKey: Buffer;

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

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  completedAt: Date | null;

  /** Learning_seconds holds time that we measured, because the module reported none: see learning-time.ts. */
  @Column('boolean')
  timeMeasured: boolean;
}
