import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ShownTo } from './shown-to';

/** To whom somebody's name is shown when one of their certificates is checked. */
@Entity({ name: 'name_shown' })
export class NameShownEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @Column('text')
  shownTo: ShownTo;

  /** In a link of their own; only with `link`. */
  @Column('text', { nullable: true })
  secret: string | null;

  @Column('timestamptz')
  changedAt: Date;
}
