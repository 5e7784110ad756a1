import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { embeddedPostgresHome } from '@induct/platform';
import { Client } from 'pg';
import { processTree, residentMebibytes } from '../support/processes';
import { startInduct } from '../support/running-induct';
import type { Trial } from '../support/trial';
import { type Figure, median, percentiles, round } from './figure';

const WARM_STARTS = 5;

/**
 * `npm start` with data that is there already, from the command until both origins answer, beside the floor: npm running
 * a Node that does nothing. And what the whole holds in memory, without a browser and once it has printed.
 */
export async function startBench(trial: Trial): Promise<Record<string, Figure>> {
  const dataDir = join(trial.dataDir, 'start');
  const port = await trial.freePort();
  const start = async () => {
    const begun = performance.now();
    const running = await startInduct({ port, dataDir });
    return { ...running, ms: performance.now() - begun };
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
    if (turn === WARM_STARTS - 1) memory = await measureMemory(running.process.pid!, dataDir);
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
