import type { EntityManager } from 'typeorm';
import type { AuditKey } from './audit-key';
import { type AuditRow, auditRows, BEGINNING, canonical } from './audit-rows';
import { type Checkpoint, readLine } from './checkpoint';
import { hasOlderHash } from './older-hash';

/** What somebody did to the audit trail, and the first event where it shows. */
export interface Harm {
  kind: 'changed' | 'missing before' | 'unsealed' | 'another key' | 'cut' | 'rewritten' | 'false checkpoint';
  event?: string;
  /** The same for people. */
  words: string;
}

export interface Verdict {
  /** How many events follow each other from the beginning. */
  events: number;
  /** When the first of them was written. */
  since?: string;
  last?: { id: string; hash: string };
  harm?: Harm;
}

/**
 * Walks the chain from its beginning, and holds it against checkpoints, which show what the chain alone cannot: that its
 * end was cut off, or that it was made anew by somebody who had the key.
 * @param checkpoints signed lines, of Induct's own file or from paper
 */
export async function verifyAuditTrail(
  database: EntityManager,
  key: AuditKey,
  checkpoints: readonly string[] = [],
): Promise<Verdict> {
  const known = readCheckpoints(checkpoints, key);
  if ('harm' in known) return { events: 0, harm: known.harm };
  let previous: Buffer = BEGINNING;
  let before: AuditRow | undefined;
  let events = 0;
  let since: string | undefined;
  for await (const row of auditRows(database)) {
    const harm = harmOf(row, before, previous, key) ?? againstCheckpoint(known.byEvent.get(row.id), row, events + 1);
    if (harm) return { events, harm };
    previous = row.seal ?? row.hash;
    before = row;
    since ??= row.at;
    events++;
    known.byEvent.delete(row.id);
  }
  const [lost] = [...known.byEvent.values()].toSorted((a, b) => a.events - b.events);
  const last = before && { id: before.id, hash: previous.toString('hex') };
  if (!lost) return { events, since, last };
  const words = `The end of the audit trail was cut off: on ${lost.at} it had ${lost.events} events up to event ${lost.last}, which is gone.`;
  return { events, last, harm: { kind: 'cut', event: lost.last, words } };
}

/** Induct writes one with the first start, and within five minutes of an event: then there should be some. */
const FIRST_CHECKPOINT_MS = 10 * 60_000;

/**
 * What the file of checkpoints can say of a trail that is whole in itself.
 * @param lines of Induct's own file
 * @returns in words, why a cut end would not be seen; undefined when all is well
 */
export function checkpointsAreGone(lines: readonly string[], { since }: Verdict, now: Date): string | undefined {
  const isYoung = since === undefined || now.getTime() - Date.parse(since) < FIRST_CHECKPOINT_MS;
  if (lines.length > 0 || isYoung) return undefined;
  return `Its checkpoints are gone, so nobody can tell from here whether its end was cut off.`;
}

function harmOf(row: AuditRow, before: AuditRow | undefined, previous: Buffer, key: AuditKey): Harm | undefined {
  const keyId = row.sealKeyId ?? row.keyId;
  const hash = row.seal ?? row.hash;
  if (!keyId) {
    return {
      kind: 'unsealed',
      event: row.id,
      words: `Event ${row.id} was not written with a key: it was slipped in, or its seal was taken away. (After an upgrade: start Induct once, it seals older events.)`,
    };
  }
  if (keyId !== key.id) {
    return {
      kind: 'another key',
      event: row.id,
      words: `Event ${row.id} was written with another key (${keyId}) than the one that is here (${key.id}). Put the right key back; without it nobody can tell whether the trail is whole.`,
    };
  }
  const follows = before?.hash ?? BEGINNING;
  const claimed = row.seal ? previous : row.previousHash;
  const isItself = key.hash(claimed, canonical(row)).equals(hash);
  const isNext = row.seal ? row.previousHash.equals(follows) : row.previousHash.equals(previous);
  if (!isNext) {
    return {
      kind: 'missing before',
      event: row.id,
      words: `Event ${row.id} does not follow ${before ? `event ${before.id}` : 'the beginning'}: events between them were deleted, added or put in another order.`,
    };
  }
  if (isItself && (!row.seal || hasOlderHash(row))) return undefined;
  return { kind: 'changed', event: row.id, words: `Event ${row.id} was changed after it was written.` };
}

function againstCheckpoint(checkpoint: Checkpoint | undefined, row: AuditRow, events: number): Harm | undefined {
  if (!checkpoint) return undefined;
  if (checkpoint.hash === (row.seal ?? row.hash).toString('hex') && checkpoint.events === events) return undefined;
  const words = `The audit trail was written anew: on ${checkpoint.at} it had ${checkpoint.events} events up to event ${row.id}, and that one was another.`;
  return { kind: 'rewritten', event: row.id, words };
}

function readCheckpoints(
  lines: readonly string[],
  key: AuditKey,
): { byEvent: Map<string, Checkpoint> } | { harm: Harm } {
  const byEvent = new Map<string, Checkpoint>();
  for (const line of lines) {
    const read = readLine(line);
    if (!read || (read.checkpoint.keyId === key.id && !read.isSignedBy(key))) {
      const words = `This is no checkpoint that Induct has written, or a character of it was changed: ${line.slice(0, 100)}`;
      return { harm: { kind: 'false checkpoint', words } };
    }
    const { checkpoint } = read;
    const other = byEvent.get(checkpoint.last);
    if (other && (other.hash !== checkpoint.hash || other.events !== checkpoint.events)) {
      const words = `Two checkpoints contradict each other about event ${checkpoint.last}: ${other.at} and ${checkpoint.at}.`;
      return { harm: { kind: 'rewritten', event: checkpoint.last, words } };
    }
    byEvent.set(checkpoint.last, checkpoint);
  }
  return { byEvent };
}
