import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { embeddedPostgresHome, startEmbeddedPostgres } from '@induct/platform';
import { Client } from 'pg';
import { givenLaunches } from '../support/given-launches';
import type { Trial } from '../support/trial';
import { countWhatIsKept } from './commits.count';
import { FaultyMember } from './faulty-member';

/** An orderly end takes 20 s at most, and then it is forced. */
const BOUND_MS = 25_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `npm start` as a terminal runs it: a process group of its own, to which a Ctrl-C goes as a whole. */
interface Started {
  npm: ChildProcess;
  dataDir: string;
  contentPort: number;
  log(): string;
  ready(): Promise<void>;
  /** To the whole group; npm passes it on as well. @returns what was wrong with the end */
  end(signal: NodeJS.Signals): Promise<string | undefined>;
}

/**
 * Induct is stopped in every way, at random moments of its start, while it imports, prints and takes commits, and its
 * PostgreSQL is killed. It has to end by itself within the bound, leave no PostgreSQL running, and lose no commit.
 */
export async function stopFaults(trial: Trial, times = 2): Promise<boolean> {
  const begun = performance.now();
  const wrong: string[] = [];
  const committed: FaultyMember[] = [];
  let ends = 0;
  const kept = resolve(trial.dataDir, 'stops');
  const attempt = async (what: string, dataDir: string, work: (induct: Started) => Promise<void>) => {
    for (let time = 0; time < times; time++) {
      const signal = SIGNALS[ends++ % SIGNALS.length]!;
      const induct = await startInGroup(trial, dataDir);
      await work(induct);
      const problem = await induct.end(signal);
      if (problem) wrong.push(`${what}, ${signal}: ${problem}`);
      trial.say(`stops: ${what}, ${signal}: ${problem ?? 'well'}`);
    }
  };
  const first = `${kept}-first`;
  await attempt('first start, importing', first, async () => {
    await wait(Math.random() * 15_000);
  });
  rmSync(first, { recursive: true, force: true });
  await attempt('first start, from nothing', first, async (induct) => {
    await wait(Math.random() * 5000);
    induct.npm.once('exit', () => setTimeout(() => rmSync(first, { recursive: true, force: true }), 50));
  });
  await attempt('nothing under way', kept, (induct) => induct.ready());
  await attempt('warm start', kept, async () => {
    await wait(Math.random() * 3000);
  });
  await attempt('printing', kept, async (induct) => {
    await induct.ready();
    await printAgain(induct.dataDir);
    await wait(Math.random() * 1500);
  });
  await attempt('PostgreSQL killed', kept, async (induct) => {
    await induct.ready();
    process.kill(postmaster(induct.dataDir)!, 'SIGKILL');
    await wait(200);
    await induct.ready();
  });
  await attempt('committing', kept, async (induct) => {
    await induct.ready();
    const url = appUrl(induct.dataDir);
    const members = (await givenLaunches(url, 5)).map((launch) => new FaultyMember(induct.contentPort, launch, 1000));
    for (const member of members) void member.learn().catch(() => undefined);
    await wait(500 + Math.random() * 1000);
    induct.npm.once('exit', () => members.forEach((member) => member.giveUp()));
    committed.push(...members);
  });
  const postgres = await startEmbeddedPostgres(kept);
  for (const member of committed) {
    // What was written and not acknowledged any more is no fault.
    const { lost, twice } = await countWhatIsKept(postgres.url, [member]);
    if (lost > 0 || twice > 0) wrong.push(`${lost} commits lost, ${twice} counted twice`);
  }
  await postgres.stop();
  const seconds = Math.round((performance.now() - begun) / 1000);
  trial.say(`stops: ${ends} ends, ${wrong.length} wrong (${seconds} s)${wrong.map((line) => `\n  ${line}`).join('')}`);
  return wrong.length === 0;
}

async function startInGroup(trial: Trial, dataDir: string): Promise<Started> {
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
    async ready() {
      for (const since = performance.now(); performance.now() - since < 60_000; await wait(50)) {
        const answer = await fetch(`http://127.0.0.1:${contentPort}/ready`).catch(() => undefined);
        if (answer?.ok && log.includes('Press Ctrl-C')) return;
      }
      throw new Error(`It is not ready:\n${log}`);
    },
    async end(signal) {
      const since = performance.now();
      process.kill(-npm.pid!, signal);
      const isGone = await Promise.race([exited.then(() => true), wait(BOUND_MS).then(() => false)]);
      // npm may be gone before the program that it has started.
      while (groupLives(npm.pid!) && performance.now() - since < BOUND_MS) await wait(50);
      if (groupLives(npm.pid!)) process.kill(-npm.pid!, 'SIGKILL');
      if (!isGone) return `it did not end:\n${log.slice(-2000)}`;
      if (log.includes('by force')) return `it ended by force:\n${log.slice(-2000)}`;
      const left = postgresOf(dataDir);
      for (const pid of left) process.kill(pid, 'SIGQUIT');
      return left.length > 0 ? `PostgreSQL is still running (${left.join(', ')}):\n${log.slice(-2000)}` : undefined;
    },
  };
}

function groupLives(leader: number): boolean {
  try {
    return process.kill(-leader, 0);
  } catch {
    return false;
  }
}

function postmaster(dataDir: string): number | undefined {
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

function appUrl(dataDir: string): string {
  const home = embeddedPostgresHome(dataDir);
  const port = readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://induct:${readFileSync(join(home, 'password'), 'utf8')}@127.0.0.1:${port}/induct`;
}

async function printAgain(dataDir: string): Promise<void> {
  const database = new Client({ connectionString: appUrl(dataDir) });
  await database.connect();
  await database.query(
    `update certificate set rendered_at = null, leased_until = null
     where id in (select id from certificate where state = 'issued' order by issued_at limit 20)`,
  );
  await database.end();
}
