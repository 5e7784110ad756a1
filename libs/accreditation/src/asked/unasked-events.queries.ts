import { Injectable } from '@nestjs/common';
import type { SessionStanding } from '@induct/events';
import { Clock, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import { IS_ADOPTED } from '../mandates/mandate.repository';
import { neededBySchemes } from './needed-by-schemes.sql';

/** An event that is marked as mandatory, with a session to come, and that no mandate asks for. */
export interface UnaskedEvent {
  slug: NonNullable<SessionStanding['eventSlug']>;
  title: NonNullable<SessionStanding['eventTitle']>;
  /** A mandate for something it is about was proposed, and nobody has decided yet. */
  waits: boolean;
}

/** Of a rule: of every core skill. The oldest rules say it otherwise (rules/rule.ts). */
const ASKS_FOR_CORE = `jsonb_path_exists(rule.rule, '$.**.core') or rule.rule -> 'allOf' is not null`;

/** Of events that are marked as mandatory, those of which nobody is reminded, and nobody told who was missing (1145, 1126). */
@Injectable()
export class UnaskedEvents {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By title. */
  all(): Promise<UnaskedEvent[]> {
    return this.source.query<UnaskedEvent[]>(
      `with recursive open as (
         select m.requirement_id, m.scheme_id from mandate m
          where ${IS_ADOPTED} and m.ended_at is null and (upper(m.during) is null or upper(m.during) > $1::date)),
       ${neededBySchemes('$1')},
       asked as (
         select r.slug from requirement r where r.id in (select requirement_id from open union select requirement_id from needed)
            or (r.core_during @> $1::date
              and exists (select from tree t join rule on rule.scheme_id = t.id where ${ASKS_FOR_CORE}))),
       live as (
         select event_id, event_slug, event_title, topics, first_day is null or first_day >= $1::date as comes
           from session_standing where mandatory and state <> 'cancelled')
       select event_slug as slug, event_title as title, 
              bool_or(topics && array(select r.slug from mandate m join requirement r on r.id = m.requirement_id where m.outcome is null)) as waits
         from live
        group by event_id, event_slug, event_title
       having bool_or(comes) and not bool_or(topics && array(select slug from asked))
        order by event_title, event_slug`,
      [dayInLondon(this.clock.now())],
    );
  }
}
