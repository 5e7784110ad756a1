import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PeopleService, ROLES } from '@induct/people';
import { openDatabase, Transactions } from '@induct/platform';
import { type DeclaredRoute, declaredRoutes, SignIns } from '@induct/sign-in';
import type { DataSource } from 'typeorm';
import { createCourseService } from '../../apps/course-service/src';
import { createMembersArea } from '../../apps/members-area/src';
import { createProgressTracker } from '../../apps/progress-tracker/src';
import { testConfig } from '../support/config';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { allTables } from '../support/tables';
import { filled, missing } from './two-origins';

const SITE = 'http://localhost:3000';
/** Connections. Two that each hold one and wait for another are enough to be stuck. */
const POOL = 2;

let app: NestFastifyApplication;
let database: TestDatabase;
let pool: DataSource;
let declared: DeclaredRoute[];

beforeAll(async () => {
  database = await cloneDatabase();
  pool = await openDatabase(database.url, allTables, { poolSize: POOL });
  app = await createMembersArea(testConfig(database.url, { DEMO: 'true' }), pool);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  declared = declaredRoutes(app);
});
afterAll(async () => {
  await app.close();
  await pool.destroy();
  await database.drop();
});

describe('more requests at once than the pool has connections', () => {
  /** Long enough for any machine; a pool that is stuck never answers. */
  const PATIENCE_MS = 20_000;
  const forms: Record<string, () => Record<string, string>> = {
    '/sign-in': () => ({ email: 'member@northmoor.example' }),
    '/verify': () => ({ number: 'NMC-2026-ABCDE-FGHJK-M' }),
  };
  /** Signed in, with every role. @returns the cookie */
  const everything = () =>
    app.get(Transactions).run(async (tx) => {
      const person = { name: 'Ada Fenwick', email: 'ada@northmoor.example', roles: [...ROLES] };
      const [id] = await app.get(PeopleService, { strict: false }).add(tx, [person], null);
      return `induct=${await app.get(SignIns, { strict: false }).signIn(tx, id!, { by: 'letter' })}`;
    });

  async function fire(at: NestFastifyApplication, route: DeclaredRoute, cookie: string): Promise<string[]> {
    const method = (route.method === 'ALL' ? 'GET' : route.method) as 'GET';
    const payload = method === 'GET' ? {} : { payload: new URLSearchParams(forms[route.path]?.() ?? {}).toString() };
    const form = method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const headers = { accept: 'text/html', origin: SITE, ...form, ...(method === 'GET' && { cookie }) };
    const all = Array.from({ length: POOL * 2 }, () =>
      at.inject({ method, url: filled(route.path, missing), headers, ...payload }),
    );
    const late = new Promise<never>((_, fail) => {
      setTimeout(() => fail(new Error(`${route.method} ${route.path} did not answer`)), PATIENCE_MS).unref();
    });
    const replies = await Promise.race([Promise.all(all), late]);
    return replies.filter(({ statusCode }) => statusCode >= 500).map((r) => `${method} ${route.path}: ${r.statusCode}`);
  }

  it('are all answered, whichever page they ask for, and whatever strangers send', async () => {
    const pages = declared.filter(({ method, permissions }) => method !== 'POST' || permissions?.includes('public'));
    expect(pages.length).toBeGreaterThan(40);
    const cookie = await everything();
    const wrong: string[] = [];
    for (const route of pages) wrong.push(...(await fire(app, route, cookie)));
    expect(wrong).toEqual([]);
    expect((await app.inject('/ready')).statusCode).toBe(200);
  });

  it.each([
    ['the player and the package files', createCourseService],
    ['the run-time API', createProgressTracker],
  ])('are all answered at the content origin: %s', async (_, create) => {
    const origin = await create(testConfig(database.url), pool);
    await origin.init();
    await origin.getHttpAdapter().getInstance().ready();
    const wrong: string[] = [];
    for (const route of declaredRoutes(origin)) wrong.push(...(await fire(origin, route, '')));
    expect(wrong).toEqual([]);
    expect((await origin.inject('/ready')).statusCode).toBe(200);
    await origin.close();
  });
});

describe('a pool of which every connection is taken', () => {
  it('is told in words and with a time to come back, soon, and is whole again afterwards', async () => {
    const small = await openDatabase(database.url, allTables, { poolSize: 2, patience: { connection: 200 } });
    const site = await createMembersArea(testConfig(database.url), small);
    await site.init();
    await site.getHttpAdapter().getInstance().ready();
    const said = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const held = [small.createQueryRunner(), small.createQueryRunner()];
    for (const one of held) await one.connect();
    const ask = (accept: string) =>
      site.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { accept, origin: SITE, 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'email=member%40northmoor.example',
      });
    const [page, json] = [await ask('text/html'), await ask('application/json')];
    expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '30']);
    expect(page.body).toContain('<h1 class="govuk-heading-l">Induct is not available for a moment</h1>');
    expect([json.statusCode, json.headers['retry-after']]).toEqual([503, '30']);
    expect(json.headers['content-type']).toContain('application/problem+json');
    expect((await site.inject('/ready')).statusCode).toBe(503);
    for (const one of held) await one.release();
    expect((await ask('text/html')).statusCode).toBe(303);
    expect((await site.inject('/ready')).statusCode).toBe(200);
    said.mockRestore();
    await site.close();
    await small.destroy();
  });
});
