import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is counted from after an election, beside its poll. */
@Entity({ name: 'election_days' })
export class ElectionDaysEntity {
  @PrimaryColumn('uuid')
  electionId: string;

  @Column('date')
  declaredOn: string;

  /** Of a by-election; of every other the law says it. */
  @Column('date', { nullable: true })
  inOfficeOn: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** Null: Induct itself. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}
