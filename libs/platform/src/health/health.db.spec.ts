import { readdirSync } from 'node:fs';
import fs from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { CONFIG, type Config } from '../config/config';
import { createApplication } from '../http/application';
import { problemOf } from '../http/error.filter';
import { PlatformModule } from '../platform.module';
import { QueueModule } from '../queue/queue.module';
import { HealthModule } from './health.module';
import { WorkerSigns } from './worker-signs';

const TOKEN = 'a-token-for-monitoring';

describe('the health page', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await cloneDatabase();
    const config = testConfig(database.url, { HEALTH_TOKEN: TOKEN });
    class Whole {}
    const imports = [
      PlatformModule.with(config, database.source, { clock }),
      QueueModule.forUrl(database.url),
      HealthModule.usual(),
    ];
    app = await createApplication({ module: Whole, imports }, config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  const health = async (authorization = `Bearer ${TOKEN}`) => {
    clock.advance(2000);
    return (await app.inject({ url: '/health', headers: { authorization } })).json();
  };

  it('names database, files, queue, browser, and how packages are kept apart', async () => {
    await app.get(WorkerSigns).give('running');
    expect(await health()).toEqual({
      status: 'ok',
      parts: {
        database: { ok: true, ms: expect.any(Number) },
        files: { ok: true, ms: expect.any(Number) },
        room: { ok: true, ms: expect.any(Number), says: expect.stringMatching(/^\d+ MiB left$/) },
        audit: { ok: true, ms: expect.any(Number), says: 'last event none' },
        queue: { ok: true, ms: expect.any(Number), says: '0 waiting, 0 active, 0 failed' },
        browser: { ok: true, ms: expect.any(Number), says: 'running' },
        packages: { ok: true, ms: expect.any(Number), says: 'all versions on one host, journals sealed' },
      },
    });
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer a-token-for-monitorinG',
    `Basic ${TOKEN}`,
    `Bearer ${TOKEN} `.trim() + 'x',
  ])('tells strangers no more than whether all is well: %j', async (authorization) => {
    await app.get(WorkerSigns).give('running');
    expect(await health(authorization)).toEqual({ status: 'ok' });
  });

  it('changes nothing, in the database or in the files, and asks the parts once a second at most', async () => {
    const { DATA_DIR } = app.get<Config>(CONFIG);
    const before = readdirSync(DATA_DIR, { recursive: true });
    const queries = jest.spyOn(database.source, 'query');
    for (let i = 0; i < 20; i++) await app.inject('/health');
    await health();
    const asked = queries.mock.calls.map(([sql]) => sql.trim());
    queries.mockRestore();
    expect(asked.filter((sql) => !sql.startsWith('select'))).toEqual([]);
    expect(asked.length).toBeLessThan(10);
    expect(readdirSync(DATA_DIR, { recursive: true })).toEqual(before);
  });

  it('is degraded, and not less ready, while the disk is full', async () => {
    await app.get(WorkerSigns).give('running');
    const disk = jest.spyOn(fs, 'statfs').mockResolvedValue({ bavail: 10, bsize: 4096 } as never);
    expect(await health()).toMatchObject({
      status: 'degraded',
      parts: { room: { ok: false, says: '0 MiB left: the disk that holds DATA_DIR is full' }, files: { ok: true } },
    });
    expect(await health('')).toEqual({ status: 'degraded' });
    expect((await app.inject('/ready')).statusCode).toBe(200);
    disk.mockRestore();
    expect(await health()).toMatchObject({ status: 'ok' });
  });

  it('is degraded for a minute after something could not be written, on whatever machine that disk is', async () => {
    await app.get(WorkerSigns).give('running');
    const now = jest.spyOn(performance, 'now');
    problemOf(Object.assign(new Error('could not extend file'), { code: '53100' }));
    expect(await health()).toMatchObject({
      status: 'degraded',
      parts: { room: { says: expect.stringContaining('a disk is full') } },
    });
    const later = performance.now() + 61_000;
    now.mockReturnValue(later);
    expect(await health()).toMatchObject({ status: 'ok' });
    now.mockRestore();
  });

  it('misses a worker after half a minute, and is ready all the same', async () => {
    await app.get(WorkerSigns).give('running');
    clock.advance(31_000);
    expect((await health()).parts).toMatchObject({ browser: { ok: false }, database: { ok: true } });
    const ready = await app.inject('/ready');
    expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true }]);
  });
});
