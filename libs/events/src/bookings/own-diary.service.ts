import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FixedDates } from '../programme/fixed-dates.service';
import { ProgrammeRepository } from '../programme/programme.repository';
import type { BookingEntity } from './booking.entity';
import { type OwnClash, ownClashes, type Planned } from './own-clashes';

/** What somebody has on already. */
@Injectable()
export class OwnDiary {
  constructor(
    private readonly source: DataSource,
    private readonly programme: ProgrammeRepository,
    private readonly dates: FixedDates,
  ) {}

  /** What the session would meet: sessions at which they have a place, and dates that others have fixed. */
  async clashes(personId: string, session: Planned, tx: EntityManager = this.source.manager): Promise<OwnClash[]> {
    const [first, last] = [session.parts[0]?.on, session.parts.at(-1)?.on];
    if (first === undefined || last === undefined) return [];
    // One after the other: a transaction has one connection.
    const around = await this.programme.between(first, last, tx);
    const fixed = await this.dates.between(first, last, tx);
    const own = await tx.query<Pick<BookingEntity, 'sessionId'>[]>(
      `select session_id as "sessionId" from booking where person_id = $1 and state = 'booked'`,
      [personId],
    );
    const ids = new Set(own.map(({ sessionId }) => sessionId));
    return ownClashes(
      session,
      around.filter(({ id }) => ids.has(id)),
      fixed,
    );
  }
}
