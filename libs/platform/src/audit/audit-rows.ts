import type { EntityManager } from 'typeorm';

/** An event as PostgreSQL stores it, every part as text: the form that is hashed. */
export interface StoredEvent {
  at: string;
  actor_id: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  detail: string;
}

export interface AuditRow extends StoredEvent {
  id: string;
  previous_hash: Buffer;
  hash: Buffer;
  key_id: string | null;
  /** Of an event from before there were keys. */
  seal: Buffer | null;
  seal_key_id: string | null;
}

/** What the first event follows. */
export const BEGINNING = Buffer.alloc(32);

/** A time as it is hashed, to the microsecond. */
export const instant = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export const canonical = (event: StoredEvent): string =>
  JSON.stringify([event.at, event.actor_id, event.action, event.subject_type, event.subject_id, event.detail]);

const ROWS_AT_ONCE = 1000;

/** Every event in its order, as stored. */
export async function* auditRows(database: EntityManager): AsyncGenerator<AuditRow> {
  let after = '0';
  for (;;) {
    const rows = await database.query<AuditRow[]>(
      `select e.id, ${instant('e.at')} as at, e.actor_id::text, e.action, e.subject_type, e.subject_id,
         e.detail::text as detail, e.previous_hash, e.hash, e.key_id, s.hash as seal, s.key_id as seal_key_id
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
