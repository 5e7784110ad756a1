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
  /** There were more answers than a commit has room for. */
  leftOut: boolean;
}

/**
 * What is sent for a snapshot.
 * @param launch given when an older launch's snapshot is sent under a newer token
 * @param known hash of the suspend_data that the server has acknowledged for this SCO in this launch
 */
export function payloadOf(given: CommitBody, options: { launch?: string; known?: string | undefined }): Payload {
  const body = withoutTooManyAnswers(given);
  const leftOut = body !== given;
  const launch = options.launch === undefined ? {} : { launch: options.launch };
  const suspendData = body.cmi.suspend_data;
  const hash = typeof suspendData === 'string' && suspendData.length > WORTH_A_HASH ? hashOf(suspendData) : undefined;
  if (hash === undefined || hash !== options.known) {
    return { text: JSON.stringify({ ...launch, ...body }), suspendDataHash: hash, isWhole: true, leftOut };
  }
  const { suspend_data: _left, ...cmi } = body.cmi;
  const text = JSON.stringify({ ...launch, ...body, cmi, suspendDataHash: hash });
  return { text, suspendDataHash: hash, isWhole: false, leftOut };
}

/** The tracker takes 3 MiB: more than that must not cost the member status, score and place. */
const MOST_BYTES_OF_ANSWERS = 768 * 1024;

/** The newest answers, as many as a commit has room for; the tracker says what it left out of a smaller number. */
function withoutTooManyAnswers(body: CommitBody): CommitBody {
  const { interactions } = body.cmi;
  if (typeof interactions !== 'object') return body;
  let kept = Object.entries(interactions);
  while (kept.length > 1 && utf8Length(JSON.stringify(kept)) > MOST_BYTES_OF_ANSWERS) {
    kept = kept.slice(Math.ceil(kept.length / 2));
  }
  return kept.length === Object.keys(interactions).length
    ? body
    : { ...body, cmi: { ...body.cmi, interactions: Object.fromEntries(kept) } };
}

export const utf8Length = (text: string): number => new TextEncoder().encode(text).length;
