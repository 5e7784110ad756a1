import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource } from 'typeorm';

/** Somebody who may be ticked. */
export type Attender = Pick<PersonCurrent, 'id' | 'name' | 'politicalGroup'> & {
  /** Whoever has none has come without one; or nobody has one, and everybody may come. */
  hasPlace: boolean;
};

export interface GuestsCounted {
  booked: number;
  there: number;
}

/** Whom a register or a sign-in sheet lists. */
@Injectable()
export class Attenders {
  constructor(private readonly source: DataSource) {}

  /**
   * Whoever has a place first, then whoever else is named: by name. Where nobody has a place, members in office.
   * @param more their ids
   */
  of(sessionId: string, more: readonly string[]): Promise<Attender[]> {
    return this.source.query<Attender[]>(
      `with booked as materialized (
         select b.person_id from booking b where b.session_id = $1 and b.state = 'booked' and b.person_id is not null)
       select p.id, p.name, p.political_group as "politicalGroup", b.person_id is not null as "hasPlace"
         from person_current p left join booked b on b.person_id = p.id
        where b.person_id is not null or p.id = any($2::uuid[])
           or not exists (select from booked)
              and p.is_active and exists (select from role_held h where h.person_id = p.id and h.role = 'member')
        order by "hasPlace" desc, p.name_folded, p.name, p.id`,
      [sessionId, more],
    );
  }

  /** Guests of partners, who are ticked on a page of their own: how many have a place, and how many were there. */
  async guests(sessionId: string): Promise<GuestsCounted> {
    const [row] = await this.source.query<GuestsCounted[]>(
      `select (select count(*)::int from booking where session_id = $1 and state = 'booked' and guest_id is not null) as booked,
              (select count(*)::int from guest_attendance where session_id = $1 and was_there) as there`,
      [sessionId],
    );
    return row!;
  }
}
