import fs, { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore, SystemIds } from '@induct/platform';
import { manifestXml, zip } from '../../../test/support/packages';
import { defaultLimits } from './package-limits';
import { readPackage } from './read-package';
import { storeFiles } from './stored-files';

describe('storing the files of a package', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'induct-store-'));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(home, { recursive: true });
  });

  /** What the disk was asked to confirm, by inode: a file keeps it when it is renamed. */
  function confirmed(): Set<number> {
    const inodes = new Set<number>();
    const { fsync, fsyncSync } = fs;
    jest.spyOn(fs, 'fsync').mockImplementation((file, done) => {
      inodes.add(fs.fstatSync(file).ino);
      fsync(file, done);
    });
    jest.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
      inodes.add(fs.fstatSync(file).ino);
      fsyncSync(file);
    });
    return inodes;
  }

  it('has every file and every folder it lies in on the disk before it returns', async () => {
    const inodes = confirmed();
    const zipped = join(home, 'package.zip');
    const files = {
      'imsmanifest.xml': manifestXml(),
      'sco-1.html': '<p>Start'.repeat(200),
      'picture.png': Buffer.alloc(600, 7),
      // Larger than what is unpacked in one piece, with a compressed copy.
      'long.txt': 'All the words of a long page. '.repeat(200_000),
    };
    writeFileSync(zipped, await zip(files));
    const store = new FileStore({ DATA_DIR: home }, new SystemIds());
    const folder = await store.stage();
    const limits = { ...defaultLimits, ratio: 10_000 };
    const { files: unpacked } = await readPackage(zipped, { limits, folder });
    await storeFiles(store, folder, unpacked, new Map());
    const places = unpacked.flatMap(({ sha256, gzipBytes }) => [
      store.path(sha256),
      ...(gzipBytes === null ? [] : [store.path(sha256, 'gzip')]),
    ]);
    expect(places).toHaveLength(7);
    const folders = readdirSync(join(home, 'files')).filter((name) => name !== 'staging');
    const all = [...places, join(home, 'files'), ...folders.map((name) => join(home, 'files', name))];
    expect(all.filter((place) => !inodes.has(statSync(place).ino))).toEqual([]);
  });
});
