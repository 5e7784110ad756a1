import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a version of a scheme would do on a day, worked out by the worker. */
@Entity({ name: 'simulation' })
export class SimulationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  schemeVersionId: string;

  @Column('date')
  day: Day;

  @Column('uuid')
  askedBy: string;

  @Column('timestamptz')
  askedAt: Date;

  /** A worker is at it until then. */
  @Column('timestamptz', { nullable: true })
  leasedUntil: Date | null;

  /** How many are looked at; null until it is known. */
  @Column('integer', { nullable: true })
  people: number | null;

  /** How many of them have been. */
  @Column('integer')
  done: number;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** Of the version and of every row, with what it rests on. */
  @Column('text', { nullable: true })
  digest: string | null;

  /** Why it could not be worked out. */
  @Column('text', { nullable: true })
  error: string | null;

  /** Every outcome stands beside its row. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}
