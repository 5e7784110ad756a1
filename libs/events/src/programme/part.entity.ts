import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stretch of one day. Times are what the clock on the wall in London says: 1100. */
@Entity({ name: 'session_part' })
export class PartEntity {
  @PrimaryColumn('uuid')
  sessionId: string;

  /** From 1, in the order of time. */
  @PrimaryColumn('integer')
  number: number;

  @Column('date')
  on: Day;

  /** `09:30:00`; null: not known yet. */
  @Column({ type: 'time', nullable: true })
  from: string | null;

  @Column({ type: 'time', nullable: true })
  to: string | null;

  /** Slugs of the requirements that whoever was there has shown. */
  @Column('text', { array: true })
  topics: string[];

  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false })
  startsAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false })
  endsAt: Date | null;
}
