import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tool = join(__dirname, '../tools/licences.mjs');
const check = (...more: string[]) => spawnSync('node', [tool, '--check', ...more], { encoding: 'utf8' });

describe('the list of licences', () => {
  it('is what the lock file says, and every licence in it is accepted', () => {
    const { status, stderr } = check();
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each([
    ['that is not accepted', { license: 'GPL-3.0-only' }, 'GPL-3.0-only'],
    ['of development, in the product', { license: 'MPL-2.0' }, 'MPL-2.0'],
    ['of which one half is not accepted', { license: '(MIT AND AGPL-3.0)' }, 'AGPL-3.0'],
    ['that is not said', {}, 'says nothing'],
  ])('refuses a licence %s', (_, entry, words) => {
    const lock = join(mkdtempSync(join(tmpdir(), 'induct-licences-')), 'lock.json');
    writeFileSync(lock, JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0', ...entry } } }));
    const { status, stderr } = check(lock);
    expect([status, stderr]).toEqual([1, expect.stringContaining(words)]);
  });
});
