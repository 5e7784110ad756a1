import { Injectable } from '@nestjs/common';
import { Announcements, Clock } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { PlacesAreTaken } from '../programme/programme.errors';
import { SessionChanged } from '../programme/programme.events';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';
import { BookingRepository } from './booking.repository';
import { Filling } from './filling';
import { seatsOf } from './place';

/** What becomes of bookings when their session is changed at the desk. */
@Injectable()
export class SessionDoings {
  /** Of one act people are told once, whatever it changed. */
  private readonly told = new WeakMap<EntityManager, Set<string>>();

  constructor(
    private readonly programme: ProgrammeRepository,
    private readonly rows: BookingRepository,
    private readonly filling: Filling,
    private readonly clock: Clock,
    announcements: Announcements,
  ) {
    announcements.on(SessionChanged, (tx, event) => this.hear(tx, event));
  }

  /** @throws PlacesAreTaken when somebody who has a place would lose it */
  private async hear(tx: EntityManager, { sessionId, what, by }: SessionChanged): Promise<void> {
    const session = await this.programme.find(sessionId, tx);
    if (!session) return;
    if (what === 'cancelled' || what === 'postponed') return this.callOff(tx, session, what, by);
    await this.sitWhereItIs(tx, session);
    const { fit } = await this.filling.fill(tx, session);
    if (!fit) throw new PlacesAreTaken();
    if (what === 'time' || what === 'place' || what === 'title') await this.tell(tx, session);
  }

  /** Nobody has a place any more. Whoever had one, or waited, is asked anew when there is another date. */
  private async callOff(
    tx: EntityManager,
    { id, eventId }: PlannedSession,
    what: 'cancelled' | 'postponed',
    by: string | null,
  ): Promise<void> {
    const at = this.clock.now();
    const standing = await this.rows.standing(tx, id);
    for (const booking of standing) await this.rows.cancel(tx, booking.id, by, 'council', at);
    if (what === 'postponed' && eventId !== null) {
      const persons = standing.flatMap(({ personId }) => personId ?? []);
      await this.rows.addInterest(
        tx,
        persons.map((personId) => ({ eventId, personId, askedAt: at })),
      );
    }
    await this.filling.announce(tx, id, idsOf(standing), 'cancelled-by-council');
  }

  /** Who was to sit in a room that is no more joins online, and the other way round. */
  private async sitWhereItIs(tx: EntityManager, session: PlannedSession): Promise<void> {
    const [seat, ...others] = seatsOf(session);
    if (seat === undefined || others.length > 0) return;
    for (const one of await this.rows.standing(tx, session.id))
      if (one.seat !== seat) await this.rows.update(tx, one.id, { seat, poolAudience: null });
  }

  private async tell(tx: EntityManager, { id, endsAt }: PlannedSession): Promise<void> {
    const told = this.told.get(tx) ?? new Set();
    this.told.set(tx, told);
    if (told.has(id) || (endsAt !== null && endsAt <= this.clock.now())) return;
    told.add(id);
    await this.filling.announce(tx, id, idsOf(await this.rows.standing(tx, id)), 'session-changed');
  }
}

const idsOf = (bookings: readonly { id: string }[]): string[] => bookings.map(({ id }) => id);
