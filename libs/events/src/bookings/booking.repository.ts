import { Injectable } from '@nestjs/common';
import type { MembershipStanding, PersonCurrent, RoleHeld } from '@induct/people';
import { type Day, prepared, type Question, question } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { BookingEntity } from './booking.entity';
import type { CancelBy } from './booking.words';
import { InterestEntity } from './interest.entity';
import type { Booker } from './place';

/** A person ($1) as they are on a day ($2). */
export const BOOKER = `
  select p.is_active as "isActive", array(select role from role_held where person_id = p.id) as roles,
         array(select body_id from membership_standing
                where person_id = p.id and superseded_at is null and during @> $2::date) as bodies
    from person_current p where p.id = $1`;

export type Whose = Pick<PersonCurrent, 'isActive'> & {
  roles: RoleHeld['role'][];
  bodies: MembershipStanding['bodyId'][];
};

const COLUMNS = `id, session_id as "sessionId", person_id as "personId", guest_id as "guestId", audience, seat, state, number,
  pool_audience as "poolAudience", booked_at as "bookedAt", booked_by as "bookedBy", promoted_at as "promotedAt", told_at as "toldAt",
  cancelled_at as "cancelledAt", cancelled_by as "cancelledBy", cancel_by as "cancelBy"`;

const STANDING = `select ${COLUMNS} from booking where session_id = $1 and state <> 'cancelled' order by number`;

const [STANDING_NAME, BOOKER_NAME] = ['events: standing', 'events: booker'];

const ADD = `
  insert into booking (id, session_id, person_id, guest_id, audience, seat, state, pool_audience, booked_at, booked_by, number)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce(max(number), 0) + 1 from booking where session_id = $2
  returning ${COLUMNS}`;

type InterestRow = Pick<InterestEntity, 'eventId'> & { isAsked: boolean };

@Injectable()
export class BookingRepository {
  constructor(private readonly source: DataSource) {}

  find(id: string, tx: EntityManager = this.source.manager): Promise<BookingEntity | null> {
    return tx.findOneBy(BookingEntity, { id });
  }

  /** Those who have a place and those who wait, in the order in which they came. */
  standing(tx: EntityManager, sessionId: string): Promise<BookingEntity[]> {
    return prepared<BookingEntity>(tx, STANDING_NAME, STANDING, [sessionId]);
  }

  /** The same, asked with others. */
  askStanding(sessionId: string): Question<BookingEntity[]> {
    return question({ name: STANDING_NAME, text: STANDING, values: [sessionId] }, (rows: BookingEntity[]) => rows);
  }

  /** The last of the session, by its number. */
  async add(
    tx: EntityManager,
    booking: Omit<BookingEntity, 'number' | 'promotedAt' | 'toldAt' | 'cancelledAt' | 'cancelledBy' | 'cancelBy'>,
  ): Promise<BookingEntity> {
    const { id, sessionId, personId, guestId, audience, seat, state, poolAudience, bookedAt, bookedBy } = booking;
    const [row] = await prepared<BookingEntity>(tx, 'events: books', ADD, [
      id,
      sessionId,
      personId,
      guestId,
      audience,
      seat,
      state,
      poolAudience,
      bookedAt,
      bookedBy,
    ]);
    return row!;
  }

  async update(tx: EntityManager, id: string, change: Partial<BookingEntity>): Promise<void> {
    await tx.update(BookingEntity, { id }, change);
  }

  async cancel(tx: EntityManager, id: string, by: string | null, as: CancelBy, at: Date): Promise<void> {
    const gone = { state: 'cancelled', poolAudience: null, toldAt: null } as const;
    await tx.update(BookingEntity, { id }, { ...gone, cancelledAt: at, cancelledBy: by, cancelBy: as });
  }

  /** As they are today; undefined when there is nobody, or they have left. */
  async booker(tx: EntityManager, personId: string, today: Day): Promise<Booker | undefined> {
    const [row] = await prepared<Whose>(tx, BOOKER_NAME, BOOKER, [personId, today]);
    return row && bookerOf(row);
  }

  /** The same, asked with others. */
  askBooker(personId: string, today: Day): Question<Booker | undefined> {
    const statement = { name: BOOKER_NAME, text: BOOKER, values: [personId, today] };
    return question(statement, ([row]: Whose[]) => row && bookerOf(row));
  }

