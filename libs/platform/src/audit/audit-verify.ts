import type { EntityManager } from 'typeorm';
import { auditHash } from './audit-trail';

interface Row {
  id: string;
  at: Date;
  actor_id: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  detail: Record<string, unknown>;
  previous_hash: Buffer;
  hash: Buffer;
}

/** Walks the chain from its beginning; `firstBad` is the id of the first event that was changed, or whose neighbour is missing. */
export async function verifyAuditTrail(database: EntityManager): Promise<{ events: number; firstBad?: string }> {
  let previous: Buffer = Buffer.alloc(32);
  let after = '0';
  let events = 0;
  for (;;) {
    const rows = await database.query<Row[]>('select * from audit_event where id > $1 order by id limit 1000', [after]);
    for (const row of rows) {
      const hash = auditHash(previous, row.at, {
        actorId: row.actor_id,
        action: row.action,
        subjectType: row.subject_type,
        subjectId: row.subject_id,
        detail: row.detail,
      });
      if (!hash.equals(row.hash) || !row.previous_hash.equals(previous)) return { events, firstBad: row.id };
      previous = row.hash;
      after = row.id;
      events++;
    }
    if (rows.length === 0) return { events };
  }
}
