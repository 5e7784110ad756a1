import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { embeddedPostgresHome } from '@induct/platform';
import { freePort } from '../../../test/support/free-port';

/** For each thing that is waited for: whoever waits in vain says for what. */
const PATIENCE_MS = 50_000;
const MAIN = join(__dirname, '../../../dist/apps/standalone/src/main.js');

describe('the whole, with its own PostgreSQL', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'induct-stopping-'));
  const home = () => embeddedPostgresHome(dataDir);
  const pidFile = () => join(home(), 'cluster/postmaster.pid');
  afterAll(() => {
    rmSync(home(), { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async () => {
    const [PORT, CONTENT_PORT] = [String(await freePort()), String(await freePort())];
    const env = { ...process.env, DATABASE_URL: '', NODE_OPTIONS: '', DATA_DIR: dataDir, PORT, CONTENT_PORT };
    // A process group of its own, as a terminal makes it: a Ctrl-C goes to all of it.
    const child = spawn(process.execPath, [MAIN, '--no-demo'], {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string | null);
    const until = async (what: string, isSo: () => Promise<boolean> | boolean) => {
      const last = Date.now() + PATIENCE_MS;
      while (!(await isSo())) {
        if (child.exitCode !== null) throw new Error(`It ended before ${what}:\n${said}`);
        if (Date.now() > last) throw new Error(`After ${PATIENCE_MS / 1000} s it is not so that ${what}:\n${said}`);
        // Whoever asks more often is refused for a while.
        await wait(250);
      }
    };
    const isReady = () =>
      fetch(`http://127.0.0.1:${CONTENT_PORT}/ready`, { signal: AbortSignal.timeout(10_000) }).then(
        (reply) => reply.ok,
        () => false,
      );
    const signal = (name: NodeJS.Signals) => process.kill(-child.pid!, name);
    return { ended, until, isReady, signal, said: () => said };
  };

  it('stops its PostgreSQL when it is told to end while that is still starting', async () => {
    const { signal, until, ended } = await start();
    // Whoever looks late finds it made.
    await until('it made its cluster', () => ['cluster.new', 'cluster'].some((name) => existsSync(join(home(), name))));
    signal('SIGINT');
    expect(await ended).toBe(0);
    expect(existsSync(pidFile())).toBe(false);
  });

  it('starts a PostgreSQL again that was killed, and stops it in the end', async () => {
    const { signal, until, isReady, ended, said } = await start();
    await until('it was ready', () => said().includes('Press Ctrl-C'));
    const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
    const first = postmaster();
    process.kill(first, 'SIGKILL');
    await until('it said so', () => said().includes('It is started again'));
    await until('there was another', async () => existsSync(pidFile()) && postmaster() !== first && (await isReady()));
    signal('SIGINT');
    signal('SIGINT');
    const code = await ended;
    expect([code, said()]).toEqual([0, expect.not.stringContaining('by force')]);
    expect(existsSync(pidFile())).toBe(false);
  });
});
