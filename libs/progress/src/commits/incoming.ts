import { hash } from 'node:crypto';
import type { CommitBody } from './commit-body';

/** A commit as it arrived, with what can be worked out before the database is asked. */
export interface Incoming {
  token: string;
  body: CommitBody;
  /** The run-time data without suspend_data, and how long it is as JSON. */
  cmi: Record<string, unknown>;
  characters: number;
  /** What the log keeps: as sent, so without suspend_data when that was sent as a hash. */
  logText: string;
  /** suspend_data as a JSON string; undefined when it was sent as a hash. */
  suspendText?: string;
  /** In hex. */
  suspendHash: string;
  /** Of everything that counts: a repeated commit has the same one, whether suspend_data came along or as a hash. */
  hash: Buffer;
  receivedAt: Date;
}

/** @param body passed isCommitBody */
export function incoming(token: string, body: CommitBody, receivedAt: Date): Incoming {
  const { suspend_data: given, ...cmi } = body.cmi as { suspend_data?: string };
  const data = given ?? (body.suspendDataHash === undefined ? '' : undefined);
  const suspendHash = data === undefined ? body.suspendDataHash! : suspendDataHash(data);
  const suspendText = data === undefined ? undefined : JSON.stringify(data);
  const text = JSON.stringify(cmi);
  const logText =
    given === undefined ? text : `{"suspend_data":${suspendText}${text === '{}' ? '' : ','}${text.slice(1)}`;
  const { sco, run, final, over, data: shared, moves, at } = body;
  const more = [over, shared, moves, at].filter((one) => one !== undefined);
  const rest = more.map((one) => `\0${JSON.stringify(one)}`).join('');
  return {
    token,
    body,
    cmi,
    characters: text.length,
    logText,
    suspendText,
    suspendHash,
    hash: hash('sha256', `${sco}\0${run}\0${final}\0${suspendHash}\0${text}${rest}`, 'buffer'),
    receivedAt,
  };
}

/**
 * SHA-256 of the text in UTF-8. UTF-8 cannot hold a lone surrogate: such data is hashed as JSON instead, so that two
 * different ones are never taken for the same, and a player that hashes otherwise is asked for the data itself.
 */
export function suspendDataHash(data: string): string {
  return hash('sha256', /\p{Surrogate}/u.test(data) ? JSON.stringify(data) : data, 'hex');
}

/** Only this is stored: whoever reads the database cannot use a launch. */
export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
