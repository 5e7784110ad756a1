import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FileStore, openDatabase, PlatformModule, SystemIds, Transactions } from '@induct/platform';
import { cookieNames, SignInModule, SignIns } from '@induct/sign-in';
import { testConfig } from '../support/config';
import { aMember } from '../support/given-learning';
import { aPackage } from '../support/given-package';
import { scormPackage } from '../support/packages';
import { startProcess } from '../support/process';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { type Figure, median, percentiles, round } from './figure';
import { benchFiles } from './files.content';

const MEMBERS = 40;
const LAUNCHES = 400;
const WARM_UP = 60;
const GOAL_MS = 15;

interface Place {
  port: number;
  host: string;
}
interface Answer {
  status: number;
  location?: string | undefined;
  body: string;
}

/**
 * All server calls from "Start" to the first byte of the SCO, one after the other as a browser makes them: the POST on
 * the site, the player page, the SCO's own page. Beside three requests to node:http.
 */
export async function launchBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const stops: (() => Promise<unknown>)[] = [() => database.drop()];
  const agent = new Agent({ keepAlive: true });
  try {
    const [sitePort, contentPort, floorPort] = [await trial.freePort(), await trial.freePort(), await trial.freePort()];
    const site: Place = { port: sitePort, host: `localhost:${sitePort}` };
    const content: Place = { port: contentPort, host: `127.0.0.1:${contentPort}` };
    const settings = {
      DATABASE_URL: database.url,
      DATA_DIR: trial.dataDir,
      PORT: String(sitePort),
      CONTENT_PORT: String(contentPort),
      LOG_LEVEL: 'error',
    };
    const { slug, cookies } = await givenMembers(trial, database.url);
    const main = (app: string) => startProcess(join(__dirname, `../../apps/${app}/src/main.js`), settings);
    const area = main('members-area');
    const service = main('course-service');
    const floor = startProcess(join(__dirname, 'files.floor.main.js'), { FLOOR_PORT: String(floorPort) });
    stops.push(area.stop, service.stop, floor.stop);
    await Promise.all([area.listening(sitePort), service.listening(contentPort), floor.listening(floorPort)]);

    const launch = async (turn: number) => {
      const started = performance.now();
      const cookie = cookies[turn % cookies.length]!;
      const headers = { cookie, origin: `http://${site.host}`, 'sec-fetch-site': 'same-origin' };
      const start = await ask(agent, site, 'POST', `/modules/${slug}/start`, headers);
      if (start.status !== 303) throw new Error(`Start answered ${start.status}`);
      const page = await ask(agent, content, 'GET', new URL(start.location!).pathname);
      const sco = firstPage(page.body);
      if (page.status !== 200 || !sco) throw new Error(`The player answered ${page.status}`);
      const first = await ask(agent, content, 'GET', sco);
      if (first.status !== 200) throw new Error(`The SCO answered ${first.status}`);
      return performance.now() - started;
    };
    const bare = async (turn: number) => {
      const started = performance.now();
      const place = { port: floorPort, host: `127.0.0.1:${floorPort}` };
      for (let call = 0; call < 3; call++) {
        await ask(agent, place, 'GET', `/content/floor/${benchFiles[(turn + call) % benchFiles.length]!.path}`);
      }
      return performance.now() - started;
    };
    for (let turn = 0; turn < WARM_UP; turn++) await launch(turn);
    const [ours, floors]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < LAUNCHES; turn++) {
      ours.push(await launch(turn));
      floors.push(await bare(turn));
    }
    return { 'to first byte': figure(ours, floors) };
  } finally {
    agent.destroy();
    for (const stop of stops.toReversed()) await stop();
  }
}

/** What the player opens in its frame. */
function firstPage(player: string): string | undefined {
  const json = /<script type="application\/json" id="launch-state">(.*?)<\/script>/s.exec(player)?.[1];
  if (!json) return undefined;
  const { current, scos } = JSON.parse(json) as { current: string; scos: Record<string, { href: string }> };
  return scos[current]?.href;
}

function figure(ours: number[], floors: number[]): Figure {
  const spread = percentiles(ours);
  return {
    seconds: round(median(ours) / 1000),
    floor: round(median(floors) / 1000),
    ratio: round(median(ours) / median(floors)),
    goal: `p95 ≤ ${GOAL_MS} ms`,
    met: spread.p95 <= GOAL_MS,
    ...spread,
  };
}

function ask(
  agent: Agent,
  { port, host }: Place,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = httpRequest({ agent, host: '127.0.0.1', port, method, path, headers: { host, ...headers } });
    request.on('error', fail).on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => done({ status: response.statusCode!, location: response.headers.location, body }));
    });
    request.end();
  });
}

@Module({})
class MembersModule {}

/** Members who are signed in, and a module for them. */
async function givenMembers(trial: Trial, databaseUrl: string): Promise<{ slug: string; cookies: string[] }> {
  const source = await openDatabase(databaseUrl, allTables);
  const config = testConfig(databaseUrl);
  const imports = [PlatformModule.with(config, source), SignInModule];
  const app = await NestFactory.createApplicationContext({ module: MembersModule, imports }, { logger: ['error'] });
  const store = new FileStore({ DATA_DIR: trial.dataDir }, new SystemIds());
  const { courseId } = await aPackage(source, store, await scormPackage());
  const [{ slug }] = await source.query<[{ slug: string }]>('select slug from course where id = $1', [courseId]);
  const cookies: string[] = [];
  for (let member = 0; member < MEMBERS; member++) {
    const personId = await aMember(source, `Member ${member}`);
    await source.query(`insert into person_role values ($1, 'member')`, [personId]);
    const id = await app.get(Transactions).run((tx) => app.get(SignIns).signIn(tx, personId, { by: 'letter' }));
    cookies.push(`${cookieNames(config.SITE_ORIGIN).signIn}=${id}`);
  }
  await app.close();
  await source.destroy();
  return { slug, cookies };
}
