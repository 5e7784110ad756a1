import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AskedHow, Weekday } from './when-asked';

/** How somebody wants to be asked, and when they are next: everybody who was asked once or has chosen. */
@Entity({ name: 'reminder_choice' })
export class ReminderChoiceEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @Column('text')
  how: AskedHow;

  /** Of `weekly`. */
  @Column('smallint', { nullable: true })
  weekday: Weekday | null;

  /** The last day on which a letter asked something of them; null: never. */
  @Column('date', { nullable: true })
  askedOn: Day | null;

  /** The first day on which one may again. */
  @Column('date')
  nextFrom: Day;

  /** Null: they have not chosen. */
  @Column('timestamptz', { nullable: true })
  chosenAt: Date | null;
}
