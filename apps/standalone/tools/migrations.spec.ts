import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const tool = join(__dirname, 'migrations.mjs');
const run = (...given: string[]) => spawnSync(process.execPath, [tool, ...given], { encoding: 'utf8' });

describe('the numbers of migrations', () => {
  let scratch: string;
  const put = (path: string, ...names: string[]) => {
    mkdirSync(dirname(join(scratch, path)), { recursive: true });
    const text = names.map((name) => `export class ${name} implements MigrationInterface {}\n`).join('');
    writeFileSync(join(scratch, path), text);
  };
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'migrations-'));
    put('libs/people/src/tables/tables.ts', 'People1795000000100', 'Champion1795000000740');
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  it('are each one migration’s own, here too', () => {
    expect(run(scratch).stderr).toBe('');
    expect(run().stderr).toBe('');
  });

  it('are followed by a free one', () => {
    expect(run('--next', scratch).stdout).toBe('1795000000750\n');
  });

  it.each([
    ['Rooms1795000000740', 'has the number of Champion1795000000740'],
    ['Rooms17950000007400', 'does not end in a number of 13 digits'],
    ['Rooms', 'does not end in a number of 13 digits'],
  ])('are refused in %s, with what to take instead', (name, words) => {
    put('libs/rooms/src/rooms.tables.ts', name);
    const { status, stderr } = run(scratch);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`libs/rooms/src/rooms.tables.ts: ${name} ${words}`)]);
    expect(stderr).toContain('Let it end in');
  });
});
