import { Injectable } from '@nestjs/common';
import { Announcements, Clock, dayInLondon } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { PlannedSession } from '../programme/programme.repository';
import { isBookable } from '../programme/session-state';
import type { BookingEntity } from './booking.entity';
import { BookingChanged } from './booking.events';
import { BookingRepository } from './booking.repository';
import type { BookingDoing } from './booking.words';
import { hasBegun, isAutomatic } from './place';
import { promote } from './promote';

/** Gives what is free to those who wait. Every act on a session that may free a place ends with it, in its transaction. */
@Injectable()
export class Filling {
  constructor(
    private readonly rows: BookingRepository,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever calls it is alone with the session.
   * @param read who had a place and who waited, when that was read under the session's lock
   * @returns who has a place and who waits, as it is then; `fit`: whether all who had a place still have one
   */
  async fill(
    tx: EntityManager,
    session: PlannedSession,
    read?: BookingEntity[],
  ): Promise<{ standing: BookingEntity[]; fit: boolean }> {
    const now = this.clock.now();
    const isOpen = isBookable(session.state) && !hasBegun(session, now);
    const standing = read ?? (await this.rows.standing(tx, session.id));
    const { promoted, sits, toTell, gone, fit } = promote(
      session.pools,
      standing.filter(({ state }) => isOpen || state === 'booked'),
      { today: dayInLondon(now), isAutomatic: isAutomatic(session, now) },
    );
    if (!fit) return { standing, fit };
    const left = await this.rows.leftOf(tx, promoted);
    if (left.length > 0) {
      await this.endOf(tx, session.id, left, now);
      return this.fill(
        tx,
        session,
        standing.filter(({ id }) => !left.includes(id)),
      );
    }
    const changes = new Map<string, Partial<BookingEntity>>();
    // In their order: each place is free when it is somebody's turn.
    for (const { id, poolAudience } of sits)
      changes.set(
        id,
        promoted.includes(id) ? { poolAudience, state: 'booked', promotedAt: now, toldAt: null } : { poolAudience },
      );
    for (const id of toTell) changes.set(id, { toldAt: now });
    for (const id of gone) changes.set(id, { toldAt: null });
    for (const [id, change] of changes) await this.rows.update(tx, id, change);
    await this.announce(tx, session.id, promoted, 'promoted');
    await this.announce(tx, session.id, toTell, 'a-place-is-free');
    return { standing: standing.map((one) => Object.assign(one, changes.get(one.id))), fit };
  }

  /** Whoever has left the council since the sweeper looked last waits for nothing any more. */
  private async endOf(tx: EntityManager, sessionId: string, bookingIds: readonly string[], at: Date): Promise<void> {
    for (const id of bookingIds) await this.rows.cancel(tx, id, null, 'officer', at);
    await this.announce(tx, sessionId, bookingIds, 'cancelled-by-officer');
  }

  async announce(
    tx: EntityManager,
    sessionId: string,
    bookingIds: readonly string[],
    what: BookingDoing,
  ): Promise<void> {
    const at = this.clock.now();
    for (const id of bookingIds) await this.announcements.announce(tx, new BookingChanged(id, sessionId, what, at));
  }
}
