import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgresHome } from '../database/embedded-home';
import { CannotStart } from '../config/cannot-start';
import { openDataDir } from './data-dir';

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
/** As root, PostgreSQL's own user passes through. */
const closed = (dataDir: string) =>
  process.getuid?.() === 0 && embeddedPostgresHome(dataDir).startsWith(dataDir) ? '711' : '700';

describe('DATA_DIR', () => {
  let parent: string;
  let dataDir: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'data-dir-'));
    chmodSync(parent, 0o755);
    dataDir = join(parent, 'data');
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('is made for its owner alone', () => {
    openDataDir(dataDir);
    expect(mode(dataDir)).toBe(closed(dataDir));
    openDataDir(dataDir);
    expect(mode(dataDir)).toBe(closed(dataDir));
  });

  it('is closed when an earlier version left it open, to the last file, and nothing outside it', () => {
    mkdirSync(join(dataDir, 'files/ab'), { recursive: true });
    writeFileSync(join(dataDir, 'files/ab/abcd'), 'a certificate', { mode: 0o644 });
    writeFileSync(join(dataDir, 'files/program'), '', { mode: 0o755 });
    mkdirSync(join(dataDir, 'postgres'), { mode: 0o755 });
    const outside = join(parent, 'outside');
    writeFileSync(outside, '', { mode: 0o644 });
    symlinkSync(outside, join(dataDir, 'files/link'));
    for (const folder of [dataDir, join(dataDir, 'files'), join(dataDir, 'files/ab')]) chmodSync(folder, 0o755);
    openDataDir(dataDir);
    expect(
      ['', 'files', 'files/ab', 'files/ab/abcd', 'files/program'].map((name) => mode(join(dataDir, name))),
    ).toEqual([closed(dataDir), '700', '700', '600', '700']);
    expect(mode(outside)).toBe('644');
  });

  it('says in words, and where, that it cannot be written', () => {
    writeFileSync(dataDir, 'a file stands in the way');
    expect(() => openDataDir(dataDir)).toThrow(CannotStart);
    expect(() => openDataDir(dataDir)).toThrow(`Induct keeps its files in ${dataDir} (DATA_DIR), and cannot.`);
  });
});
