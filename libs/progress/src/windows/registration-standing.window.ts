import { ViewColumn, ViewEntity } from 'typeorm';
import type { RegistrationResult } from '../openings/registration-result';

/** One person on one course that they have begun. */
@ViewEntity({ name: 'registration_standing', synchronize: false })
export class RegistrationStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  courseId: string;

  @ViewColumn()
  completion: 'not_attempted' | 'incomplete' | 'completed';

  @ViewColumn()
  success: 'unknown' | 'failed' | 'passed';

  /** Per cent, the best so far; a numeric. */
  @ViewColumn()
  score: string | null;

  /** Per cent: what it was completed with. */
  @ViewColumn()
  completedScore: string | null;

  /** The one that goes with the time that is shown: with a completion, what it was completed with. */
  @ViewColumn()
  shownScore: string | null;

  /** Share done, 0 to 1, as far as the package reports it. */
  @ViewColumn()
  progress: string | null;

  @ViewColumn()
  learningSeconds: number;

  @ViewColumn()
  startedAt: Date;

  @ViewColumn()
  recordedAt: Date;

  /** When it became complete: completed and not failed. */
  @ViewColumn()
  completedAt: Date | null;

  @ViewColumn()
  completedVersionId: string | null;

  /** What is said of it: see resultOf. */
  @ViewColumn()
  result: RegistrationResult;
}
