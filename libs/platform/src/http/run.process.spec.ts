import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const MAIN = join(__dirname, '../../../../dist/libs/platform/src/http/stubborn.main.js');

interface Running {
  child: ChildProcess;
  said: () => string;
  ended: Promise<{ code: number | null; seconds: number; said: string }>;
}

async function start(way: string, patienceMs: number): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, way, String(patienceMs)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const since = performance.now();
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({
    code: code ?? null,
    seconds: (performance.now() - since) / 1000,
    said,
  }));
  while (!said.includes('ready') && child.exitCode === null) await wait(10);
  return { child, said: () => said, ended };
}

const FOR_EVER = 600_000;

describe('a program that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends by force, with a word, when %s takes too long',
    async (signal) => {
      const { child, ended } = await start('closes and hangs', 300);
      child.kill(signal);
      const { code, said } = await ended;
      expect(code).toBe(1);
      expect(said).toContain('Stopping took longer than 0.3 s. Induct ends by force');
      expect(said).toMatch(/second forced\nfirst forced/);
    },
  );

  it('ends at once when it is told again, but not by the same Ctrl-C that npm passes on', async () => {
    const { child, said, ended } = await start('closes and hangs', FOR_EVER);
    child.kill('SIGINT');
    child.kill('SIGINT');
    await wait(1100);
    expect(said()).toBe('ready\n');
    // Once more may be too soon for a program that was late to hear the first.
    for (; child.exitCode === null; await wait(200)) child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 1, said: expect.stringContaining('Stopped again') as string });
  });

  it('closes also what it opens while it is being stopped, and opens no more', async () => {
    const { child, ended } = await start('is still starting', FOR_EVER);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, said: 'ready\nfirst closed\nsecond closed\n' });
  });

  it('lets a site begin, and then closes it, when it is told while the site is just beginning', async () => {
    const { child, ended } = await start('starts a site that takes its time', 5000);
    child.kill('SIGTERM');
    const said = 'ready\nbegun\nlistening\nsite closed\nfirst closed\n';
    expect(await ended).toMatchObject({ code: 0, said });
  });

  it('does not wait for ever for a start that hangs', async () => {
    const { child, ended } = await start('hangs while starting', 300);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 1, said: expect.stringContaining('first closed') as string });
  });

  it('closes what is open when something unexpected breaks', async () => {
    const { ended } = await start('breaks later', FOR_EVER);
    const { code, said } = await ended;
    expect([code, said.includes('broken'), said.includes('first closed')]).toEqual([1, true, true]);
  });

  it('goes on when a connection to the database is lost to which nobody listens', async () => {
    const { child, ended } = await start('loses a connection', FOR_EVER);
    child.kill('SIGTERM');
    const words = 'A connection to the database was lost: terminating connection\nready\nfirst closed\n';
    expect(await ended).toMatchObject({ code: 0, said: words });
  });

  it('closes what is open although nobody reads any more what it says', async () => {
    const { child, ended } = await start('talks to itself', FOR_EVER);
    child.stdout!.destroy();
    await wait(100);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, said: expect.stringContaining('closed') as string });
  });

  it('says in words that the disk is full', async () => {
    const { ended } = await start('cannot write', FOR_EVER);
    const { code, said } = await ended;
    expect([code, said]).toEqual([1, 'The disk is full. Make room on the disk that holds DATA_DIR, then try again.\n']);
  });
});
