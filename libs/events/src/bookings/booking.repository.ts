import { Injectable } from '@nestjs/common';
import type { MembershipStanding, PersonCurrent, RoleHeld } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { BookingEntity } from './booking.entity';
import type { CancelBy } from './booking.words';
import { InterestEntity } from './interest.entity';
import type { Booker } from './place';

type Whose = Pick<PersonCurrent, 'isActive'> & {
  roles: RoleHeld['role'][];
  bodies: MembershipStanding['bodyId'][];
};

@Injectable()
export class BookingRepository {
  constructor(private readonly source: DataSource) {}

  find(id: string, tx: EntityManager = this.source.manager): Promise<BookingEntity | null> {
    return tx.findOneBy(BookingEntity, { id });
  }

  /** Those who have a place and those who wait, in the order in which they came. */
  standing(tx: EntityManager, sessionId: string): Promise<BookingEntity[]> {
    const where = { sessionId, state: Not('cancelled' as const) };
    return tx.find(BookingEntity, { where, order: { number: 'ASC' } });
  }

  /** The number of whoever comes next. */
  async nextNumber(tx: EntityManager, sessionId: string): Promise<number> {
    const [row] = await tx.query<Pick<BookingEntity, 'number'>[]>(
      'select coalesce(max(number), 0) + 1 as number from booking where session_id = $1',
      [sessionId],
    );
    return row!.number;
  }

  async add(tx: EntityManager, booking: BookingEntity): Promise<void> {
    await tx.insert(BookingEntity, booking);
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
    const [row] = await tx.query<Whose[]>(
      `select p.is_active as "isActive", array(select role from role_held where person_id = p.id) as roles,
              array(select body_id from membership_standing
                     where person_id = p.id and superseded_at is null and during @> $2::date) as bodies
         from person_current p where p.id = $1`,
      [personId, today],
    );
    if (!row?.isActive) return undefined;
    const isMember = row.roles.includes('member') || row.roles.includes('tester');
    return { audience: isMember ? 'member' : 'officer', bodies: row.bodies };
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
