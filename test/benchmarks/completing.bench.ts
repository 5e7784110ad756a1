import { join } from 'node:path';
import { openDatabase } from '@induct/platform';
import { givenLaunches, type OpenLaunch } from '../support/given-launches';
import { startProcess } from '../support/process';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { barePath, ourPath, startFloor, startTracker } from './commits.bench';
import type { LoadResult, LoadTask } from './commits.load.main';
import { type Figure, median, percentiles, round } from './figure';

const CONNECTIONS = [8, 32];
const ROUNDS = 4;
/** Each of them completes once. */
const A_ROUND = 200;
/** Both servers run before they are measured: Node compiles what it has seen often, and ours has more to see. */
const WARM_UP = 1000;
/** Other people, who have theirs already: tables that fill from empty are no council's. */
const OTHERS = 2000;

/**
 * Commits that complete a person's last requirement, and so write evidence, an award and a certificate too, beside a bare
 * server that writes the same rows in a transaction of four prepared statements: what the commit is (registration, attempt, SCO,
 * launch, log), the evidence and the mark for who settles obligations (under the person's lock), the award, the certificate. It reads
 * nothing and decides nothing. Neither waits for the job that prints: ours adds it to the queue after the answer, the bare server has none.
 * Rounds alternate.
 */
export async function completingBench(trial: Trial): Promise<Record<string, Figure>> {
  const ours = await trial.freshDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  let bare = ours;
  try {
    const launches = await almostDone(ours.url);
    bare = await ours.copy();
    await askedFor(bare.url);
    const tracker = await startTracker(trial, ours.url);
    stops.push(tracker.stop);
    const floor = await startFloor(trial, bare.url);
    stops.push(floor.stop);
    const load = startProcess(join(__dirname, 'commits.load.main.js'), {});
    stops.push(load.stop);
    const left = { ours: [...launches], bare: [...launches] };
    const measure = (server: 'ours' | 'bare', connections: number, completions = A_ROUND) => {
      const [port, path] = server === 'ours' ? [tracker.port, ourPath] : [floor.port, completingPath];
      const paths = left[server].splice(0, completions).map(path);
      return load.ask<LoadTask, LoadResult>({ port, paths, completing: connections });
    };
    // The first completion makes the requirement.
    for (const server of ['ours', 'bare'] as const) await measure(server, CONNECTIONS[0]!);
    for (const { url } of [ours, bare]) await othersHaveTheirs(url);
    for (const server of ['ours', 'bare'] as const) await measure(server, CONNECTIONS[0]!, WARM_UP);
    const figures: Record<string, Figure> = {};
    for (const connections of CONNECTIONS) {
      const results = { ours: [] as LoadResult[], bare: [] as LoadResult[] };
      for (let turn = 0; turn <= ROUNDS; turn++) {
        const order = turn % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
        for (const server of order) {
          const result = await measure(server, connections);
          if (turn > 0) results[server].push(result);
        }
      }
      figures[`${connections} connections`] = figureOf(results);
    }
    await wroteTheSame(ours.url, bare.url);
    return figures;
  } finally {
    for (const stop of stops.toReversed()) await stop();
    for (const database of new Set([bare, ours])) await database.drop();
  }
}

const completingPath = (launch: OpenLaunch) => `${barePath(launch)}/${launch.personId}/last`;

function figureOf({ ours, bare }: Record<'ours' | 'bare', LoadResult[]>): Figure {
  const [perSecond, floor] = [ours, bare].map((results) => median(results.map((result) => result.perSecond)));
  const ratio = perSecond! / floor!;
  return {
    perSecond: Math.round(perSecond!),
    floor: Math.round(floor!),
    ratio: round(ratio),
    goal: 'ratio ≥ 1',
    met: ratio >= 1,
    ...percentiles(ours.flatMap(({ milliseconds }) => milliseconds)),
  };
}

/** Members with a core module open for an hour, so that nobody doubts that they complete it; the module is all that is asked. */
async function almostDone(url: string): Promise<OpenLaunch[]> {
  const launches = await givenLaunches(url, WARM_UP + A_ROUND * (1 + CONNECTIONS.length * (ROUNDS + 1)));
  await withDatabase(url, [
    'update course set core = true',
    `update launch set opened_at = opened_at - interval '1 hour'`,
    'analyze',
  ]);
  return launches;
}

/** What the application does of itself with the first completion. */
const askedFor = (url: string): Promise<unknown[][]> =>
  withDatabase(url, [
    `insert into requirement (id, slug, title, core_during) select id, slug, title, '{[2020-01-01,)}' from course`,
  ]);

const othersHaveTheirs = (url: string): Promise<unknown[][]> =>
  withDatabase(url, [
    `insert into evidence (id, person_id, requirement_id, kind, source, met_on, recorded_at)
     select gen_random_uuid(), gen_random_uuid(), id, 'module', gen_random_uuid(), '2026-05-08', now()
       from requirement, generate_series(1, ${OTHERS})`,
    `insert into award (id, scheme_id, scheme_version_id, person_id, period, awarded_at, valid_until, evidence)
     select gen_random_uuid(), scheme_id, id, gen_random_uuid(), 1, now(), '2030-05-08', '[]'
       from scheme_version, generate_series(1, ${OTHERS})`,
    `insert into certificate (id, award_id, person_id, number, secret, holder_name, facts, template, issued_at)
     select gen_random_uuid(), id, person_id, id, id, 'Member', '{}', 'accreditation-1', now() from award
      where evidence = '[]'`,
    'analyze',
  ]);

async function withDatabase(url: string, statements: readonly string[]): Promise<unknown[][]> {
  const source = await openDatabase(url, allTables);
  try {
    const answers: unknown[][] = [];
    for (const statement of statements) answers.push(await source.query<unknown[]>(statement));
    return answers;
  } finally {
    await source.destroy();
  }
}

/**
 * Of marks, whom they are about: where a transaction asks again, it marks somebody twice, which is one look.
 * @throws when one of them wrote other rows than the other: it would be no comparison
 */
async function wroteTheSame(...urls: string[]): Promise<void> {
  const count = `select (select count(*) from evidence) as evidence, (select count(distinct person_id) from settling_mark) as marks,
    (select count(*) from award) as awards, (select count(*) from certificate) as certificates,
    (select count(*) from launch where last_commit_at is not null) as launches,
    (select count(*) from registration where completed_at is not null) as completed`;
  const counts = await Promise.all(urls.map(async (url) => JSON.stringify(await withDatabase(url, [count]))));
  if (new Set(counts).size !== 1) throw new Error(`Other rows were written: ${counts.join(' and ')}`);
}
