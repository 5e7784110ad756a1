import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { embeddedPostgresHome } from '@induct/platform';
import { Client } from 'pg';
import { processTree, residentMebibytes } from '../support/processes';
import type { Trial } from '../support/trial';
import { type Figure, median, percentiles, round } from './figure';

const WARM_STARTS = 5;

/**
 * `npm start` with data that is there already, from the command until both origins answer, beside the floor: npm running
 * a Node that does nothing. And what the whole holds in memory, without a browser and once it has printed.
 */
export async function startBench(trial: Trial): Promise<Record<string, Figure>> {
  const port = await trial.freePort();
  const contentPort = await trial.freePort();
  const dataDir = join(trial.dataDir, 'start');
  const env = {
    ...process.env,
    PORT: String(port),
    CONTENT_PORT: String(contentPort),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
  };
  const origins = [`http://localhost:${port}/ready`, `http://127.0.0.1:${contentPort}/ready`];
  const start = async (): Promise<{ ms: number; pid: number; stop: () => Promise<void> }> => {
    const begun = performance.now();
    const npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (data: Buffer) => (log += data.toString()));
    const ended = once(npm, 'exit');
    while (!(await allAnswer(origins))) {
      if (npm.exitCode !== null) throw new Error(`npm start ended:\n${log}`);
      await wait(20);
    }
    const ms = performance.now() - begun;
    const stop = async () => {
      npm.kill('SIGINT');
      await ended;
    };
    return { ms, pid: npm.pid!, stop };
  };

  const first = await start();
  trial.say(`first start, with the demo council: ${round(first.ms / 1000)} s`);
  await first.stop();
  const floors: number[] = [];
  const starts: number[] = [];
  let memory = { without: 0, with: 0 };
  for (let turn = 0; turn < WARM_STARTS; turn++) {
    const begun = performance.now();
    await once(spawn('npm', ['exec', '--offline', '-c', 'node -e 0'], { stdio: 'ignore' }), 'exit');
    floors.push(performance.now() - begun);
    const running = await start();
    starts.push(running.ms);
    if (turn === WARM_STARTS - 1) memory = await measureMemory(running.pid, dataDir);
    await running.stop();
  }
  const seconds = median(starts) / 1000;
  const floor = median(floors) / 1000;
  return {
    warm: {
      seconds: round(seconds),
      floor: round(floor),
      ratio: round(seconds / floor),
      goal: 'warm start < 4 s',
      met: seconds < 4,
      ...percentiles(starts),
    },
    memory: { goal: 'for the record', met: true, mebibytes: memory.without, mebibytesWithBrowser: memory.with },
  };
}

async function allAnswer(urls: string[]): Promise<boolean> {
  const answers = await Promise.all(
    urls.map((url) =>
      fetch(url).then(
        (reply) => reply.ok,
        () => false,
      ),
    ),
  );
  return answers.every(Boolean);
}

/** Memory of npm, Node, PostgreSQL and, the second time, Chromium: one certificate is printed again to start it. */
async function measureMemory(npm: number, dataDir: string): Promise<{ without: number; with: number }> {
  const home = embeddedPostgresHome(dataDir);
  const [postmaster, , , port] = readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n').map(Number);
  const measure = () => residentMebibytes(processTree([npm, postmaster!]));
  await wait(2000);
  const without = measure();
  const password = readFileSync(join(home, 'password'), 'utf8');
  const database = new Client({ connectionString: `postgres://induct:${password}@127.0.0.1:${port}/induct` });
  await database.connect();
  await database.query(
    `update certificate set rendered_at = null, leased_until = null
     where id = (select id from certificate where state = 'issued' order by issued_at limit 1)`,
  );
  for (let tries = 0; tries < 300; tries++) {
    const { rowCount } = await database.query('select from certificate where rendered_at is null');
    if (rowCount === 0) break;
    await wait(100);
  }
  await database.end();
  return { without, with: measure() };
}
