import { Column } from 'typeorm';

/** How far somebody has come: with one attempt, or with all of them. */
export abstract class ResultColumns {
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

  /** Of a registration: when the course became complete, that is completed and not failed. */
  @Column('timestamptz', { nullable: true })
  completedAt: Date | null;
}
