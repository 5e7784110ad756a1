import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../../..');
const tool = join(__dirname, 'lib-places.mjs');
const READ = ['.dependency-cruiser.cjs', 'README.md', 'apps/libs.ts'];

const QUIET: ExecFileSyncOptions = { stdio: 'pipe' };

/** What the tool says of a project; empty when nothing is missing. */
function said(project: string): string {
  try {
    execFileSync(process.execPath, [tool, project], QUIET);
    return '';
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr);
  }
}

describe('the places where a lib is named', () => {
  let scratch: string;
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'lib-places-'));
    for (const path of READ) {
      mkdirSync(dirname(join(scratch, path)), { recursive: true });
      cpSync(join(root, path), join(scratch, path));
    }
    for (const lib of readdirSync(join(root, 'libs'))) {
      mkdirSync(join(scratch, 'libs', lib, 'src'), { recursive: true });
      for (const file of ['README.md', 'src/index.ts']) writeFileSync(join(scratch, 'libs', lib, file), '');
    }
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  it('all name every lib', () => {
    expect(said(root)).toBe('');
    expect(said(scratch)).toBe('');
  });

  it('are each said, with what to write, when a lib is new', () => {
    mkdirSync(join(scratch, 'libs/events'));
    const lines = said(scratch).trim().split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      '.dependency-cruiser.cjs, STANDS_ON',
      'apps/libs.ts',
      'README.md, the map',
      'its own folder',
    ]);
    expect(lines[1]).toContain("import its descriptor from '@induct/events' and put it into LIBS");
  });

  it('are said when they name a lib that is gone', () => {
    rmSync(join(scratch, 'libs/letters'), { recursive: true });
    expect(said(scratch)).toContain('apps/libs.ts: there is no libs/letters. Take it out.');
  });
});