  /** Until the end of the transaction nobody else books a talk of an event for them. */
  async aloneWithTalks(tx: EntityManager, eventId: string, personId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('talk ' || $1::uuid || ' ' || $2::uuid, 0))`, [
      eventId,
      personId,
    ]);
  }

  /** Whether somebody has a place at a session of an event that is to come, or waits for one. @param but not counted */
  async hasAnother(
    tx: EntityManager,
    { eventId, personId, now, but }: { eventId: string; personId: string; now: Date; but: string | null },
  ): Promise<boolean> {
    const rows = await tx.query<Pick<BookingEntity, 'id'>[]>(
      `select b.id from booking b join programme_session s on s.id = b.session_id and s.event_id = $1
         join session_part p on p.session_id = s.id and p.number = 1 and p.starts_at > $3
        where b.person_id = $2 and b.state <> 'cancelled' and b.id is distinct from $4 limit 1`,
      [eventId, personId, now, but],
    );
    return rows.length > 0;
  }

  /** Bookings of sessions to come whose people have left: those who wait first, so that none is given a place in passing. */
  async ofThoseWhoLeft(now: Date): Promise<BookingEntity['id'][]> {
    const rows = await this.source.query<Pick<BookingEntity, 'id'>[]>(
      `select b.id from person_current w join booking b on b.person_id = w.id and b.state <> 'cancelled'
         join programme_session s on s.id = b.session_id and s.state = 'confirmed'
         join session_part p on p.session_id = s.id and p.number = 1 and p.starts_at > $1
        where not w.is_active order by b.state = 'booked', b.id`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of these bookings whose people have left. */
  async leftOf(tx: EntityManager, ids: readonly string[]): Promise<BookingEntity['id'][]> {
    if (ids.length === 0) return [];
    const rows = await tx.query<Pick<BookingEntity, 'id'>[]>(
      `select b.id from booking b join person_current p on p.id = b.person_id
        where b.id = any($1) and not p.is_active order by b.number`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Asked again: as it was. */
  async addInterest(tx: EntityManager, rows: readonly InterestEntity[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .createQueryBuilder()
        .insert()
        .into(InterestEntity)
        .values([...rows])
        .orIgnore()
        .execute();
  }

  async removeInterest(tx: EntityManager, key: Pick<InterestEntity, 'eventId' | 'personId'>): Promise<void> {
    await tx.delete(InterestEntity, key);
  }

  /** Whether somebody asked to be told of a date; undefined when there is no such event. */
  async interest(personId: string, slug: string): Promise<InterestRow | undefined> {
    const [row] = await this.source.query<InterestRow[]>(
      `select e.id as "eventId", exists (select from interest i where i.event_id = e.id and i.person_id = $1) as "isAsked"
         from programme_event e where e.slug = $2`,
      [personId, slug],
    );
    return row;
  }

  /**
   * Sessions to come at which somebody waits, or whose kept places open to all today: whatever is free there may be due to
   * somebody.
   */
  async toFill(today: Day, now: Date): Promise<BookingEntity['sessionId'][]> {
    const rows = await this.source.query<Pick<BookingEntity, 'sessionId'>[]>(
      `select w.session_id as "sessionId"
         from (select distinct session_id from booking where state = 'waiting') w
         join programme_session s on s.id = w.session_id and s.state = 'confirmed'
         join session_part p on p.session_id = s.id and p.number = 1 and p.starts_at > $2
        where exists (select from session_pool o where o.session_id = s.id and o.taken < o.places
                and (o.audience = 'any' or o.opens_to_all_on <= $1
                  or exists (select from booking b where b.session_id = s.id and b.state = 'waiting' and b.seat = o.seat and b.audience = o.audience)))
           or exists (select from booking b where b.session_id = s.id and b.state = 'waiting'
                and (b.told_at is not null or not exists (select from session_pool o where o.session_id = s.id and o.seat = b.seat)))
        order by 1`,
      [today, now],
    );
    return rows.map(({ sessionId }) => sessionId);
  }
}

/** Undefined of whoever has left. Those who test are members of the steering group, and come as members. */
export function bookerOf({ isActive, roles, bodies }: Whose): Booker | undefined {
  if (!isActive) return undefined;
  return { audience: roles.includes('member') || roles.includes('tester') ? 'member' : 'officer', bodies };
}
