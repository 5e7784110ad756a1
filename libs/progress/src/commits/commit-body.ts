import { z } from 'zod';
import { areMoves, type Move } from '../sequencing/move';
import { isMoment, isSharedData } from '../sequencing/report';

const INT4 = 2 ** 31 - 1;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHA_256 = /^[0-9a-f]{64}$/;
/** SCORM's deepest element is cmi.interactions.n.objectives.n.id; a value nested much deeper is an attack. */
const DEEPEST = 12;

/** What the player sends: a full snapshot of one SCO, numbered within its launch. */
export interface CommitBody {
  /** The launch it was made in, when an older launch's journal is replayed under a newer token of the attempt. */
  launch?: string;
  seq: number;
  /** Identifier of the activity in the manifest. */
  sco: string;
  /** The n-th time a SCO was opened within the launch. */
  run: number;
  /** The SCO has called Finish or Terminate. */
  final: boolean;
  cmi: Record<string, unknown>;
  /** SHA-256 in hex, instead of suspend_data that was acknowledged before. */
  suspendDataHash?: string;
  /** How long the SCO has been on the screen in this run. */
  shownMs: number;
  /** SCORM 2004: the content has ended its attempt; when it is opened again, it begins anew. */
  over?: true;
  /** Of a module whose parts share data: what this run has written, by the id of the store. */
  data?: Record<string, string>;
  /** Steps through a module whose parts have an order: all of the page that were not acknowledged when it was made. */
  moves?: Move[];
  /** Of such a module: when the snapshot was made, in milliseconds since 1970 by the browser's clock. */
  at?: number;
}

export const CommitBodySchema = z.object({
  launch: z.string().regex(UUID).optional(),
  seq: z.int().min(1).max(INT4),
  sco: z
    .string()
    .min(1)
    .max(1024)
    .refine((sco) => !sco.includes('\0')),
  run: z.int().min(1).max(INT4),
  final: z.boolean(),
  cmi: z.custom<Record<string, unknown>>(isSnapshot),
  suspendDataHash: z.string().regex(SHA_256).optional(),
  shownMs: z.int().min(0).max(INT4),
  over: z.literal(true).optional(),
  data: z.custom<Record<string, string>>(isSharedData).optional(),
  moves: z.custom<Move[]>(areMoves).optional(),
  at: z.custom<number>(isMoment).optional(),
});

/** The same rule as CommitBodySchema, written by hand: it runs for every commit. */
export function isCommitBody(body: unknown): body is CommitBody {
  if (!isObject(body)) return false;
  const { launch, seq, sco, run, final, cmi, suspendDataHash, shownMs, over, data, moves, at } = body;
  return (
    (launch === undefined || (typeof launch === 'string' && UUID.test(launch))) &&
    isBetween(seq, 1) &&
    typeof sco === 'string' &&
    sco.length >= 1 &&
    sco.length <= 1024 &&
    !sco.includes('\0') &&
    isBetween(run, 1) &&
    typeof final === 'boolean' &&
    isSnapshot(cmi) &&
    (suspendDataHash === undefined || (typeof suspendDataHash === 'string' && SHA_256.test(suspendDataHash))) &&
    isBetween(shownMs, 0) &&
    (over === undefined || over === true) &&
    (data === undefined || isSharedData(data)) &&
    (moves === undefined || areMoves(moves)) &&
    (at === undefined || isMoment(at))
  );
}

function isSnapshot(cmi: unknown): cmi is Record<string, unknown> {
  if (!isObject(cmi) || !isShallow(cmi, DEEPEST)) return false;
  const { suspend_data: suspendData } = cmi;
  return suspendData === undefined || typeof suspendData === 'string';
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  for (const key in value) {
    if (!isShallow((value as Record<string, unknown>)[key], levels - 1)) return false;
  }
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBetween(value: unknown, least: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= INT4;
}
