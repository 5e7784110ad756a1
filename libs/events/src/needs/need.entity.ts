import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody needs at sessions, sealed (`needs-seal.ts`). */
@Entity({ name: 'need' })
export class NeedEntity {
  /** The place that it is sealed for. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  /** Of a partner: exactly one of the two. */
  @Column('uuid', { nullable: true })
  guestId: string | null;

  @Column('bytea')
  sealed: Buffer;

  /** They want it kept for next time; otherwise it goes after their last session. */
  @Column('boolean')
  kept: boolean;

  @Column('timestamptz')
  changedAt: Date;
}
