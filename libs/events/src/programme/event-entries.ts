import { Injectable } from '@nestjs/common';
import { type Searchable, SearchEntries } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { EventEntity } from './event.entity';
import { EVENT_KIND_NAMES } from './programme.words';
import { TOLD } from './shown-programme.queries';

type Told = Pick<EventEntity, 'id' | 'slug' | 'title' | 'kind' | 'about' | 'format' | 'facilitator' | 'series'> & {
  outcomes: string[];
  /** Slugs of requirements that its sessions count for: `code-of-conduct`. */
  topics: string[];
  firstAt: Date;
};

/** Of every event, or of one ($1), as far as members are told of it. */
const TOLD_EVENTS = `
  select e.id, e.slug, e.title, e.kind, e.about, e.format, e.facilitator, e.series,
         array(select words from planned_outcome where event_id = e.id order by number) as outcomes,
         array(select distinct topic from programme_session s join session_part p on p.session_id = s.id, unnest(p.topics) topic
                where s.event_id = e.id and ${TOLD} order by topic) as topics,
         (select min(s.recorded_at) from programme_session s where s.event_id = e.id and ${TOLD}) as "firstAt"
    from programme_event e
   where ($1::uuid is null or e.id = $1) and exists (select from programme_session s where s.event_id = e.id and ${TOLD})
   order by e.id`;

export const EVENT = 'event';

/** Events as they are found: those that members are told of. */
@Injectable()
export class EventEntries {
  constructor(private readonly entries: SearchEntries) {}

  /** After whatever was done to events or their sessions in this transaction. @param ids null: a session without an event */
  async keep(tx: EntityManager, ...ids: (string | null)[]): Promise<void> {
    for (const id of new Set(ids)) {
      if (id === null) continue;
      const [told] = await tx.query<Told[]>(TOLD_EVENTS, [id]);
      if (told) await this.entries.keep(tx, { ...entryOf(told), firstAt: undefined });
      else await this.entries.forget(tx, EVENT, id);
    }
  }

  async all(tx: EntityManager): Promise<Searchable[]> {
    return (await tx.query<Told[]>(TOLD_EVENTS, [null])).map(entryOf);
  }
}

function entryOf({ id, slug, title, kind, firstAt, ...told }: Told): Searchable {
  const topics = told.topics.map((topic) => topic.replaceAll('-', ' '));
  const words = [
    told.about,
    ...told.outcomes,
    told.series,
    told.facilitator,
    told.format,
    EVENT_KIND_NAMES[kind],
    ...topics,
  ];
  return {
    kind: EVENT,
    subject: id,
    language: 'en',
    audiences: ['member', 'tester', 'officer'],
    title,
    body: sentences(words),
    path: `/programme/${slug}`,
    firstAt,
  };
}

/** One after the other, each with its full stop. */
const sentences = (parts: readonly (string | null)[]): string =>
  parts
    .map((part) => part?.trim().replace(/\.$/, ''))
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ');
