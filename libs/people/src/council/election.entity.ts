import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ElectionKind } from './council.words';

/** An election, or a by-election. Never deleted. */
@Entity({ name: 'election' })
export class ElectionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: ElectionKind;

  /** The day of the poll. */
  @Column('date')
  heldOn: string;

  /** By-elections only: the one seat that was filled. */
  @Column('text', { nullable: true })
  division: string | null;

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
