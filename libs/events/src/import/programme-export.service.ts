import { Injectable } from '@nestjs/common';
import type { BodyStanding } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { EventEntity } from '../programme/event.entity';
import type { PlannedOutcomeEntity } from '../programme/planned-outcome.entity';
import { FixedDates } from '../programme/fixed-dates.service';
import { Programme } from '../programme/programme.service';
import { eventRow, type EventWords, fixedDateRow, sessionRows } from './exported-row';
import type { Cells } from './import-field';

/** Days that a programme can have. */
const [FIRST, LAST] = [1950, 2100];

/** In which anything is planned; null: nothing is. */
interface YearsPlanned {
  first: number | null;
  last: number | null;
}

/** The whole programme as rows that can be imported again. */
@Injectable()
export class ProgrammeExport {
  constructor(
    private readonly source: DataSource,
    private readonly programme: Programme,
    private readonly dates: FixedDates,
  ) {}

  /** By day, a year at a time; then what has no day, and what is promised. What was cancelled is left out. */
  async *rows(): AsyncGenerator<Cells[]> {
    const words = await this.words();
    const [first, last] = await this.years();
    for (let year = first; year <= last; year++) {
      const days: [Day, Day] = [`${year}-01-01`, `${year}-12-31`];
      const [sessions, fixed] = await Promise.all([this.programme.between(...days), this.dates.between(...days)]);
      const rows = [
        ...sessions.filter(({ state }) => state !== 'cancelled').flatMap((session) => sessionRows(session, words)),
        ...fixed.map(fixedDateRow),
      ].filter(({ date }) => date!.startsWith(`${year}-`));
      yield rows.toSorted((a, b) => (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0));
    }
    const open = await this.programme.withoutDay();
    yield open.flatMap((session) => sessionRows(session, words));
    yield (await this.promising()).map((event) => eventRow(event, words));
  }

  private async years(): Promise<[number, number]> {
    const [found] = await this.source.query<[YearsPlanned]>(
      `select extract(year from min(d."on"))::int as first, extract(year from max(d."on"))::int as last
         from (select "on" from session_part union all select "on" from fixed_date) d`,
    );
    return [Math.max(found.first ?? LAST + 1, FIRST), Math.min(found.last ?? LAST, LAST)];
  }

  /** Events of which several sessions are promised. */
  private promising(): Promise<EventEntity[]> {
    return this.source.query<EventEntity[]>(
      `select id, slug, title, kind, about, format, facilitator, officers, bring, mandatory, audience, body_id as "bodyId",
              series, series_order as "seriesOrder", sessions_promised as "sessionsPromised", note
         from programme_event where sessions_promised > 1 order by series, series_order, title, id`,
    );
  }

  private async words(): Promise<EventWords> {
    const bodies = await this.source.query<Pick<BodyStanding, 'id' | 'name'>[]>('select id, name from body_standing');
    const outcomes = await this.source.query<Pick<PlannedOutcomeEntity, 'eventId' | 'words'>[]>(
      'select event_id as "eventId", words from planned_outcome order by event_id, number',
    );
    const byEvent = new Map<string, string[]>();
    for (const { eventId, words } of outcomes) byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), words]);
    return { bodies: new Map(bodies.map(({ id, name }) => [id, name])), outcomes: byEvent };
  }
}
