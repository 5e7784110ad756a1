import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What somebody of the council has said of a fact that a module asks to confirm. The newest row of an item counts. */
@Entity({ name: 'review_answer' })
export class ReviewAnswerEntity {
  /** The later, the higher. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  courseId: string;

  /** From its words: one that is unchanged in a later version stays answered. */
  @Column('text')
  item: string;

  /** As they were when it was answered. */
  @Column('text')
  itemWords: string;

  @Column('text')
  answer: 'confirmed' | 'changed';

  /** What has changed. */
  @Column('text', { nullable: true })
  words: string | null;

  @Column('uuid')
  answeredBy: string;

  @Column('timestamptz')
  answeredAt: Date;
}
