import { dirname, join } from 'node:path';
import type { FileStore } from '@induct/platform';
import { syncFolder } from './sync-folder';
import type { UnpackedFile } from './unpacked-file';

const AT_ONCE = 16;

/**
 * Moves what was unpacked into the store, to stay there whatever happens to the machine. What another version has stays as it is, its compressed copy too: two zips
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
  const folders = new Set<string>();
  for (const { sha256, gzipBytes } of files) {
    if (!stored.has(sha256)) moves.set(sha256, () => store.adopt(join(folder, sha256), sha256));
    if (gzipBytes === null || typeof stored.get(sha256) === 'number') continue;
    moves.set(`${sha256}.gz`, () => store.adopt(join(folder, `${sha256}.gz`), sha256, 'gzip'));
  }
  for (const { sha256 } of files) folders.add(dirname(store.path(sha256)));
  await atOnce([...moves.values()]);
  // New folders are names in the one above them.
  const above = new Set(Array.from(folders, (one) => dirname(one)));
  if (moves.size > 0) await atOnce([...folders, ...above].map((one) => () => syncFolder(one)));
  return files.map((file) =>
    file.gzipBytes === null ? file : { ...file, gzipBytes: stored.get(file.sha256) ?? file.gzipBytes },
  );
}

async function atOnce(work: (() => Promise<void>)[]): Promise<void> {
  const worker = async () => {
    for (let next = work.pop(); next; next = work.pop()) await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
