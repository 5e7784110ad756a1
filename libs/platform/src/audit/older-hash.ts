import { createHash } from 'node:crypto';
import type { AuditRow } from './audit-rows';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Whether an event from before there were keys has the hash that was made then, of the event as its service had handed it
 * over. A `Date` in the detail was hashed as `{}` and stored as a text, so each such text may stand for one.
 */
export function hasOlderHash(row: Pick<AuditRow, keyof Parameters<typeof olderHash>[0] | 'hash'>): boolean {
  const detail = JSON.parse(row.detail) as unknown;
  return [detail, emptied(detail)].some((form) => olderHash(row, form).equals(row.hash));
}

function olderHash(
  row: Pick<AuditRow, 'previousHash' | 'at' | 'actorId' | 'action' | 'subjectType' | 'subjectId' | 'detail'>,
  detail: unknown,
): Buffer {
  const at = new Date(row.at).toISOString();
  const event = JSON.stringify([at, row.actorId, row.action, row.subjectType, row.subjectId, sorted(detail)]);
  return createHash('sha256').update(row.previousHash).update(event).digest();
}

const mapped = (value: object, change: (entry: unknown) => unknown): unknown =>
  Array.isArray(value)
    ? value.map(change)
    : Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, entry]) => [key, change(entry)]),
      );

function sorted(value: unknown): unknown {
  return value !== null && typeof value === 'object' ? mapped(value, sorted) : value;
}

function emptied(value: unknown): unknown {
  if (typeof value === 'string' && TIME.test(value)) return {};
  return value !== null && typeof value === 'object' ? mapped(value, emptied) : value;
}
