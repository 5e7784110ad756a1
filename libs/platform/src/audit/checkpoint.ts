import type { AuditKey } from './audit-key';

/** How the audit trail stood at a moment. Whoever has one notices when events before it are changed, or missing. */
export interface Checkpoint {
  /** How many events there were. */
  events: number;
  /** Id of the last of them. */
  last: string;
  /** Its hash, in hex. */
  hash: string;
  /** When the checkpoint was made. */
  at: string;
  keyId: string;
}

/** One line, to be printed, or pasted into minutes. */
export function signedLine(checkpoint: Checkpoint, key: AuditKey): string {
  const { events, last, hash, at, keyId } = checkpoint;
  const text = `Induct audit trail: ${events} events, last ${last}, hash ${hash}, at ${at}, key ${keyId}`;
  return `${text}, seal ${key.sign(bare(text))}`;
}

const LINE =
  /^(Inductaudittrail:(\d+)events,last(\d+),hash([0-9a-f]{64}),at([\d.:TZ-]{24}),key([0-9a-f]{16})),seal([0-9a-f]{32})$/;

/** @returns undefined when it is no checkpoint. Line breaks and spaces that a document added do not matter. */
export function readLine(text: string): { checkpoint: Checkpoint; isSignedBy: (key: AuditKey) => boolean } | undefined {
  const [, signed, events, last, hash, at, keyId, seal] = LINE.exec(bare(text)) ?? [];
  if (!signed) return undefined;
  return {
    checkpoint: { events: Number(events), last: last!, hash: hash!, at: at!, keyId: keyId! },
    isSignedBy: (key) => key.sign(signed) === seal,
  };
}

const bare = (text: string): string => text.replaceAll(/\s/g, '');
