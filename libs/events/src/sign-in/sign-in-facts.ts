import { createHash } from 'node:crypto';
import type { PlannedSession } from '../programme/programme.repository';

/** What a sign-in sheet says of a session, and who is to sign. Nothing that people need, and no address. */
export interface SignInFacts extends Pick<PlannedSession, 'place' | 'onlineUrl'> {
  sessionId: PlannedSession['id'];
  /** Of its event. */
  title: string;
  /** What people bring along. */
  bring: string | null;
  parts: Pick<PlannedSession['parts'][number], 'number' | 'on' | 'from' | 'to'>[];
  rows: SignInRow[];
  /** There are more who have a place or are there already than there are places; null: they all fit. */
  over: { people: number; places: number } | null;
}

/** Somebody who may sign. */
export interface SignInRow {
  name: string;
  /** A political group, or the partner whose guest it is. */
  group: string | null;
}

/** Lines without a name, for those who come and are not among the rows. */
export const EMPTY_LINES = 8;

/** Whether two sheets say the same. */
export const fingerprint = (facts: SignInFacts): Buffer => createHash('sha256').update(JSON.stringify(facts)).digest();
