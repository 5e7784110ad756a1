import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Launching } from '@induct/progress';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { FixedClock } from '../../../test/support/fixed-clock';
import { aCourse, aMember, aTree } from '../../../test/support/given-learning';
import { createProgressTracker } from './app';

describe('the progress tracker', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await cloneDatabase();
    app = await createProgressTracker(testConfig(database.url), database.source, { clock });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  const open = async () => {
    const { courseId } = await aCourse(database.source, aTree({ one: {} }));
    return app.get(Launching).open({ personId: await aMember(database.source), courseId });
  };
  const post = (token: string, payload: object | string, type = 'application/json') =>
    app.inject({
      method: 'POST',
      url: `/launch/${token}/commits`,
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      headers: { 'content-type': type, origin: 'https://elsewhere.example' },
    });

  it('acknowledges a commit with the status and the time', async () => {
    const { token } = await open();
    const reply = await post(token, commit());
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({
      ok: true,
      seq: 1,
      status: { completion: 'incomplete', success: 'unknown', recordedAt: clock.now().toISOString() },
    });
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('takes a beacon: JSON as text', async () => {
    const { token } = await open();
    expect((await post(token, commit(), 'text/plain;charset=UTF-8')).json()).toMatchObject({ ok: true });
    expect((await post(token, '{"seq":', 'text/plain')).statusCode).toBe(400);
  });

  it('answers 409 to another content under a known number', async () => {
    const { token } = await open();
    await post(token, commit());
    const reply = await post(token, commit({ final: true }));
    expect([reply.statusCode, reply.json()]).toEqual([409, { ok: false, error: 'different' }]);
  });

  it('answers 422 to the hash of data it never saw', async () => {
    const { token } = await open();
    const reply = await post(token, commit({ cmi: { core: {} }, suspendDataHash: 'ab'.repeat(32) }));
    expect([reply.statusCode, reply.json()]).toEqual([422, { ok: false, error: 'need-suspend-data' }]);
  });

  it('answers 401 to an unknown token and 410 to one that has ended', async () => {
    const { token } = await open();
    expect((await post('x'.repeat(43), commit())).statusCode).toBe(401);
    clock.advance(13 * 3_600_000);
    const reply = await post(token, commit());
    expect([reply.statusCode, reply.json()]).toEqual([410, { ok: false, error: 'token' }]);
  });

  it.each([
    ['no number', { seq: undefined }],
    ['number 0', { seq: 0 }],
    ['a launch that is no id', { launch: 'x' }],
    ['data that is no text', { cmi: { suspend_data: 5 } }],
  ])('answers 400 to a body with %s', async (_, given) => {
    const { token } = await open();
    const reply = await post(token, commit(given));
    expect([reply.statusCode, reply.json()]).toEqual([400, { ok: false, error: 'body' }]);
  });

  it('takes 1 MiB of suspend data, also when all of it has to be escaped, and answers 413 above 3 MiB', async () => {
    const { token } = await open();
    const holding = (seq: number, data: string) => commit({ seq, cmi: { core: {}, suspend_data: data } });
    expect((await post(token, holding(1, 'x'.repeat(1024 * 1024)))).statusCode).toBe(200);
    expect((await post(token, holding(2, '"'.repeat(1024 * 1024)))).statusCode).toBe(200);
    expect((await post(token, holding(3, 'x'.repeat(3072 * 1024)))).statusCode).toBe(413);
  });

  const many = (count: number, item: object) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [index, item]));

  it('refuses what would cost a minute to read, before reading it', async () => {
    const { token } = await open();
    const giant = JSON.stringify(commit({ cmi: { interactions: many(240_000, {}) } }));
    const before = process.cpuUsage();
    expect((await post(token, giant)).statusCode).toBe(413);
    // Of the processor's time, in microseconds: what else the machine is busy with says nothing about us.
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });

  it('reads no JSON that comes inside a JSON text, where nothing has counted it', async () => {
    const { token } = await open();
    const inside = JSON.stringify(JSON.stringify(commit({ cmi: { interactions: many(100_000, {}) } })));
    expect((await post(token, inside)).statusCode).toBe(400);
    expect((await post(token, ` \n${inside}`)).statusCode).toBe(400);
    // Refused before anybody reads the body: what is wrong with that harms nobody.
    expect((await post(token, inside.padEnd(4_000_000))).statusCode).toBe(413);
    expect((await post(token, inside, 'image/png')).statusCode).toBe(415);
    expect((await post(token, commit())).statusCode).toBe(200);
  });

  it('takes the result of a commit whose list of answers is too long, and says what it left out', async () => {
    const { token } = await open();
    const cmi = {
      core: { lesson_status: 'passed', score: { raw: '90' } },
      suspend_data: 'page=9',
      interactions: many(3_000, { id: 'q', student_response: 'a' }),
    };
    const reply = await post(token, commit({ cmi }));
    expect(reply.json()).toMatchObject({
      ok: true,
      status: { completion: 'completed', success: 'passed', score: 90 },
      leftOut: ['interactions'],
    });
    expect((await post(token, commit({ seq: 2 }))).json()).not.toHaveProperty('leftOut');
  });

  it('keeps no names that SCORM does not have', async () => {
    const { token, launchId } = await open();
    const junk = many(20_000, { junk: 'x'.repeat(100) });
    const reply = await post(token, commit({ cmi: { core: { lesson_status: 'incomplete' }, junk } }));
    expect(reply.json()).toMatchObject({ ok: true, leftOut: ['unknown'] });
    const [row] = await database.source.query<{ bytes: number }[]>(
      'select length(cmi::text) as bytes from commit_log where launch_id = $1',
      [launchId],
    );
    expect(row!.bytes).toBeLessThan(100);
  });

  it('asks a launch that sends without end to come again, and no other', async () => {
    const [{ token }, other] = [await open(), await open()];
    const large = (seq: number) => commit({ seq, cmi: { core: {}, suspend_data: 'x'.repeat(1024 * 1024) } });
    let reply = await post(token, large(1));
    for (let seq = 2; reply.statusCode === 200 && seq < 100; seq++) reply = await post(token, large(seq));
    expect([reply.statusCode, reply.json()]).toEqual([429, { ok: false, error: 'retry' }]);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect((await post(other.token, commit())).statusCode).toBe(200);
    clock.advance(60_000);
    expect((await post(token, commit({ seq: 200 }))).statusCode).toBe(200);
  });

  it('counts a body that does not say how long it is as one that is as long as any', async () => {
    const { token } = await open();
    const unsaid = (seq: number) =>
      app.inject({
        method: 'POST',
        url: `/launch/${token}/commits`,
        payload: Readable.from([JSON.stringify(commit({ seq }))]),
        headers: { 'content-type': 'application/json' },
      });
    let taken = 0;
    while (taken < 100 && (await unsaid(taken + 1)).statusCode === 200) taken++;
    expect(taken).toBe(12);
  });

  it('gives the state to whoever holds the token', async () => {
    const { token, launchId } = await open();
    await post(token, commit());
    const reply = await app.inject(`/launch/${token}/state`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.json()).toMatchObject({
      launch: { id: launchId, number: 1 },
      standard: 'scorm_12',
      learner: { name: 'Ada Fenwick' },
      current: 'one',
      savedAt: clock.now().toISOString(),
      scos: { one: { status: { completion: 'incomplete' } } },
    });
    expect(Buffer.from(reply.json<{ journalKey: string }>().journalKey, 'base64url')).toHaveLength(32);
    expect((await app.inject('/launch/wrong/state')).statusCode).toBe(404);
  });

  it('says how it is', async () => {
    expect((await app.inject('/health')).json()).toEqual({ status: 'degraded' });
    expect((await app.inject('/ready')).statusCode).toBe(200);
  });

  it('asks to try again while the database is away, and recovers', async () => {
    const { token } = await open();
    // Every connection is cut, and nobody may come back for a while.
    const name = new URL(database.url).pathname.slice(1);
    await database.asSuperuser(`alter database "${name}" with allow_connections false`);
    await database.asSuperuser(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    const away = await post(token, commit());
    expect([away.statusCode, away.headers['retry-after'], away.json()]).toEqual([
      503,
      '2',
      { ok: false, error: 'retry' },
    ]);
    await database.asSuperuser(`alter database "${name}" with allow_connections true`);
    expect((await post(token, commit())).json()).toMatchObject({ ok: true });
  });
});

function commit(given: object = {}): object {
  const cmi = { core: { lesson_status: 'incomplete', lesson_location: 'p1' }, suspend_data: 'page=1' };
  return { seq: 1, sco: 'one', run: 1, final: false, shownMs: 1000, cmi, ...given };
}
