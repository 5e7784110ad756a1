import { Injectable } from '@nestjs/common';
import type { AskedReader, ReminderChoiceStanding, Weekday } from '@induct/letters';
import type { PersonCurrent } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

type Row = Pick<PersonCurrent, 'name' | 'email'> &
  Pick<ReminderChoiceStanding, 'weekday'> & { personId: PersonCurrent['id'] };

@Injectable()
export class StepReaders {
  constructor(private readonly source: DataSource) {}

  /** Those of them who may be asked today, by id; `weekday` of whoever is asked once a week. */
  async of(personIds: readonly string[], today: Day): Promise<(AskedReader & { weekday: Weekday | null })[]> {
    return this.source.query<Row[]>(
      `select p.id as "personId", p.name, p.email, case when c.how = 'weekly' then c.weekday end as weekday
         from person_current p left join reminder_choice_standing c on c.person_id = p.id
        where p.id = any($1) and p.is_active and coalesce(c.next_from <= $2, true) order by p.id::text`,
      [personIds, today],
    );
  }
}
