import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { createMembersArea } from './app';

describe('the members area for programs', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await cloneDatabase();
    app = await createMembersArea(testConfig(database.url), database.source);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('describes its JSON routes, and no pages', async () => {
    const document = (await app.inject('/api/openapi.json')).json();
    expect(document.openapi).toMatch(/^3\./);
    expect(document.paths['/health'].get.responses['200'].content['application/json'].schema).toMatchObject({
      properties: { status: { enum: ['ok', 'degraded'] } },
    });
    expect(Object.keys(document.paths).toSorted()).toEqual([
      '/.well-known/did.json',
      '/admin/modules/{slug}/versions/{number}',
      '/admin/modules/{slug}/versions/{number}/override/confirm',
      '/admin/modules/{slug}/versions/{number}/publish',
      '/admin/uploads',
      '/admin/uploads/{id}',
      '/credentials/status/{purpose}/{list}',
      '/health',
      '/ready',
      '/verify/file/{sha256}',
      '/verify/{number}',
    ]);
  });

  it('is healthy and ready', async () => {
    // Nobody prints: no worker runs in this test. Strangers hear no more than the sum.
    expect((await app.inject('/health')).json()).toEqual({ status: 'degraded' });
    expect((await app.inject('/ready')).json()).toEqual({ ready: true });
  });

  it('protects its pages by headers', async () => {
    const { headers } = await app.inject('/sign-in');
    expect(headers['content-security-policy']).toContain(`script-src 'self'`);
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
