import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FeedbackStage } from './timetable';

/** Somebody was asked, and has answered or not; never what. */
@Entity({ name: 'feedback_invitation' })
export class FeedbackInvitationEntity {
  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('text')
  stage: FeedbackStage;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('timestamptz')
  askedAt: Date;

  /** When a letter said so; null: none has yet. */
  @Column('timestamptz', { nullable: true })
  toldAt: Date | null;

  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;

  /** A day, no moment: what was answered must not be found by it. */
  @Column('date', { nullable: true })
  answeredOn: Day | null;
}
