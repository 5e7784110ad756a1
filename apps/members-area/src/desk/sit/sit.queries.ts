import { Injectable } from '@nestjs/common';
import { BodyTrainings, StatutoryRegister } from '@induct/accreditation';
import type { BodyStanding } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

/** A body that somebody may sit on. */
export type SitBody = Pick<BodyStanding, 'id' | 'name'> & {
  /** Something is asked of whoever sits on it, or the register is about it. */
  asks: boolean;
};

@Injectable()
export class SitQueries {
  constructor(
    private readonly source: DataSource,
    private readonly trainings: BodyTrainings,
    private readonly register: StatutoryRegister,
  ) {}

  /** Those of a day, groups left out, by name. */
  async bodies(day: Day): Promise<SitBody[]> {
    const [bodies, asked, edition] = await Promise.all([
      this.source.query<Pick<BodyStanding, 'id' | 'name'>[]>(
        `select id, name from body_standing where kind <> 'group' and during @> $1::date order by fold_name(name), name`,
        [day],
      ),
      this.trainings.all(),
      this.register.today(),
    ]);
    const asking = new Set([...asked.map(({ bodyId }) => bodyId), ...(edition?.bodyIds ?? [])]);
    return bodies.map((body) => ({ ...body, asks: asking.has(body.id) }));
  }
}
