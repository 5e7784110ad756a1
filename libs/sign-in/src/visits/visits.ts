import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { PersonVisitEntity } from './person-visit.entity';

type Previous = Pick<PersonVisitEntity, 'previousAt'>;

/** After so long without the home page the next opening of it is another visit; a reload is not. */
const ANOTHER_AFTER_MS = 30 * 60_000;
/** So exact, and no more writes than that. */
const EXACT_MS = 60_000;

/** When people were here before. */
@Injectable()
export class Visits {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Somebody opens their home page. @returns when their visit before this one ended; null: there was none */
  async begin(personId: string): Promise<Date | null> {
    const now = this.clock.now();
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const [visit] = await this.source.query<Previous[]>(
      `with seen as (
         insert into person_visit as v (person_id, seen_at) values ($1, $2)
         on conflict (person_id) do update
           set previous_at = case when v.seen_at < $3 then v.seen_at else v.previous_at end, seen_at = $2
           where v.seen_at < $4
         returning previous_at)
       select previous_at as "previousAt" from seen
       union all
       -- Of two tabs at once the second sees what stood before the first.
       select case when seen_at < $3 then seen_at else previous_at end from person_visit where person_id = $1 and not exists (select from seen)`,
      [personId, now, ago(ANOTHER_AFTER_MS), ago(EXACT_MS)],
    );
    return visit?.previousAt ?? null;
  }
}
