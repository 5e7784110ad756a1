import { Injectable } from '@nestjs/common';
import { type Day, planned } from '@induct/platform';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { CalendarChoiceEntity, type CalendarWay } from './calendar-choice.entity';
import type { CalendarEntryEntity } from './calendar-entry.entity';
import { CalendarFeedEntity } from './calendar-feed.entity';
import type { KeptEntry } from './kept-entries';

/** An entry with the booking that it is of. */
export interface FeedEntry extends KeptEntry, Pick<CalendarEntryEntity, 'bookingId'> {
  /** As JSON has it. */
  changedAt: string;
}

export interface ReadFeed extends Pick<CalendarFeedEntity, 'id'> {
  /** By day. */
  entries: FeedEntry[];
}

/** How somebody's bookings come into their calendar. */
export interface CalendarState {
  way: CalendarWay;
  /** Null: there is no address that answers. */
  madeAt: CalendarFeedEntity['madeAt'] | null;
  /** Of the last one that answers no more; null: none was ever revoked. */
  revokedAt: CalendarFeedEntity['revokedAt'];
}

const ENTRIES = `coalesce((
  select json_agg(json_build_object('bookingId', n.booking_id, 'number', n.number, 'sequence', n.sequence,
    'sentSequence', n.sent_sequence, 'on', n."on", 'from', to_char(n."from", 'HH24:MI'), 'to', to_char(n."to", 'HH24:MI'),
    'title', n.title, 'place', n.place, 'about', n.about, 'changedAt', n.changed_at, 'isCancelled', n.cancelled_at is not null)
    order by n."on", n."from", n.booking_id, n.number)
    from booking b join calendar_entry n on n.booking_id = b.id`;

@Injectable()
export class CalendarFeedRepository {
  constructor(private readonly source: DataSource) {}

  async state(personId: string): Promise<CalendarState> {
    const [row] = await this.source.query<[CalendarState]>(
      `select coalesce((select way from calendar_choice where person_id = $1), 'letters') as way,
              (select made_at from calendar_feed where person_id = $1 and revoked_at is null) as "madeAt",
              (select max(revoked_at) from calendar_feed where person_id = $1) as "revokedAt"`,
      [personId],
    );
    return row;
  }

  async choose(tx: EntityManager, choice: CalendarChoiceEntity): Promise<void> {
    await tx.upsert(CalendarChoiceEntity, choice, ['personId']);
  }

  isLive(tx: EntityManager, personId: string): Promise<boolean> {
    return tx.existsBy(CalendarFeedEntity, { personId, revokedAt: IsNull() });
  }

  async revoke(tx: EntityManager, personId: string, at: Date): Promise<void> {
    await tx.update(CalendarFeedEntity, { personId, revokedAt: IsNull() }, { revokedAt: at });
  }

  async add(tx: EntityManager, feed: CalendarFeedEntity): Promise<void> {
    await tx.insert(CalendarFeedEntity, feed);
  }

  /** @param first the first day that is in it @param since what was cancelled before it is not in it */
  async read(tokenHash: Buffer, first: Day, since: Date): Promise<ReadFeed | undefined> {
    const [row] = await planned<ReadFeed>(
      this.source,
      'events: calendar feed',
      `select f.id, ${ENTRIES}
           where b.person_id = f.person_id and n."on" >= $2 and (n.cancelled_at is null or n.cancelled_at >= $3)), '[]') as entries
         from calendar_feed f join person_current p on p.id = f.person_id and p.is_active
        where f.token_hash = $1 and f.revoked_at is null`,
      [tokenHash, first, since],
    );
    return row;
  }

  /** Of one booking of theirs; none: it is another's, or is not there, or never had a place. */
  async ofBooking(personId: string, bookingId: string): Promise<FeedEntry[]> {
    const [row] = await this.source.query<[Pick<ReadFeed, 'entries'>]>(
      `select ${ENTRIES} where b.person_id = $1 and b.id = $2), '[]') as entries`,
      [personId, bookingId],
    );
    return row.entries;
  }
}
