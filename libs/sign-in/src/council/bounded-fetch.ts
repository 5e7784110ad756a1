/** More than the longest token of somebody in a thousand groups, in bytes. */
export const LONGEST_ANSWER = 1024 * 1024;

/** What comes from the council's server is too long to be what was asked for. */
export class AnswerTooLong extends Error {
  constructor() {
    super('its answer is longer than a megabyte');
  }
}

/**
 * As `fetch`, but of an answer that has no end no more than `LONGEST_ANSWER` is read: a server that has gone wrong at the council
 * does not fill our memory. The patience of whoever asks (`signal`) counts for the body too.
 * @throws AnswerTooLong
 */
export async function boundedFetch(url: string | URL, init?: RequestInit): Promise<Response> {
  const { body, status, statusText, headers } = await fetch(url, init);
  return new Response(body && (await readAll(body)), { status, statusText, headers });
}

async function readAll(body: ReadableStream<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    // Leaving the loop ends the connection.
    if (length > LONGEST_ANSWER) throw new AnswerTooLong();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
