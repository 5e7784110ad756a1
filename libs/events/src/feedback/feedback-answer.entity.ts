import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answering } from './results';
import type { FeedbackStage } from './timetable';
import type { Answers } from './what-is-asked';

/** What somebody said. Neither who nor when. */
@Entity({ name: 'feedback_answer' })
export class FeedbackAnswerEntity {
  /** By chance. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  @Column('text')
  stage: FeedbackStage;

  @Column('text')
  audience: Answering;

  @Column('jsonb')
  answers: Answers;
}
