import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the council has said of itself, each time it was changed. For ever; the highest holds. */
@Entity({ name: 'council_revision' })
export class CouncilRevisionEntity {
  /** 1, 2, … */
  @PrimaryColumn('integer')
  revision: number;

  /** `SaidOfCouncil` */
  @Column('jsonb')
  said: unknown;

  /** Null: brought along from an earlier version of Induct. */
  @Column('uuid', { nullable: true })
  changedBy: string | null;

  @Column('timestamptz')
  changedAt: Date;

  /** The revision that was gone back to, 0 for what was shipped; null when it was no going back. */
  @Column('integer', { nullable: true })
  wentBackTo: number | null;
}
