import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Pieces from a browser are small; they are written together. */
const PIECE = 1024 ** 2;

/** How often it is asked whether there is still room. */
const ASK_EVERY = 32 * 1024 ** 2;

/** The zip is longer than allowed; nothing more was read. */
export class PackageTooLarge extends Error {}

export interface ReceivedPackage {
  bytes: number;
  sha256: Buffer;
}

/**
 * Writes an upload to a file as it arrives.
 * @param onBytes told how many there are so far
 * @param mayGoOn asked now and then; throws when there is no more room
 * @throws PackageTooLarge, what `mayGoOn` throws, or whatever ended the stream early
 */
export async function receivePackage(
  source: Readable,
  path: string,
  maxBytes: number,
  onBytes: (bytes: number) => void,
  mayGoOn: () => Promise<void> = async () => {},
): Promise<ReceivedPackage> {
  const digest = createHash('sha256');
  let bytes = 0;
  let asked = 0;
  await pipeline(
    source,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw new PackageTooLarge();
        digest.update(chunk);
        onBytes(bytes);
        if (bytes - asked >= ASK_EVERY) {
          asked = bytes;
          await mayGoOn();
        }
        yield chunk;
      }
    },
    createWriteStream(path, { highWaterMark: PIECE }),
  );
  // What multipart cuts off at its own limit ends without an error.
  if ((source as { truncated?: boolean }).truncated) throw new PackageTooLarge();
  return { bytes, sha256: digest.digest() };
}
