import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ElectionKind } from './council.words';
import { Recorded } from './recorded.columns';

/** An election, or a by-election. Never deleted. */
@Entity({ name: 'election' })
export class ElectionEntity extends Recorded {
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
}
