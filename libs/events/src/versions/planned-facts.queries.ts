import { Injectable } from '@nestjs/common';
import type { BodyStanding } from '@induct/people';
import { DataSource } from 'typeorm';
import type { PlannedOutcomeEntity } from '../programme/planned-outcome.entity';
import { Programme } from '../programme/programme.service';
import type { PlannedSession } from '../programme/programme.repository';
import { type AboutEvents, factsOf, type ProgrammeFacts } from './programme-facts';

type Span = Pick<ProgrammeFacts, 'title' | 'firstDay' | 'lastDay'>;

/** What is planned at this moment, as a version would freeze it. */
export interface PlannedNow {
  facts: ProgrammeFacts;
  /** Sessions of those days that were cancelled. */
  cancelled: Set<string>;
}

@Injectable()
export class PlannedFacts {
  constructor(
    private readonly source: DataSource,
    private readonly programme: Programme,
  ) {}

  async now(span: Span): Promise<PlannedNow> {
    const [now] = await this.nowOf([span]);
    return now!;
  }

  /** Of several programmes, in their order, read at once. */
  async nowOf(spans: readonly Span[]): Promise<PlannedNow[]> {
    if (spans.length === 0) return [];
    const first = spans.map(({ firstDay }) => firstDay).toSorted()[0]!;
    const last = spans
      .map(({ lastDay }) => lastDay)
      .toSorted()
      .at(-1)!;
    const [dated, open] = await Promise.all([this.programme.between(first, last), this.programme.withoutDay()]);
    const sessions = [...dated, ...open];
    const about = await this.about(sessions);
    const cancelled = new Set(sessions.filter(({ state }) => state === 'cancelled').map(({ id }) => id));
    return spans.map((span) => ({ facts: factsOf(span, sessions, about), cancelled }));
  }

  private async about(sessions: readonly PlannedSession[]): Promise<AboutEvents> {
    const events = [...new Set(sessions.flatMap(({ eventId }) => eventId ?? []))];
    const bodies = [...new Set(sessions.flatMap(({ event }) => event?.bodyId ?? []))];
    const [named, outcomes] = await Promise.all([
      this.source.query<Pick<BodyStanding, 'id' | 'name'>[]>('select id, name from body_standing where id = any($1)', [
        bodies,
      ]),
      this.source.query<Pick<PlannedOutcomeEntity, 'eventId' | 'words'>[]>(
        'select event_id as "eventId", words from planned_outcome where event_id = any($1) order by event_id, number',
        [events],
      ),
    ]);
    const byEvent = new Map<string, string[]>();
    for (const { eventId, words } of outcomes) byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), words]);
    return { bodies: new Map(named.map(({ id, name }) => [id, name])), outcomes: byEvent };
  }
}
