import type { Day } from '@induct/platform';
import { ViewColumn, ViewEntity } from 'typeorm';
import type { FeedbackStage } from '../feedback/timetable';

/** Somebody was asked about a session they were at, and whether they have answered. Never what. */
@ViewEntity({ name: 'feedback_standing', synchronize: false })
export class FeedbackStanding {
  @ViewColumn()
  personId: string;

  @ViewColumn()
  sessionId: string;

  @ViewColumn()
  stage: FeedbackStage;

  @ViewColumn()
  eventTitle: string;

  /** The last day on which they can answer, as text in SQL. */
  @ViewColumn()
  closesOn: Day;

  @ViewColumn()
  askedAt: Date;

  /** As text in SQL; null: not yet. */
  @ViewColumn()
  answeredOn: Day | null;
}
