import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { DataSource } from 'typeorm';
import { BookingNotFound } from './booking.errors';
import type { OwnBooking, OwnBookingsPage, SessionBooking } from './booking.types';

const BOOKING = `b.id, b.session_id as "sessionId", b.person_id as "personId", b.guest_id as "guestId", b.audience, b.seat, b.state, b.number,
  b.booked_at as "bookedAt", b.booked_by as "bookedBy", b.promoted_at as "promotedAt", b.cancelled_at as "cancelledAt",
  b.cancelled_by as "cancelledBy", b.cancel_by as "cancelBy"`;

const AHEAD = `case when b.state = 'waiting' then (
    select count(*)::int from booking w
     where w.session_id = b.session_id and w.state = 'waiting' and w.audience = b.audience and w.seat = b.seat and w.number < b.number) end as ahead`;

/** The link is for those who have a place. */
const SESSION = `json_build_object('id', s.id, 'state', s.state, 'place', s.place,
    'onlineUrl', case when b.state = 'booked' then s.online_url end, 'cancelReason', s.cancel_reason, 'slug', e.slug, 'title', e.title,
    'parts', coalesce((select json_agg(json_build_object('number', p.number, 'on', p."on", 'from', to_char(p."from", 'HH24:MI'),
        'to', to_char(p."to", 'HH24:MI'), 'topics', p.topics) order by p.number) from session_part p where p.session_id = s.id), '[]')) as session,
  first.starts_at as "startsAt", last.ends_at as "endsAt"`;

const FROM = `from booking b join programme_session s on s.id = b.session_id left join programme_event e on e.id = s.event_id
  left join session_part first on first.session_id = s.id and first.number = 1
  left join lateral (select l.ends_at from session_part l where l.session_id = s.id order by l.number desc limit 1) last on true`;

const SHOWN: Record<OwnBookingsPage['show'], { where: string; order: string }> = {
  coming: {
    where: `b.state <> 'cancelled' and (last.ends_at is null or last.ends_at > $2)`,
    order: 'first.starts_at, b.id',
  },
  past: { where: `b.state <> 'cancelled' and last.ends_at <= $2`, order: 'first.starts_at desc, b.id' },
  cancelled: { where: `b.state = 'cancelled' and $2::timestamptz is not null`, order: 'b.cancelled_at desc, b.id' },
};

/** Who has booked what. */
@Injectable()
export class ShownBookings {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A page of somebody's own. */
  async ofPerson(
    personId: string,
    { show, page, per }: OwnBookingsPage,
  ): Promise<{ rows: OwnBooking[]; total: number }> {
    const { where, order } = SHOWN[show];
    const rows = await this.source.query<(Row & { total: number })[]>(
      `select ${BOOKING}, ${AHEAD}, ${SESSION}, (count(*) over ())::int as total ${FROM}
        where b.person_id = $1 and ${where} order by ${order} limit $3 offset $4`,
      [personId, this.clock.now(), per, (page - 1) * per],
    );
    return { rows: rows.map(ownBooking), total: rows[0]?.total ?? 0 };
  }

  /** One of somebody's own. @throws BookingNotFound, also when it is another's */
  async own(personId: string, bookingId: string): Promise<OwnBooking> {
    const [row] = await this.source.query<Row[]>(
      `select ${BOOKING}, ${AHEAD}, ${SESSION} ${FROM} where b.id = $1 and b.person_id = $2`,
      [bookingId, personId],
    );
    if (!row) throw new BookingNotFound();
    return ownBooking(row);
  }

  /** Those with a place, those who wait, those who have cancelled: each in the order in which they came. */
  ofSession(sessionId: string): Promise<SessionBooking[]> {
    return this.source.query<SessionBooking[]>(
      `select ${BOOKING}, ${AHEAD}, coalesce(p.name, g.name) as name, coalesce(p.email, g.email) as email,
              p.political_group as "politicalGroup", r.name as partner, g.partner_id as "partnerId"
         from booking b left join person_current p on p.id = b.person_id
         left join guest g on g.id = b.guest_id left join partner r on r.id = g.partner_id
        where b.session_id = $1
        order by array_position(array['booked', 'waiting', 'cancelled'], b.state), b.number`,
      [sessionId],
    );
  }
}

type Row = Omit<OwnBooking, 'session'> & {
  session: Omit<OwnBooking['session'], 'startsAt' | 'endsAt'>;
} & Pick<OwnBooking['session'], 'startsAt' | 'endsAt'>;

/** JSON knows no dates. */
const ownBooking = ({ session, startsAt, endsAt, ...booking }: Row & { total?: number }): OwnBooking => {
  const { total: _, ...own } = booking;
  return { ...own, session: { ...session, startsAt, endsAt } };
};
