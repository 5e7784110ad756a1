import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BatchOutcome } from './dry-run';

/** What became of one person's row. `moved`: something had changed since the dry run. */
export type BatchResult = 'issued' | 'moved' | 'failed';

/** One person in a batch: what the dry run says, and what came of it. */
@Entity({ name: 'batch_row' })
export class BatchRowEntity {
  @PrimaryColumn('uuid')
  batchId: string;

  @PrimaryColumn('uuid')
  personId: string;

  /** Its place in the list, by name. */
  @Column('integer')
  nth: number;

  /** As it was read. */
  @Column('text')
  name: string;

  @Column('text')
  outcome: BatchOutcome;

  /** Why, in words. */
  @Column('text')
  detail: string;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;

  @Column('text', { nullable: true })
  result: BatchResult | null;

  /** Of what was not issued. */
  @Column('text', { nullable: true })
  why: string | null;

  @Column('uuid', { nullable: true })
  certificateId: string | null;
}
