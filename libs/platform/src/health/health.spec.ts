import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { createApplication } from '../http/application';
import { PlatformModule } from '../platform.module';
import { QueueModule } from '../queue/queue.module';
import { HealthModule } from './health.module';
import { WorkerSigns } from './worker-signs';

describe('the health page', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await cloneDatabase();
    const config = testConfig(database.url);
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

  const parts = async () => (await app.inject('/health')).json().parts;

  it('names database, files, queue, browser, and how packages are kept apart', async () => {
    await app.get(WorkerSigns).give('running');
    expect((await app.inject('/health')).json()).toEqual({
      status: 'ok',
      parts: {
        database: { ok: true, ms: expect.any(Number) },
        files: { ok: true, ms: expect.any(Number) },
        queue: { ok: true, ms: expect.any(Number), says: '0 waiting, 0 active, 0 failed' },
        browser: { ok: true, ms: expect.any(Number), says: 'running' },
        packages: { ok: true, ms: expect.any(Number), says: 'all versions on one host, journals sealed' },
      },
    });
  });

  it('misses a worker after half a minute, and is ready all the same', async () => {
    await app.get(WorkerSigns).give('running');
    clock.advance(31_000);
    expect(await parts()).toMatchObject({ browser: { ok: false }, database: { ok: true } });
    const ready = await app.inject('/ready');
    expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true }]);
  });
});
