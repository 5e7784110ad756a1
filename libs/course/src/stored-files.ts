import { link, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore, StoredEncoding } from '@induct/platform';
import type { UnpackedFile } from './unpacked-file';

const AT_ONCE = 16;

/**
 * Puts what was unpacked into the store. What is there already stays, compressed copies too: two zips compress the same
 * file differently, and rows of other versions know the size of the copy that is there.
 * @param folder where the files lie under their hashes
 * @returns the files with the sizes of the copies that are in the store
 */
export async function storeFiles(
  store: FileStore,
  folder: string,
  files: readonly UnpackedFile[],
): Promise<UnpackedFile[]> {
  const names = new Map<string, StoredEncoding>();
  for (const { sha256, gzipBytes } of files) {
    names.set(sha256, 'identity');
    if (gzipBytes !== null) names.set(`${sha256}.gz`, 'gzip');
  }
  const sizes = new Map<string, number>();
  const waiting = [...names];
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [name, encoding] = next;
      const size = await storeOne(store, join(folder, name), name.slice(0, 64), encoding);
      if (size !== undefined) sizes.set(name, size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return files.map((file) => {
    const gzipBytes = sizes.get(`${file.sha256}.gz`) ?? file.gzipBytes;
    return file.gzipBytes === null ? file : { ...file, gzipBytes };
  });
}

/** @returns the size of the copy that was there before, if one was */
async function storeOne(
  store: FileStore,
  file: string,
  sha256: string,
  encoding: StoredEncoding,
): Promise<number | undefined> {
  const place = store.path(sha256, encoding);
  for (;;) {
    try {
      await link(file, place);
      return undefined;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return (await stat(place)).size;
      if (code === 'ENOENT') await mkdir(dirname(place), { recursive: true });
      // Some file systems know no links; there the newer copy wins, which differs only if two uploads race.
      else if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EMLINK')
        return store.adopt(file, sha256, encoding).then(() => undefined);
      else throw error;
    }
  }
}
