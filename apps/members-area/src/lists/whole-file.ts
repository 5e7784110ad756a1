import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '@induct/platform';

/**
 * Writes all pieces down before the first is sent: what makes them may hold a connection to the database, and a reader may
 * take hours. The file goes when it has been read, or the reader has gone away.
 */
export async function wholeFile(files: FileStore, pieces: AsyncIterable<string>): Promise<Readable> {
  const folder = await files.stage();
  const discard = () => void files.discard(folder).catch(() => undefined);
  const path = join(folder, 'whole');
  try {
    await pipeline(pieces, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return createReadStream(path).on('close', discard);
  } catch (error) {
    discard();
    throw error;
  }
}
