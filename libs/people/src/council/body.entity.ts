import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BodyKind } from './council.words';

/** The council itself, a committee, a panel or a political group. Never deleted; its name may be put right. */
@Entity({ name: 'body' })
export class BodyEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: BodyKind;

  /** No two of one name at a time. */
  @Column('text')
  name: string;

  /** Its name in Welsh. */
  @Column('text', { nullable: true })
  nameCy: string | null;

  /** As another system knows it. */
  @Column('text', { nullable: true })
  externalId: string | null;

  /** By which people know a political group: `#00843d`. */
  @Column('text', { nullable: true })
  colour: string | null;

  /** The days it exists. */
  @Column('daterange')
  during: string;

  @Column('timestamptz')
  recordedAt: Date;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}
