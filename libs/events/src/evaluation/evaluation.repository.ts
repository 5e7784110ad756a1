import { Injectable } from '@nestjs/common';
import { type Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { PublishedRound } from './evaluated';
import { EventEvaluationEntity } from './event-evaluation.entity';
import type { EventEntity } from '../programme/event.entity';

/** An event that took place, with what was asked about its sessions, and what is stated of it. */
export interface TookPlace extends Pick<EventEntity, 'id' | 'slug' | 'title' | 'series'> {
  /** How many sessions took place. */
  sessions: number;
  /** By the day on which they were asked about. */
  rounds: PublishedRound[];
  stated: Omit<EventEvaluationEntity, 'eventId' | 'statedAt' | 'statedBy'> | null;
}

@Injectable()
export class EvaluationRepository {
  constructor(private readonly source: DataSource) {}

  /** Events of which a session was delivered that ended in those days: series first, in their order, then by title. */
  tookPlace(first: Day, last: Day): Promise<TookPlace[]> {
    return this.source.query<TookPlace[]>(
      `with held as (
         select s.id, s.event_id from programme_session s
          where s.state = 'delivered' and s.event_id is not null
            and (select max(p."on") from session_part p where p.session_id = s.id) between $1 and $2
            and s.id in (select session_id from session_part where "on" between $1 and $2))
       select e.id, e.slug, e.title, e.series, (select count(*)::int from held h where h.event_id = e.id) as sessions,
              coalesce((select json_agg(json_build_object('stage', r.stage, 'asked', r.asked, 'results', r.results) order by r.opened_on, r.session_id)
                from held h join feedback_round r on r.session_id = h.id where h.event_id = e.id), '[]') as rounds,
              (select json_build_object('priority', v.priority, 'contribution', v.contribution, 'reason', v.reason,
                  'agreedOn', v.agreed_on, 'minute', v.minute) from event_evaluation v where v.event_id = e.id) as stated
         from programme_event e where e.id in (select event_id from held)
        order by e.series nulls last, e.series_order nulls last, e.title, e.id`,
      [first, last],
    );
  }

  find(eventId: string, tx: EntityManager = this.source.manager): Promise<EventEvaluationEntity | null> {
    return tx.findOneBy(EventEvaluationEntity, { eventId });
  }

  async write(tx: EntityManager, row: EventEvaluationEntity): Promise<void> {
    await tx.upsert(EventEvaluationEntity, row, ['eventId']);
  }
}
