import { Launching } from '@induct/progress';
import { aCourse, aMember, aTree } from '../support/given-learning';
import { aModule } from './given-module';
import { TwoOrigins } from './two-origins';

describe('the two origins', () => {
  let origins: TwoOrigins;
  let people: Record<'member', string>;
  let launch: string;

  beforeAll(async () => {
    origins = await TwoOrigins.open({ TRUSTED_PROXIES: '127.0.0.2' });
    people = {
      member: await origins.person('Mina Member', 'member'),
    };
    ({ launch } = await aModule(origins));
  });
  afterAll(() => origins?.close());

  describe('an address that somebody claims to have', () => {
    const forged = (at: number) => ({
      'x-forwarded-for': `198.51.100.${at % 250}`,
      'x-real-ip': `198.51.100.${at % 250}`,
      forwarded: `for=198.51.100.${at % 250};proto=http;host=elsewhere.example`,
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'elsewhere.example',
    });

    it('gives no allowance of its own', async () => {
      const answers = [];
      for (let at = 0; at < 125; at++) answers.push(await origins.ask('site', '/verify/x', { headers: forged(at) }));
      expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
      origins.clock.advance(120_000);
    });

    it('keeps nobody out who is signed in behind the same address', async () => {
      for (let at = 0; at < 125; at++) await origins.ask('site', '/verify/x');
      expect((await origins.ask('site', '/verify/x')).status).toBe(429);
      expect(
        (await origins.ask('site', '/verify/x', { headers: { cookie: await origins.signIn(people.member) } })).status,
      ).toBe(400);
      origins.clock.advance(120_000);
    });
  });

  describe('a JSON route', () => {
    it('has an allowance for each launch, and another launch behind the same address has its own', async () => {
      const { source } = origins.database;
      const { courseId } = await aCourse(source, aTree({ one: {} }));
      const other = (await origins.apps.content.get(Launching).open({ personId: await aMember(source), courseId }))
        .token;
      const state = (token: string) => origins.ask('content', `/launch/${token}/state`);
      const statuses = [];
      for (let at = 0; at < 302; at++) statuses.push((await state(launch)).status);
      expect(statuses.slice(0, 300)).toEqual(Array(300).fill(200));
      const late = await state(launch);
      expect([late.status, Number(late.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
      expect((await state(other)).status).toBe(200);
      origins.clock.advance(60_000);
      expect((await state(launch)).status).toBe(200);
    });
  });
});

describe('behind a proxy that is trusted', () => {
  let origins: TwoOrigins;
  beforeAll(async () => {
    origins = await TwoOrigins.open({ TRUSTED_PROXIES: '127.0.0.0/8' });
  });
  afterAll(() => origins?.close());

  it('everybody has the address that the proxy saw, and what they claim before it counts for nothing', async () => {
    const from = (address: string) => origins.ask('site', '/verify/x', { headers: { 'x-forwarded-for': address } });
    for (let at = 0; at < 120; at++) await from(`203.0.113.${at}, 192.0.2.7`);
    expect((await from('192.0.2.7')).status).toBe(429);
    expect((await from('192.0.2.8')).status).toBe(400);
  });
});
