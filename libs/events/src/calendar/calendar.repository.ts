import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { type Day, type Language, prepared, type Question, question } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { BookingEntity } from '../bookings/booking.entity';
import type { BookingDoing } from '../bookings/booking.words';
import type { EventEntity } from '../programme/event.entity';
import type { PartEntity } from '../programme/part.entity';
import type { SessionEntity } from '../programme/session.entity';
import { BookingLetterEntity } from './booking-letter.entity';
import type { CalendarChoiceEntity } from './calendar-choice.entity';
import type { KeptEntry } from './kept-entries';

/** All that letters and calendars say of a booking. */
export interface BookingFacts extends Pick<
  BookingEntity,
  'id' | 'personId' | 'seat' | 'state' | 'bookedBy' | 'cancelBy'
> {
  /** Null: nobody who is written to any more. */
  name: PersonCurrent['name'] | null;
  email: PersonCurrent['email'] | null;
  way: CalendarChoiceEntity['way'];
  ahead: number | null;
  /** What they were to be told when letters go out again; null: nothing. */
  waits: BookingDoing | null;
  session: Pick<SessionEntity, 'id' | 'state' | 'place' | 'onlineUrl' | 'cancelReason' | 'revision'> & {
    /** In their order. */
    parts: Pick<PartEntity, 'on' | 'from' | 'to'>[];
    startsAt: Date | null;
  };
  event: Pick<EventEntity, 'slug' | 'title' | 'format' | 'facilitator' | 'bring'>;
  /** Of its entries; null: it has none yet. */
  language: Language | null;
  /** By their numbers. */
  entries: KeptEntry[];
}

/** A date of an event, for whoever wanted to know of one. */
export interface DateFacts
  extends
    Pick<EventEntity, 'slug' | 'title' | 'format' | 'facilitator' | 'bring'>,
    Pick<SessionEntity, 'place' | 'onlineUrl' | 'revision'> {
  parts: BookingFacts['session']['parts'];
  startsAt: Date | null;
}

const PARTS = `coalesce((select json_agg(json_build_object('on', p."on", 'from', to_char(p."from", 'HH24:MI'), 'to', to_char(p."to", 'HH24:MI'))
    order by p.number) from session_part p where p.session_id = s.id), '[]')`;
const STARTS_AT = '(select p.starts_at from session_part p where p.session_id = s.id order by p.number limit 1)';

/** When it was changed is when its sequence was; what is cancelled is so once. */
const KEEP = `
  insert into calendar_entry as was (booking_id, number, sequence, sent_sequence, "on", "from", "to", title, place, about, changed_at, cancelled_at, language)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict (booking_id, number) do update
    set sequence = excluded.sequence, sent_sequence = excluded.sent_sequence, "on" = excluded."on", "from" = excluded."from",
        "to" = excluded."to", title = excluded.title, place = excluded.place, about = excluded.about,
        changed_at = case when was.sequence = excluded.sequence then was.changed_at else excluded.changed_at end,
        cancelled_at = coalesce(was.cancelled_at, excluded.cancelled_at)`;

@Injectable()
export class CalendarRepository {
  constructor(private readonly source: DataSource) {}

  async facts(tx: EntityManager, bookingId: string): Promise<BookingFacts | undefined> {
    const [row] = await prepared<BookingFacts>(
      tx,
      'events: what letters say of a booking',
      `select b.id, b.person_id as "personId", b.seat, b.state, b.booked_by as "bookedBy", b.cancel_by as "cancelBy",
              coalesce(p.name, g.name) as name, coalesce(p.email, g.email) as email, coalesce(c.way, 'letters') as way, l.what as waits,
              case when b.state = 'waiting' then (
                select count(*)::int from booking w where w.session_id = b.session_id and w.state = 'waiting'
                   and w.audience = b.audience and w.seat = b.seat and w.number < b.number) end as ahead,
              json_build_object('id', s.id, 'state', s.state, 'place', s.place, 'onlineUrl', s.online_url,
                'cancelReason', s.cancel_reason, 'revision', s.revision, 'parts', ${PARTS}, 'startsAt', ${STARTS_AT}) as session,
              json_build_object('slug', e.slug, 'title', e.title, 'format', e.format, 'facilitator', e.facilitator, 'bring', e.bring) as event,
              (select n.language from calendar_entry n where n.booking_id = b.id and n.number = 1) as language,
              coalesce((select json_agg(json_build_object('number', n.number, 'sequence', n.sequence, 'sentSequence', n.sent_sequence,
                'on', n."on", 'from', to_char(n."from", 'HH24:MI'), 'to', to_char(n."to", 'HH24:MI'), 'title', n.title, 'place', n.place,
                'about', n.about, 'isCancelled', n.cancelled_at is not null) order by n.number)
                from calendar_entry n where n.booking_id = b.id), '[]') as entries
         from booking b join programme_session s on s.id = b.session_id join programme_event e on e.id = s.event_id
         left join person_current p on p.id = b.person_id and p.is_active
         left join guest g on g.id = b.guest_id
         left join calendar_choice c on c.person_id = b.person_id
         left join booking_letter l on l.booking_id = b.id
        where b.id = $1`,
      [bookingId],
    );
    if (!row) return undefined;
    // JSON knows no moments.
    const { startsAt } = row.session;
    return { ...row, session: { ...row.session, startsAt: startsAt && new Date(startsAt) } };
  }

