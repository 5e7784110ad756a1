import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock';

export interface AuditEvent {
  /** The person who acted; null when Induct itself did. */
  actorId: string | null;
  /** What was done, as subject.verb: `certificate.revoked`. */
  action: string;
  subjectType: string;
  subjectId: string;
  /** Facts worth keeping; never confidential text. */
  detail?: Record<string, unknown>;
}

/** The record of who did what: written in the same transaction as the act, chained by hashes, never changed. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  async record(tx: EntityManager, event: AuditEvent): Promise<void> {
    // One writer at a time, else two events would continue the same predecessor.
    await tx.query(`select pg_advisory_xact_lock(hashtext('audit'))`);
    const [last] = await tx.query<{ hash: Buffer }[]>('select hash from audit_event order by id desc limit 1');
    const previous = last?.hash ?? Buffer.alloc(32);
    const at = this.clock.now();
    const detail = event.detail ?? {};
    await tx.query(
      `insert into audit_event (at, actor_id, action, subject_type, subject_id, detail, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        at,
        event.actorId,
        event.action,
        event.subjectType,
        event.subjectId,
        JSON.stringify(detail),
        previous,
        auditHash(previous, at, { ...event, detail }),
      ],
    );
  }
}

/** SHA-256 over the predecessor's hash and the event in a canonical form (jsonb does not keep the order of keys). */
export function auditHash(previous: Buffer, at: Date, event: AuditEvent): Buffer {
  const { actorId, action, subjectType, subjectId, detail } = event;
  const canonical = JSON.stringify([at.toISOString(), actorId, action, subjectType, subjectId, sorted(detail ?? {})]);
  return createHash('sha256').update(previous).update(canonical).digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
