import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { FeedbackRoundEntity } from '../feedback/feedback-round.entity';
import type { GuestEntity } from '../partners/guest.entity';
import type { PartnerEntity } from '../partners/partner.entity';
import type { EventEntity } from '../programme/event.entity';
import { GuestAttendanceEntity } from './guest-attendance.entity';
import { GuestFeedbackEntity } from './guest-feedback.entity';

/** A guest who has a place, or of whom something is ticked. */
export interface GuestRow extends Pick<GuestEntity, 'id' | 'name'> {
  partner: PartnerEntity['name'];
  /** Null: nothing is ticked. */
  wasThere: boolean | null;
}

/** Who is to be asked, about what. */
export type GuestToAsk = Pick<GuestFeedbackEntity, 'sessionId' | 'guestId'> &
  Record<'name' | 'email', string> &
  Pick<EventEntity, 'title'> &
  Pick<FeedbackRoundEntity, 'asked' | 'closesOn'>;

/** What a link asks about. */
export type GuestAsked = Pick<GuestFeedbackEntity, 'sessionId' | 'guestId' | 'answeredOn'> & Pick<EventEntity, 'title'>;

@Injectable()
export class GuestsThereRepository {
  constructor(private readonly source: DataSource) {}

  /** By partner and name. */
  guests(sessionId: string, tx: EntityManager = this.source.manager): Promise<GuestRow[]> {
    return tx.query<GuestRow[]>(
      `select g.id, g.name, p.name as partner, a.was_there as "wasThere"
         from guest g join partner p on p.id = g.partner_id
         left join guest_attendance a on a.guest_id = g.id and a.session_id = $1
        where a.guest_id is not null
           or exists (select from booking b where b.guest_id = g.id and b.session_id = $1 and b.state = 'booked')
        order by p.name, g.name, g.id`,
      [sessionId],
    );
  }

  async tick(tx: EntityManager, row: GuestAttendanceEntity): Promise<void> {
    await tx.upsert(GuestAttendanceEntity, row, ['sessionId', 'guestId']);
  }

  /** Guests who were there and have not been asked, of sessions that people are asked about now. */
  toAsk(tx: EntityManager, today: Day, limit: number): Promise<GuestToAsk[]> {
    return tx.query<GuestToAsk[]>(
      `select a.session_id as "sessionId", g.id as "guestId", g.name, g.email, e.title, r.asked, r.closes_on::text as "closesOn"
         from feedback_round r join programme_session s on s.id = r.session_id join programme_event e on e.id = s.event_id
         join guest_attendance a on a.session_id = r.session_id and a.was_there join guest g on g.id = a.guest_id
        where r.stage = 'after' and r.results is null and r.closes_on >= $1 and g.email is not null
          and not exists (select from guest_feedback f where f.session_id = a.session_id and f.guest_id = a.guest_id)
        order by a.session_id, g.id limit $2`,
      [today, limit],
    );
  }

  /** @returns whether it had not been done yet */
  async ask(
    tx: EntityManager,
    { sessionId, guestId, tokenHash, askedAt }: Omit<GuestFeedbackEntity, 'answeredOn'>,
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into guest_feedback (session_id, guest_id, token_hash, asked_at) values ($1, $2, $3, $4)
       on conflict (session_id, guest_id) do nothing returning guest_id`,
      [sessionId, guestId, tokenHash, askedAt],
    );
    return rows.length > 0;
  }

  async asked(tokenHash: Buffer, tx: EntityManager = this.source.manager): Promise<GuestAsked | undefined> {
    const [row] = await tx.query<GuestAsked[]>(
      `select f.session_id as "sessionId", f.guest_id as "guestId", f.answered_on::text as "answeredOn", e.title
         from guest_feedback f join programme_session s on s.id = f.session_id join programme_event e on e.id = s.event_id
        where f.token_hash = $1
          and (f.answered_on is not null or exists (select from guest_attendance a
                where a.session_id = f.session_id and a.guest_id = f.guest_id and a.was_there))`,
      [tokenHash],
    );
    return row;
  }

  async answered(tx: EntityManager, { sessionId, guestId }: GuestAsked, on: Day): Promise<void> {
    await tx.update(GuestFeedbackEntity, { sessionId, guestId }, { answeredOn: on });
  }

  /** Who was asked goes with those of members. */
  async forget(tx: EntityManager, today: Day): Promise<void> {
    await tx.query(
      `delete from guest_feedback f using feedback_round r
        where r.session_id = f.session_id and r.stage = 'after' and r.forgotten_from <= $1`,
      [today],
    );
  }
}
