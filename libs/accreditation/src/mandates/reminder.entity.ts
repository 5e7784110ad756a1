import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reader, Step } from './ladder';

/** A rung of the ladder was reached for a reader: once, whoever looks and however often. */
@Entity({ name: 'reminder' })
export class ReminderEntity {
  @PrimaryColumn('uuid')
  obligationId: string;

  /** Days after the due day. */
  @PrimaryColumn('smallint')
  step: Step;

  @PrimaryColumn('text')
  reader: Reader;

  @Column('date')
  reachedOn: Day;

  /** Null: it waits for the letter of the day. */
  @Column('date', { nullable: true })
  toldOn: Day | null;
}
