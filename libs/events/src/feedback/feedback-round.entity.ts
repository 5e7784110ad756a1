import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FeedbackResults } from './results';
import type { FeedbackStage } from './timetable';
import type { AskedQuestion } from './what-is-asked';

/** Those who were at a session are asked about it: right afterwards, and what has become of it after three months. */
@Entity({ name: 'feedback_round' })
export class FeedbackRoundEntity {
  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('text')
  stage: FeedbackStage;

  /** Of the usual questions; null when only outcomes are asked back. */
  @Column('integer', { nullable: true })
  revision: number | null;

  /** What was planned, as it was then. */
  @Column('text', { array: true })
  outcomes: string[];

  @Column('jsonb')
  asked: AskedQuestion[];

  @Column('date')
  openedOn: Day;

  /** The last day on which an answer is taken. */
  @Column('date')
  closesOn: Day;

  /** From then on who was asked is forgotten. */
  @Column('date')
  forgottenFrom: Day;

  /** Null until it is closed. Never changed. */
  @Column('jsonb', { nullable: true })
  results: FeedbackResults | null;

  @Column('timestamptz', { nullable: true })
  resultsAt: Date | null;

  /** What was changed because of what people said: for those who were asked. */
  @Column('text', { nullable: true })
  changed: string | null;

  @Column('timestamptz', { nullable: true })
  changedAt: Date | null;

  @Column('uuid', { nullable: true })
  changedBy: string | null;
}
