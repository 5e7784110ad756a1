import type { EntityManager } from 'typeorm';
import type { AuditEventEntity } from './audit-event.entity';
import type { AuditSealEntity } from './audit-seal.entity';

/** An event as PostgreSQL stores it, every part as text: the form that is hashed. */
export type StoredEvent = Pick<AuditEventEntity, 'actorId' | 'action' | 'subjectType' | 'subjectId'> & {
  at: string;
  detail: string;
};

export type AuditRow = StoredEvent &
  Pick<AuditEventEntity, 'id' | 'previousHash' | 'hash' | 'keyId'> & {
    /** Of an event from before there were keys. */
    seal: AuditSealEntity['hash'] | null;
    sealKeyId: AuditSealEntity['keyId'] | null;
  };

/** What the first event follows. */
export const BEGINNING = Buffer.alloc(32);

/** A time as it is hashed, to the microsecond. */
export const instant = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export const canonical = (event: StoredEvent): string =>
  JSON.stringify([event.at, event.actorId, event.action, event.subjectType, event.subjectId, event.detail]);

const ROWS_AT_ONCE = 1000;

/** Every event in its order, as stored. */
export async function* auditRows(database: EntityManager): AsyncGenerator<AuditRow> {
  let after = '0';
  for (;;) {
    const rows = await database.query<AuditRow[]>(
      `select e.id, ${instant('e.at')} as at, e.actor_id::text as "actorId", e.action,
         e.subject_type as "subjectType", e.subject_id as "subjectId", e.detail::text as detail,
         e.previous_hash as "previousHash", e.hash, e.key_id as "keyId", s.hash as seal, s.key_id as "sealKeyId"
       from audit_event e left join audit_seal s on s.event_id = e.id
       where e.id > $1 order by e.id limit ${ROWS_AT_ONCE}`,
      [after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
