import { Injectable } from '@nestjs/common';
import type { BodyStanding } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

@Injectable()
export class BodiesToChooseQueries {
  constructor(private readonly source: DataSource) {}

  /** Bodies that exist on the day, but for groups, which are chosen by name: by name. */
  on(day: Day): Promise<Pick<BodyStanding, 'id' | 'name'>[]> {
    return this.source.query<Pick<BodyStanding, 'id' | 'name'>[]>(
      `select id, name from body_standing where kind <> 'group' and during @> $1::date order by fold_name(name), id`,
      [day],
    );
  }
}
