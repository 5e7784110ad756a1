import { ViewColumn, ViewEntity } from 'typeorm';

/** One try at one version of a course. */
@ViewEntity({ name: 'attempt_standing', synchronize: false })
export class AttemptStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  registrationId: string;

  @ViewColumn()
  versionId: string;

  /** Counts the tries of the registration. */
  @ViewColumn()
  number: number;

  @ViewColumn()
  completion: 'not_attempted' | 'incomplete' | 'completed';

  @ViewColumn()
  success: 'unknown' | 'failed' | 'passed';

  /** Per cent; a numeric. */
  @ViewColumn()
  score: string | null;

  /** Share done, 0 to 1. */
  @ViewColumn()
  progress: string | null;

  @ViewColumn()
  learningSeconds: number;

  /** Some of that we measured: the module reported no time. */
  @ViewColumn()
  timeMeasured: boolean;

  @ViewColumn()
  startedAt: Date;

  @ViewColumn()
  recordedAt: Date;

  @ViewColumn()
  completedAt: Date | null;
}
