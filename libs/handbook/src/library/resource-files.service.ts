import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { FileStore } from '@induct/platform';
import { beginsAsFilm, fileFormat, LARGEST_DOCUMENT } from './file-format';
import type { KeptFile } from './library.service';
import { FileHasMacros, FileIsTooLarge, NoLibraryFile } from './resource.errors';

/** So much is read to know a film by. In bytes. */
const BEGINNING = 64;

/** Files on their way into the library. The store has them as soon as they are sent; a row keeps them there. */
@Injectable()
export class ResourceFiles {
  constructor(private readonly store: FileStore) {}

  /**
   * Reads a file to its end, however large, and keeps it.
   * @param source fails when the sender goes away; ends early, and says so in `truncated`, when it is longer than allowed
   * @throws NoLibraryFile, FileHasMacros, FileIsTooLarge
   */
  async keep(source: Readable & { truncated?: boolean }, fileName: string): Promise<Omit<KeptFile, 'isAccessible'>> {
    const folder = await this.store.stage();
    try {
      const path = join(folder, 'file');
      const hash = createHash('sha256');
      const hashing = new Transform({
        transform(chunk: Buffer, _, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      await pipeline(source, hashing, createWriteStream(path, { mode: 0o600, flush: true }));
      if (source.truncated) throw new FileIsTooLarge();
      const { size: bytes } = await stat(path);
      const format = await formatAt(path, bytes, fileName);
      const sha256 = hash.digest();
      await this.store.adopt(path, sha256.toString('hex'));
      return { format, fileName, sha256, bytes };
    } finally {
      await this.store.discard(folder);
    }
  }
}

async function formatAt(path: string, bytes: number, fileName: string) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    const beginning = buffer.subarray(0, bytesRead);
    if (beginsAsFilm(beginning)) return fileFormat(beginning, fileName) as KeptFile['format'];
  } finally {
    await file.close();
  }
  if (bytes > LARGEST_DOCUMENT) throw new FileIsTooLarge();
  const format = fileFormat(await readFile(path), fileName);
  if (format === 'macros') throw new FileHasMacros();
  if (!format) throw new NoLibraryFile();
  return format;
}
