import { join } from 'node:path';
import { givenLaunches, type OpenLaunch } from '../support/given-launches';
import { startProcess, type RunningProcess } from '../support/process';
import type { Trial } from '../support/trial';
import type { LoadResult, LoadTask } from './commits.load.main';
import { type Figure, median, percentiles, round } from './figure';

const CONNECTIONS = [1, 8, 32];
const ROUNDS = 5;
const SECONDS = 2;
const WARM_UP_SECONDS = 3;

/**
 * Acknowledged commits a second with 2 KiB of suspend data, through the real API, beside a bare Fastify + pg server that
 * writes the same rows of the same tables with one prepared statement a request. Each server, the load and the database
 * are processes of their own; rounds alternate, so that a disturbance meets both.
 */
export async function commitsBench(trial: Trial): Promise<Record<string, Figure>> {
  const ours = await trial.freshDatabase();
  const bare = await trial.freshDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const most = Math.max(...CONNECTIONS);
    const [ourLaunches, bareLaunches] = [await givenLaunches(ours.url, most), await givenLaunches(bare.url, most)];
    const tracker = await startTracker(trial, ours.url);
    stops.push(tracker.stop);
    const floor = await startFloor(trial, bare.url);
    stops.push(floor.stop);
    const load = startProcess(join(__dirname, 'commits.load.main.js'), {});
    stops.push(load.stop);

    const measure = (server: 'ours' | 'bare', connections: number, seconds: number) => {
      const launches = server === 'ours' ? ourLaunches : bareLaunches;
      const path = server === 'ours' ? ourPath : barePath;
      const { port } = server === 'ours' ? tracker : floor;
      return load.ask<LoadTask, LoadResult>({
        port,
        paths: launches.slice(0, connections).map(path),
        seconds,
      });
    };
    const figures: Record<string, Figure> = {};
    for (const connections of CONNECTIONS) {
      for (const server of ['ours', 'bare'] as const) await measure(server, connections, WARM_UP_SECONDS);
      const results = { ours: [] as LoadResult[], bare: [] as LoadResult[] };
      for (let turn = 0; turn < ROUNDS; turn++) {
        const order = turn % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
        for (const server of order) results[server].push(await measure(server, connections, SECONDS));
      }
      figures[`${connections} connection${connections === 1 ? '' : 's'}`] = figure(connections, results);
    }
    return figures;
  } finally {
    for (const stop of stops.toReversed()) await stop();
    await ours.drop();
    await bare.drop();
  }
}

function figure(connections: number, results: Record<'ours' | 'bare', LoadResult[]>): Figure {
  const perSecond = median(results.ours.map((result) => result.perSecond));
  const floor = median(results.bare.map((result) => result.perSecond));
  const latencies = percentiles(results.ours.flatMap(({ milliseconds }) => milliseconds));
  const ratio = perSecond / floor;
  const goals = {
    1: { goal: 'none: alone nothing can be shared', met: true },
    8: { goal: 'ratio ≥ 1 and p95 ≤ 8 ms', met: ratio >= 1 && latencies.p95 <= 8 },
    32: { goal: 'ratio ≥ 1', met: ratio >= 1 },
  };
  return {
    perSecond: Math.round(perSecond),
    floor: Math.round(floor),
    ratio: round(ratio),
    ...goals[connections as keyof typeof goals],
    ...latencies,
  };
}

export const ourPath = ({ token }: OpenLaunch) => `/launch/${token}/commits`;
export const barePath = ({ registrationId, attemptId, launchId }: OpenLaunch) =>
  `/${registrationId}/${attemptId}/${launchId}/commits`;

export async function startTracker(trial: Trial, databaseUrl: string): Promise<RunningProcess & { port: number }> {
  const port = await trial.freePort();
  const main = join(__dirname, '../../apps/progress-tracker/src/main.js');
  const settings = {
    DATABASE_URL: databaseUrl,
    TRACKER_PORT: String(port),
    DATA_DIR: trial.dataDir,
    COMMITS_PER_MINUTE: '100000000',
  };
  const tracker = startProcess(main, { ...settings, LOG_LEVEL: 'error' });
  await tracker.listening(port);
  return { ...tracker, port };
}

export async function startFloor(trial: Trial, databaseUrl: string): Promise<RunningProcess & { port: number }> {
  const port = await trial.freePort();
  const floor = startProcess(join(__dirname, 'commits.floor.main.js'), {
    FLOOR_DATABASE_URL: databaseUrl,
    FLOOR_PORT: String(port),
  });
  await floor.listening(port);
  return { ...floor, port };
}
