import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Previews } from '@induct/steering';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { FixedClock } from '../../../test/support/fixed-clock';
import { aCourse, aTree } from '../../../test/support/given-learning';
import { anOpenRound, aPersonWho, aVersionUnderTest } from '../../../test/support/given-round';
import { createProgressTracker } from './app';

describe('the routes of a preview', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let token: string;
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
  beforeEach(async () => {
    const { versionId: published } = await aCourse(database.source, aTree({ one: {} }));
    const { versionId } = await aVersionUnderTest(database.source, published);
    const by = await aPersonWho(database.source, 'tester');
    const roundId = await anOpenRound(database.source, { versionId, testers: [by], at: clock.now() });
    ({ token } = await app.get(Previews).open({ versionId, roundId, by }));
  });

  const get = (path: string, of = token) => app.inject(`/preview/${of}/${path}`);
  const post = (path: string, payload: object | string, of = token) =>
    app.inject({
      method: 'POST',
      url: `/preview/${of}/${path}`,
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      headers: { 'content-type': typeof payload === 'string' ? 'text/plain' : 'application/json' },
    });
  const commit = {
    seq: 1,
    sco: 'one',
    run: 1,
    final: false,
    shownMs: 1000,
    cmi: { core: { lesson_status: 'incomplete' } },
  };
  const batch = { page: 'page-one', first: 0, now: 10, shownMs: 10, calls: [] };
  const finding = { severity: 'blocking', text: 'The date is wrong', sco: 'one' };

  it('give the state, and acknowledge commits as a launch’s do, also as text', async () => {
    const state = await get('state');
    expect([state.statusCode, state.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(state.json()).toMatchObject({ scos: { one: { initialCmi: { core: { lesson_mode: 'browse' } } } } });
    const reply = await post('commits', commit);
    expect([reply.statusCode, reply.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(reply.json()).toMatchObject({ ok: true, seq: 1, status: { completion: 'incomplete' } });
    expect((await post('commits', JSON.stringify(commit))).json()).toMatchObject({ ok: true, duplicate: true });
    expect((await post('commits', { ...commit, seq: 0 })).statusCode).toBe(400);
    expect((await post('commits', { ...commit, seq: 2, sco: 'two' })).statusCode).toBe(422);
  });

  it('keep the log, record findings and list them', async () => {
    expect((await post('log', batch)).json()).toEqual({ ok: true, received: 0 });
    expect((await post('log', JSON.stringify(batch))).statusCode).toBe(200);
    const made = await post('findings', finding);
    expect(made.statusCode).toBe(201);
    expect((await get('findings')).json()).toMatchObject({ findings: [{ text: 'The date is wrong', isMine: true }] });
    const { findingId } = made.json<{ findingId: string }>();
    expect((await post('go-to', { findingId })).json()).toEqual({ ok: true });
    expect((await post('go-to', {})).json()).toEqual({ ok: true });
    expect((await post('could-not-finish', { why: 'It stops' })).json()).toEqual({ ok: true });
  });

  it.each([
    ['log', { ...batch, page: '../../etc' }],
    ['log', { ...batch, calls: [{ at: -1 }] }],
    ['log', { ...batch, calls: Array.from({ length: 1001 }, () => ({})) }],
    ['log', 'no JSON'],
    ['findings', { severity: 'blocking' }],
    ['findings', { ...finding, progress: 2 }],
    ['could-not-finish', {}],
    ['go-to', { findingId: 'x' }],
  ])('answer 400 to what is none of theirs: %s', async (path, body) => {
    expect((await post(path, body)).statusCode).toBe(400);
  });

  it('say what is missing of a finding, and take a screenshot of 3 MiB but not a body of 5', async () => {
    expect((await post('findings', { ...finding, text: '' })).json()).toMatchObject({
      status: 422,
      detail: 'Enter what you found',
    });
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3 * 1024 * 1024 - 8)]);
    expect((await post('findings', { ...finding, screenshot: picture.toString('base64') })).statusCode).toBe(201);
    expect((await post('findings', { ...finding, screenshot: 'A'.repeat(5 * 1024 * 1024) })).statusCode).toBe(413);
  });

  it('know no other token, and tell one that has ended', async () => {
    const wrong = 'x'.repeat(43);
    const all = (of: string) =>
      Promise.all([
        get('state', of),
        get('findings', of),
        post('log', batch, of),
        post('findings', finding, of),
        post('could-not-finish', { why: 'x' }, of),
        post('go-to', {}, of),
        post('commits', commit, of),
      ]);
    expect((await all(wrong)).map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404, 401]);
    clock.advance(13 * 3_600_000);
    expect((await all(token)).map(({ statusCode }) => statusCode)).toEqual([410, 410, 410, 410, 410, 410, 410]);
    // A launch's routes do not know a preview's token either.
    expect((await app.inject(`/launch/${token}/state`)).statusCode).toBe(404);
  });
});
