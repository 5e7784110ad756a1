import type { CommitBody } from '../journal/entry';
import { hashOf } from '../journal/seal';

/** Shorter suspend_data is not worth a hash. */
const WORTH_A_HASH = 512;

export interface Payload {
  text: string;
  /** Of the suspend_data in this snapshot, when it is long enough to be left out next time. */
  suspendDataHash: string | undefined;
  /** Nothing was left out. */
  isWhole: boolean;
}

/**
 * What is sent for a snapshot.
 * @param launch given when an older launch's snapshot is sent under a newer token
 * @param known hash of the suspend_data that the server has acknowledged for this SCO in this launch
 */
export function payloadOf(body: CommitBody, options: { launch?: string; known?: string | undefined }): Payload {
  const launch = options.launch === undefined ? {} : { launch: options.launch };
  const suspendData = body.cmi.suspend_data;
  const hash = typeof suspendData === 'string' && suspendData.length > WORTH_A_HASH ? hashOf(suspendData) : undefined;
  if (hash === undefined || hash !== options.known) {
    return { text: JSON.stringify({ ...launch, ...body }), suspendDataHash: hash, isWhole: true };
  }
  const { suspend_data: _left, ...cmi } = body.cmi;
  const text = JSON.stringify({ ...launch, ...body, cmi, suspendDataHash: hash });
  return { text, suspendDataHash: hash, isWhole: false };
}

export const utf8Length = (text: string): number => new TextEncoder().encode(text).length;
