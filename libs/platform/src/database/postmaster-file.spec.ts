import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetKilled } from './postmaster-file';

describe('the file of a killed PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'induct-postmaster-'));
  const pidFile = join(folder, 'postmaster.pid');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is taken away when its server becomes a zombie a moment later', async () => {
    // The sleep's parent becomes a program that never asks after its children.
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 20'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
      writeFileSync(pidFile, `${pid.toString().trim()}\n/cluster\n0\n15432\n`);
      await forgetKilled(pidFile);
      // Elsewhere there is nothing to be seen of a process that has ended.
      expect(existsSync(pidFile)).toBe(process.platform !== 'linux');
    } finally {
      parent.kill();
    }
  });

  it('stays when nobody has its number any more: PostgreSQL sees that for itself', async () => {
    const gone = spawn('true');
    await once(gone, 'exit');
    writeFileSync(pidFile, `${gone.pid}\n`);
    await forgetKilled(pidFile);
    expect(existsSync(pidFile)).toBe(true);
  });

  it('may not be there at all', async () => {
    await expect(forgetKilled(join(folder, 'none'))).resolves.toBeUndefined();
  });
});
