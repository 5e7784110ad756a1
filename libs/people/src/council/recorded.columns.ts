import { Column } from 'typeorm';

/** What is said of the council. A correction is another row, and what was said before stays beside it. */
export abstract class Recorded {
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
