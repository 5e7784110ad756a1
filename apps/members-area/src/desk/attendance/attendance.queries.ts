import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource } from 'typeorm';

/** Somebody who may be ticked. */
export type Attender = Pick<PersonCurrent, 'id' | 'name' | 'politicalGroup'>;

@Injectable()
export class AttendanceQueries {
  constructor(private readonly source: DataSource) {}

  /** Members in office, and whoever else is named: by name. @param more their ids */
  attenders(more: readonly string[]): Promise<Attender[]> {
    return this.source.query<Attender[]>(
      `select p.id, p.name, p.political_group as "politicalGroup"
         from person_current p
        where p.id = any($1::uuid[])
           or p.is_active and exists (select from role_held h where h.person_id = p.id and h.role = 'member')
        order by p.name_folded, p.name, p.id`,
      [more],
    );
  }
}
