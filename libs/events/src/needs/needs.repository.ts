import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource, type EntityManager } from 'typeorm';
import type { BookingEntity } from '../bookings/booking.entity';
import type { PartnerEntity } from '../partners/partner.entity';
import { NeedEntity } from './need.entity';

/** Whose needs. */
export type NeedsOf = { personId: string } | { guestId: string };

/** What somebody who has a place at a session needs, sealed. */
export type SealedNeeds = Pick<NeedEntity, 'id' | 'sealed'> &
  Pick<BookingEntity, 'seat'> & {
    /** Null: a guest who is forgotten. */
    name: PersonCurrent['name'] | null;
    /** Of a guest. */
    partner: PartnerEntity['name'] | null;
  };

/** How many have a place, where they sit. */
export interface Seated {
  room: number;
  online: number;
}

@Injectable()
export class NeedsRepository {
  constructor(private readonly source: DataSource) {}

  find(of: NeedsOf, tx: EntityManager = this.source.manager): Promise<NeedEntity | null> {
    return tx.findOneBy(NeedEntity, of);
  }

  /** Two that are sent at once both count, and the later one stays. */
  async alone(tx: EntityManager, of: NeedsOf): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('needs ' || $1::uuid, 0))`, [
      'personId' in of ? of.personId : of.guestId,
    ]);
  }

  async put(tx: EntityManager, need: NeedEntity): Promise<void> {
    await tx.upsert(NeedEntity, need, ['id']);
  }

  async remove(tx: EntityManager, of: NeedsOf): Promise<void> {
    await tx.delete(NeedEntity, of);
  }

  /** Of everybody who has a place and has said something, by name; nobody's of a session that ended before `since`. */
  async ofSession(sessionId: string, since: Date, tx: EntityManager = this.source.manager): Promise<SealedNeeds[]> {
    return tx.query<SealedNeeds[]>(
      `select n.id, n.sealed, b.seat, coalesce(p.name, g.name) as name, a.name as partner
         from booking b
         join lateral (
           select id, sealed from need where person_id = b.person_id
           union all select id, sealed from need where guest_id = b.guest_id) n on true
         left join person_current p on p.id = b.person_id
         left join guest g on g.id = b.guest_id left join partner a on a.id = g.partner_id
        where b.session_id = $1 and b.state = 'booked'
          and exists (select from session_standing s where s.id = $1 and coalesce(s.ends_at, 'infinity') > $2)
        order by fold_name(coalesce(p.name, g.name, '')), b.number`,
      [sessionId, since],
    );
  }

  async booked(sessionId: string, tx: EntityManager = this.source.manager): Promise<Seated> {
    const [row] = await tx.query<Seated[]>(
      `select count(*) filter (where seat = 'room')::int as room, count(*) filter (where seat = 'online')::int as online
         from booking where session_id = $1 and state = 'booked'`,
      [sessionId],
    );
    return row ?? { room: 0, online: 0 };
  }
}
