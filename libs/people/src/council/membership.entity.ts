import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity } from './council.words';

/** Somebody sits on a body, as something, for a time. Never deleted. */
@Entity({ name: 'membership' })
export class MembershipEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  bodyId: string;

  @Column('text')
  capacity: Capacity;

  /** `[2017-05-22,2019-05-13)`: on the second day they no longer sit. */
  @Column('daterange')
  during: string;

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
