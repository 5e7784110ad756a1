import { join } from 'node:path';
import type { FileStore } from '@induct/platform';
import pLimit from 'p-limit';
import type { UnpackedFile } from '../archive/unpacked-file';

const AT_ONCE = 16;

/**
 * Moves what was unpacked into the store. What another version has stays as it is, its compressed copy too: two zips
 * compress the same file differently, and the rows of that version know the size of the copy that is there.
 * @param folder where the files lie under their hashes
 * @param stored what other versions have, by hash, with the size of the compressed copy. Nobody may add to it meanwhile
 * @returns the files with the sizes of the copies that are in the store
 */
export async function storeFiles(
  store: FileStore,
  folder: string,
  files: readonly UnpackedFile[],
  stored: ReadonlyMap<string, number | null>,
): Promise<UnpackedFile[]> {
  const moves = new Map<string, () => Promise<void>>();
  for (const { sha256, gzipBytes } of files) {
    if (!stored.has(sha256)) moves.set(sha256, () => store.adopt(join(folder, sha256), sha256));
    if (gzipBytes === null || typeof stored.get(sha256) === 'number') continue;
    moves.set(`${sha256}.gz`, () => store.adopt(join(folder, `${sha256}.gz`), sha256, 'gzip'));
  }
  await pLimit(AT_ONCE).map(moves.values(), (move) => move());
  return files.map((file) =>
    file.gzipBytes === null ? file : { ...file, gzipBytes: stored.get(file.sha256) ?? file.gzipBytes },
  );
}
