import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Statement } from './statement.rules';

/** What a learning record store is told of somebody, once; it stays when it was sent, without its words. */
@Entity({ name: 'learning_statement' })
export class LearningStatementEntity {
  /** Worked out from what it tells: see statement.rules.ts. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  /** The id of the attempt or the launch. */
  @Column('text')
  about: string;

  @Column('text')
  verb: string;

  /** As it is sent; null once it was. */
  @Column('jsonb', { nullable: true })
  body: Statement | null;

  @Column('timestamptz')
  madeAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  /** Why the store will never take it, in words. */
  @Column('text', { nullable: true })
  refusal: string | null;
}