  /** Writes those of a booking's entries that are other than they were read: for `together`. */
  askKeep(
    { id, entries, language }: Pick<BookingFacts, 'id' | 'entries' | 'language'>,
    now: readonly KeptEntry[],
    at: Date,
  ): Question<unknown>[] {
    return now
      .filter((entry) => !entries.includes(entry))
      .map(({ number, sequence, sentSequence, on, from, to, title, place, about, isCancelled }) => {
        const values = [
          id,
          number,
          sequence,
          sentSequence,
          on,
          from,
          to,
          title,
          place,
          about,
          at,
          isCancelled ? at : null,
          language,
        ];
        return question({ name: 'events: keeps an entry', text: KEEP, values }, () => undefined);
      });
  }

  async wait(tx: EntityManager, letter: BookingLetterEntity): Promise<void> {
    await tx.upsert(BookingLetterEntity, letter, ['bookingId']);
  }

  async waitsNoMore(tx: EntityManager, bookingId: string): Promise<void> {
    await tx.delete(BookingLetterEntity, { bookingId });
  }

  /** Bookings of these sessions whose letters wait, the longest first. */
  async waitingOf(tx: EntityManager, sessionIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<Pick<BookingLetterEntity, 'bookingId'>[]>(
      `select l.booking_id as "bookingId" from booking_letter l join booking b on b.id = l.booking_id
        where b.session_id = any($1) order by l.since, l.booking_id`,
      [sessionIds],
    );
    return rows.map(({ bookingId }) => bookingId);
  }

  /** Bookings whose letters wait, the longest first. */
  async waiting(limit: number): Promise<string[]> {
    const rows = await this.source.query<Pick<BookingLetterEntity, 'bookingId'>[]>(
      'select booking_id as "bookingId" from booking_letter order by since, booking_id limit $1',
      [limit],
    );
    return rows.map(({ bookingId }) => bookingId);
  }

  /**
   * Bookings of a session that is on a day and was not on the day before, whose people had their place before a moment and
   * have no letter yet that it is tomorrow.
   */
  async tomorrow({ on, before, had, limit }: { on: Day; before: Day; had: Date; limit: number }): Promise<string[]> {
    const rows = await this.source.query<Pick<BookingEntity, 'id'>[]>(
      `select b.id from booking b join programme_session s on s.id = b.session_id
        where b.session_id in (select session_id from session_part where "on" = $1::date)
          and not exists (select from session_part d where d.session_id = b.session_id and d."on" = $2::date)
          and b.state = 'booked' and s.state = 'confirmed' and coalesce(b.promoted_at, b.booked_at) < $3
          and not exists (select from letter_standing m where m.dedupe_key = 'booking:' || b.id || ':tomorrow:' || $1::text)
          and (exists (select from person_current p where p.id = b.person_id and p.is_active)
            or exists (select from guest g where g.id = b.guest_id and g.email is not null))
        order by b.id limit $4`,
      [on, before, had, limit],
    );
    return rows.map(({ id }) => id);
  }

  async sessionOf(bookingId: string): Promise<string | undefined> {
    const [row] = await this.source.query<Pick<BookingEntity, 'sessionId'>[]>(
      'select session_id as "sessionId" from booking where id = $1',
      [bookingId],
    );
    return row?.sessionId;
  }

  /** Undefined of a session that has no event or no day. */
  async date(tx: EntityManager, sessionId: string): Promise<DateFacts | undefined> {
    const [row] = await tx.query<DateFacts[]>(
      `select e.slug, e.title, e.format, e.facilitator, e.bring, s.place, s.online_url as "onlineUrl", s.revision,
              ${PARTS} as parts, ${STARTS_AT} as "startsAt"
         from programme_session s join programme_event e on e.id = s.event_id
        where s.id = $1 and exists (select from session_part p where p.session_id = s.id)`,
      [sessionId],
    );
    return row;
  }

  /** Who wanted to know when the event of a session has a date, and has not booked it meanwhile. */
  async interested(tx: EntityManager, sessionId: string): Promise<Pick<PersonCurrent, 'id' | 'name' | 'email'>[]> {
    return tx.query<Pick<PersonCurrent, 'id' | 'name' | 'email'>[]>(
      `select p.id, p.name, p.email
         from interest i join programme_session s on s.event_id = i.event_id
         join person_current p on p.id = i.person_id and p.is_active
        where s.id = $1
          and not exists (select from booking b where b.session_id = s.id and b.person_id = i.person_id and b.state <> 'cancelled')
        order by i.asked_at, p.id`,
      [sessionId],
    );
  }
}
