import type { EntityManager } from 'typeorm';
import type { AuditKey } from './audit-key';
import { auditRows, BEGINNING, canonical } from './audit-rows';

const SEALS_AT_ONCE = 1000;

/**
 * Gives every event from before there were keys a keyed hash of what is stored now, one following the other, so that from
 * here on they cannot be changed unnoticed either. What was changed earlier stays as it is: see decision 0906. Once only:
 * an event without a key that comes later was slipped in, and a seal would make it genuine.
 * @param tx holds the audit trail's lock
 */
export async function sealOlderEvents(tx: EntityManager, key: AuditKey): Promise<void> {
  const [{ begun }] = await tx.query<[{ begun: boolean }]>(
    `select exists (select from audit_seal) or exists (select from audit_event where key_id is not null) as begun`,
  );
  if (begun) return;
  let previous: Buffer = BEGINNING;
  let seals: { id: string; hash: string }[] = [];
  const write = async () => {
    await tx.query(
      `insert into audit_seal (event_id, hash, key_id)
       select id::bigint, decode(hash, 'hex'), $2 from json_to_recordset($1::json) as seal(id text, hash text)`,
      [JSON.stringify(seals), key.id],
    );
    seals = [];
  };
  for await (const row of auditRows(tx)) {
    previous = key.hash(previous, canonical(row));
    seals.push({ id: row.id, hash: previous.toString('hex') });
    if (seals.length === SEALS_AT_ONCE) await write();
  }
  await write();
}
