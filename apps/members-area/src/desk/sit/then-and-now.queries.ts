import { Injectable } from '@nestjs/common';
import { WhoMaySit } from '@induct/accreditation';
import { dayInLondon, daysLater, momentInLondon } from '@induct/platform';
import { type ThenAndNow, thenAndNow } from './as-of.view';
import { type Asked, bodyOf, dayOf, type SitFilter } from './sit-filter';
import { type SitBody, SitQueries } from './sit.queries';

/** A body on a day, known at two moments. */
@Injectable()
export class ThenAndNowQueries {
  constructor(
    private readonly who: WhoMaySit,
    private readonly queries: SitQueries,
  ) {}

  async answer(
    { body: id, on }: SitFilter,
    now: Date,
  ): Promise<{ asked: Asked; bodies: SitBody[]; rows: ThenAndNow[] }> {
    const today = dayInLondon(now);
    const read = dayOf(on, today, today);
    const bodies = await this.queries.bodies(read.day);
    const asked = { ...read, body: bodyOf(bodies, id) };
    if (!asked.body) return { asked, bodies, rows: [] };
    const [day, bodyIds] = [read.day, [asked.body.id]];
    // The last moment of the day; of today, which is not over, now.
    const end = new Date(momentInLondon(daysLater(day, 1), '00:00').getTime() - 1);
    const [then, known] = await Promise.all([
      this.who.on({ day, bodyIds, knownAt: end < now ? end : now }),
      this.who.on({ day, bodyIds, knownAt: now }),
    ]);
    return { asked, bodies, rows: thenAndNow(then, known) };
  }
}
