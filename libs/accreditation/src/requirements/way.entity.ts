import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WayKind } from './way-kind';

/** A way to meet a requirement. */
@Entity({ name: 'way' })
export class WayEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  requirementId: string;

  @Column('text')
  kind: WayKind;

  /** Of a module. */
  @Column('uuid', { nullable: true })
  courseId: string | null;

  /** The days on which it is open. */
  @Column('daterange')
  during: string;

  /** How long what was shown counts; null: for ever. */
  @Column('integer', { nullable: true })
  validMonths: number | null;
}
