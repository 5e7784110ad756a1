import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody was elected to a division, and is in office from a day until a day. Never deleted. */
@Entity({ name: 'term' })
export class TermEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  electionId: string;

  @Column('text')
  division: string;

  /** `[2017-05-08,2021-05-10)`: the second day is no longer theirs. Without it: still in office. */
  @Column('daterange')
  during: string;

  /** The first day of `during`. */
  @Column('date')
  takesOfficeOn: string;

  @Column('timestamptz')
  recordedAt: Date;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  /** The row that this one corrects. */
  @Column('uuid', { nullable: true })
  replaces: string | null;

  /** Null: this is what is said today. */
  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('uuid', { nullable: true })
  supersededBy: string | null;

  /** Why it was superseded, in words. */
  @Column('text', { nullable: true })
  reason: string | null;
}
