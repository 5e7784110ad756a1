import type { Day } from '@induct/platform';
import { ViewColumn, ViewEntity } from 'typeorm';
import type { AskedHow, Weekday } from '../asking/when-asked';

/** How somebody is asked by letter, and from when on they may be asked again. Whoever is not in it may be asked now. */
@ViewEntity({ name: 'reminder_choice_standing', synchronize: false })
export class ReminderChoiceStanding {
  @ViewColumn()
  personId: string;

  @ViewColumn()
  how: AskedHow;

  /** Of `weekly`. */
  @ViewColumn()
  weekday: Weekday | null;

  /** As text in SQL. */
  @ViewColumn()
  nextFrom: Day;
}
