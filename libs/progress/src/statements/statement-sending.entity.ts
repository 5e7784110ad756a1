import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far statements have come: one row while there is a record store, from the first turn with it on. */
@Entity({ name: 'learning_statement_sending' })
export class StatementSendingEntity {
  @PrimaryColumn('boolean')
  singleton: true;

  /** Nothing of before is told. */
  @Column('timestamptz')
  beganAt: Date;

  /** What was recorded up to then has been looked at. */
  @Column('timestamptz')
  lookedUntil: Date;

  /** A worker is at it until then. */
  @Column('timestamptz')
  busyUntil: Date;

  /** Turns in a row that did not reach the store. */
  @Column('integer')
  failures: number;

  /** Of the last turn, in words; null: it went well. */
  @Column('text', { nullable: true })
  problem: string | null;
}
