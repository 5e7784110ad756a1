import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { embeddedPostgresHome } from '@induct/platform';
import type { Trial } from '../support/trial';

/** An orderly end takes 20 s at most, and then it is forced. */
const BOUND_MS = 25_000;
/** A server takes its file away a moment before its last process goes. */
const GOES_WITHIN_MS = 2000;

/** `npm start` as a terminal runs it: a process group of its own, to which a Ctrl-C goes as a whole. */
export interface Started {
  npm: ChildProcess;
  dataDir: string;
  contentPort: number;
  log(): string;
  /** What is built for it before is none of its start. */
  begun(): Promise<void>;
  ready(): Promise<void>;
  /** To the whole group; npm passes it on as well. @returns what was wrong with the end, and how long it took */
  end(signal: NodeJS.Signals): Promise<{ problem: string | undefined; seconds: number }>;
}

export async function startInGroup(trial: Trial, dataDir: string): Promise<Started> {
  mkdirSync(dataDir, { recursive: true });
  const port = await trial.freePort();
  const contentPort = await trial.freePort();
  const env = {
    ...process.env,
    DATABASE_URL: '',
    PORT: String(port),
    CONTENT_PORT: String(contentPort),
    DATA_DIR: dataDir,
  };
  const npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let log = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (data: Buffer) => (log += data.toString()));
  const exited = once(npm, 'exit');
  return {
    npm,
    dataDir,
    contentPort,
    log: () => log,
    async begun() {
      while (!log.includes('Induct is starting') && npm.exitCode === null) await wait(20);
    },
    async ready() {
      for (const since = performance.now(); performance.now() - since < 60_000; await wait(250)) {
        const answer = await fetch(`http://127.0.0.1:${contentPort}/ready`).catch(() => undefined);
        if (answer?.ok && log.includes('Press Ctrl-C')) return;
      }
      throw new Error(`It is not ready:\n${log}`);
    },
    async end(signal) {
      const since = performance.now();
      if (!sent(-npm.pid!, signal)) return { problem: `it had ended already:\n${log.slice(-2000)}`, seconds: 0 };
      const isGone = await Promise.race([
        exited.then(() => true),
        wait(BOUND_MS, undefined, { ref: false }).then(() => false),
      ]);
      // npm may be gone before the program that it has started.
      while (groupLives(npm.pid!) && performance.now() - since < BOUND_MS) await wait(50);
      const seconds = (performance.now() - since) / 1000;
      if (groupLives(npm.pid!)) sent(-npm.pid!, 'SIGKILL');
      const left = await leftOf(dataDir);
      for (const pid of left) sent(pid, 'SIGQUIT');
      const what = isGone ? wordOf(log, left) : 'it did not end';
      return { problem: what && `${what}:\n${log.slice(-2000)}`, seconds };
    },
  };
}

function wordOf(log: string, left: readonly number[]): string | undefined {
  if (log.includes('by force')) return 'it ended by force';
  return left.length > 0 ? `PostgreSQL is still running (${left.join(', ')})` : undefined;
}

/** @returns false when there is no such process any more */
export function sent(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** The servers of that folder that do not go. */
async function leftOf(dataDir: string): Promise<number[]> {
  const until = performance.now() + GOES_WITHIN_MS;
  let left = postgresOf(dataDir);
  while (left.length > 0 && performance.now() < until) {
    await wait(50);
    left = postgresOf(dataDir);
  }
  return left;
}

function groupLives(leader: number): boolean {
  try {
    return process.kill(-leader, 0);
  } catch {
    return false;
  }
}

export function postmaster(dataDir: string): number | undefined {
  const file = join(embeddedPostgresHome(dataDir), 'cluster/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** Every server whose command line names the cluster (Linux). */
function postgresOf(dataDir: string): number[] {
  const cluster = join(embeddedPostgresHome(dataDir), 'cluster');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return words[0]!.endsWith('/postgres') && words.includes(cluster);
      } catch {
        return false;
      }
    })
    .map(Number);
}

export function appUrl(dataDir: string): string {
  const home = embeddedPostgresHome(dataDir);
  const port = readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://induct:${readFileSync(join(home, 'password'), 'utf8')}@127.0.0.1:${port}/induct`;
}
