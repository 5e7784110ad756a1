import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EventNotFound } from './programme.errors';
import { ProgrammeRepository } from './programme.repository';

/** Events that are asked for by themselves: to have been at all of a session is what has to be met. */
@Injectable()
export class OwnTopics {
  constructor(
    private readonly rows: ProgrammeRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * From now on every part of its sessions names the topic: of those there are, and of those that will be planned.
   * @param topic the slug of a requirement
   * @returns the sessions where people may have been: `AttendedTopics.settleAnew` is to be called for them afterwards
   * @throws EventNotFound
   */
  async give(tx: EntityManager, eventId: string, topic: string, by: string): Promise<string[]> {
    const before = await this.rows.ofEvent(eventId, tx);
    await this.rows.alone(
      tx,
      before.map(({ id }) => id),
    );
    const event = await this.rows.findEvent(eventId, tx);
    if (!event) throw new EventNotFound();
    await this.rows.updateEvent(tx, eventId, { ownTopic: topic });
    await this.rows.nameInParts(tx, eventId, topic);
    const detail = { before: event.title, after: event.title, topic };
    await this.audit.record(tx, {
      actorId: by,
      action: 'event.changed',
      subjectType: 'event',
      subjectId: eventId,
      detail,
    });
    const sessions = await this.rows.ofEvent(eventId, tx);
    return sessions.filter(({ state }) => state === 'confirmed' || state === 'delivered').map(({ id }) => id);
  }
}
