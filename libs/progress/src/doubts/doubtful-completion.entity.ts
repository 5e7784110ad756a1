import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Doubt } from '../attempt/plausibility';

/** A completion that is hard to believe, and why; no award comes of one until an officer has looked. */
@Entity({ name: 'doubtful_completion' })
export class DoubtfulCompletionEntity {
  @PrimaryColumn('uuid')
  attemptId: string;

  @Column('text', { array: true })
  doubts: Doubt[];

  @Column('timestamptz')
  recordedAt: Date;

  /** What the officer said; null until somebody has looked. */
  @Column('boolean', { nullable: true })
  counts: boolean | null;

  @Column('uuid', { nullable: true })
  lookedBy: string | null;

  @Column('timestamptz', { nullable: true })
  lookedAt: Date | null;

  @Column('text', { nullable: true })
  words: string | null;
}
