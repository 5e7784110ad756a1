import { join } from 'node:path';
import { FileStore, openDatabase, SystemIds } from '@induct/platform';
import { aCourse, aTree } from '../support/given-learning';
import { startProcess } from '../support/process';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { type Figure, median, percentiles, round } from './figure';
import { benchFiles } from './files.content';
import type { FilesResult, FilesTask } from './files.load.main';

const CONNECTIONS = 8;
const ROUNDS = 25;
const SECONDS = 0.5;
const WARM_UP_SECONDS = 3;
const GOAL = 0.7;

/**
 * Package files a second from the course service, 1,000 of 2 to 5 KB, beside node:http answering the same bytes from
 * memory. Server, floor and reader are processes of their own; short rounds alternate, so that a disturbance meets both.
 */
export async function filesBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const stops: (() => Promise<unknown>)[] = [() => database.drop()];
  try {
    const key = await givenFiles(trial, database.url);
    const [ourPort, floorPort] = [await trial.freePort(), await trial.freePort()];
    const ours = startProcess(join(__dirname, '../../apps/course-service/src/main.js'), {
      DATABASE_URL: database.url,
      DATA_DIR: trial.dataDir,
      CONTENT_PORT: String(ourPort),
      LOG_LEVEL: 'error',
    });
    const floor = startProcess(join(__dirname, 'files.floor.main.js'), { FLOOR_PORT: String(floorPort) });
    const load = startProcess(join(__dirname, 'files.load.main.js'), {});
    stops.push(ours.stop, floor.stop, load.stop);
    await Promise.all([ours.listening(ourPort), floor.listening(floorPort)]);

    const measure = (server: 'ours' | 'floor', seconds: number) =>
      load.ask({
        port: server === 'ours' ? ourPort : floorPort,
        paths: benchFiles.map(({ path }) => `/content/${server === 'ours' ? key : 'floor'}/${path}`),
        connections: CONNECTIONS,
        seconds,
      } satisfies FilesTask) as Promise<FilesResult>;
    for (const server of ['ours', 'floor'] as const) await measure(server, WARM_UP_SECONDS);
    const results = { ours: [] as FilesResult[], floor: [] as FilesResult[] };
    for (let turn = 0; turn < ROUNDS; turn++) {
      const order = turn % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const);
      for (const server of order) results[server].push(await measure(server, SECONDS));
    }
    return { warm: figure(results) };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

function figure(results: Record<'ours' | 'floor', FilesResult[]>): Figure {
  const perSecond = median(results.ours.map((result) => result.perSecond));
  const floor = median(results.floor.map((result) => result.perSecond));
  // Of neighbouring rounds: they met the same disturbances.
  const ratio = median(results.ours.map((result, turn) => result.perSecond / results.floor[turn]!.perSecond));
  return {
    perSecond: Math.round(perSecond),
    floor: Math.round(floor),
    ratio: round(ratio),
    goal: `ratio ≥ ${GOAL}`,
    met: ratio >= GOAL,
    ...percentiles(results.ours.flatMap(({ milliseconds }) => milliseconds)),
  };
}

/** @returns the version's key */
async function givenFiles(trial: Trial, databaseUrl: string): Promise<string> {
  const source = await openDatabase(databaseUrl, allTables);
  const store = new FileStore({ DATA_DIR: trial.dataDir }, new SystemIds());
  const { versionId } = await aCourse(source, aTree({ one: {} }));
  for (const { path, data } of benchFiles) {
    const sha256 = await store.put(data);
    await source.query('insert into package_file values ($1, $2, $3, $4, $5, null)', [
      versionId,
      path,
      Buffer.from(sha256, 'hex'),
      data.length,
      'text/html; charset=utf-8',
    ]);
  }
  const [{ key }] = await source.query<[{ key: string }]>('select key from course_version where id = $1', [versionId]);
  await source.destroy();
  return key;
}
