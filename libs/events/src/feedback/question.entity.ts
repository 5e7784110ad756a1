import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people are asked about any session. All of a revision stay as they are; a change makes another one. */
@Entity({ name: 'question' })
export class QuestionEntity {
  @PrimaryColumn('integer')
  revision: number;

  /** From 1 to 6. */
  @PrimaryColumn('integer')
  number: number;

  @Column('text')
  kind: 'choice' | 'text';

  @Column('text')
  words: string;

  /** Of a choice: the best first. */
  @Column('text', { array: true })
  options: string[];

  @Column('timestamptz')
  recordedAt: Date;

  /** Null: those that Induct brings along. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}
