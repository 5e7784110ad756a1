import type { EntityManager } from 'typeorm';
import { WasPutRightBefore } from './council.errors';

/** Who puts something right, when, and why. */
interface Superseding {
  by: string | null;
  at: Date;
  reason: string | null;
}

/** Columns of who recorded a row, and who superseded it. */
export const RECORD_OF = (row: string): string =>
  `${row}.recorded_at as "recordedAt", ${row}.recorded_by as "recordedBy", ${row}.replaces,
   ${row}.superseded_at as "supersededAt", ${row}.superseded_by as "supersededBy", ${row}.reason`;

/** What is superseded, not changed. */
export type Superseded = 'election' | 'term' | 'membership' | 'body_rule';

/** @throws WasPutRightBefore */
export async function supersede(
  tx: EntityManager,
  table: Superseded,
  id: string,
  { by, at, reason }: Superseding,
): Promise<void> {
  const [, changed] = await tx.query<[unknown[], number]>(
    `update ${table} set superseded_at = $2, superseded_by = $3, reason = $4 where id = $1 and superseded_at is null`,
    [id, at, by, reason],
  );
  if (changed !== 1) throw new WasPutRightBefore();
}
