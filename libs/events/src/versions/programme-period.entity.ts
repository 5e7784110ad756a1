import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days that are planned, approved and published as one: a year of induction. */
@Entity({ name: 'programme' })
export class ProgrammePeriodEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** In its address: `2017-18`. */
  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('date')
  firstDay: Day;

  @Column('date')
  lastDay: Day;

  /** Of the election whose candidates get it; null: nobody does. */
  @Column('date', { nullable: true })
  pollOn: Day | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}
