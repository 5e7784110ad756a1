import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A champion reminded somebody of the own group of what is still open. */
@Entity({ name: 'group_nudge' })
export class GroupNudgeEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('date')
  nudgedOn: Day;

  /** The champion. */
  @Column('uuid')
  byPerson: string;

  /** The day of the letter, or on which there was nothing left to say; null: it waits for the letter of the day. */
  @Column('date', { nullable: true })
  toldOn: Day | null;
}
