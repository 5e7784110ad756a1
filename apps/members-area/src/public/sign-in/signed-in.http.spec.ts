import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PeopleService } from '@induct/people';
import { Transactions } from '@induct/platform';
import { cloneDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FixedClock } from '../../../../../test/support/fixed-clock';
import { linkSentTo, openSite, SITE, SiteVisitor } from '../../../../../test/support/site-visitor';

const clock = new FixedClock();
let app: NestFastifyApplication;
let database: TestDatabase;

class Visitor extends SiteVisitor {
  constructor() {
    super(app);
  }
}

const letterTo = (email: string) => linkSentTo(database, email);

beforeAll(async () => {
  database = await cloneDatabase();
  app = await openSite(database, clock);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});
beforeEach(() => clock.set('2026-11-22T14:32:00Z'));

describe('signing in', () => {
  it('keeps the cookie from scripts and from other sites', async () => {
    const visitor = new Visitor();
    await visitor.post('/sign-in', { email: 'gwen@northmoor.example' });
    const { cookies } = await visitor.post(await letterTo('gwen@northmoor.example'));
    expect(cookies.find(({ name }) => name === 'induct')).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  });

  it('refuses every change that does not come from our own pages', async () => {
    const visitor = new Visitor();
    const elsewhere: Record<string, string>[] = [
      {},
      { origin: 'http://127.0.0.1:3001' },
      { 'sec-fetch-site': 'cross-site', origin: SITE },
    ];
    for (const headers of elsewhere) {
      const reply = await visitor.post('/sign-in', { email: 'amara@northmoor.example' }, headers);
      expect([reply.statusCode, reply.body.includes('That did not come from this site')]).toEqual([403, true]);
    }
  });

  it('ends with signing out, here or everywhere', async () => {
    const [amara] = await app.get(PeopleService, { strict: false }).personas();
    const [one, two] = [new Visitor(), new Visitor()];
    for (const visitor of [one, two]) await visitor.post('/sign-in/persona', { person: amara!.id });
    await one.post('/sign-out');
    expect((await one.get('/')).headers.location).toBe('/sign-in?next=%2F');
    expect((await two.get('/')).statusCode).toBe(200);
    await one.post('/sign-in/persona', { person: amara!.id });
    await one.post('/account/sign-out-everywhere');
    expect((await two.get('/')).statusCode).toBe(303);
  });

  it('shows where one is signed in, and ends one, or all others', async () => {
    const [amara] = await app.get(PeopleService, { strict: false }).personas();
    const [one, two, three] = [new Visitor(), new Visitor(), new Visitor()];
    await one.post('/account/sign-out-everywhere');
    for (const visitor of [one, two, three]) await visitor.post('/sign-in/persona', { person: amara!.id });
    const ends = async () => [
      ...(await one.get('/account')).body.matchAll(/action="(\/account\/sign-ins\/[\w-]{36}\/end)"/g),
    ];
    const before = await ends();
    expect(before.length).toBeGreaterThanOrEqual(3);
    const ended = await one.post(before.at(-1)![1]!);
    expect([ended.statusCode, ended.headers.location]).toEqual([303, '/account#sign-ins']);
    expect(await ends()).toHaveLength(before.length - 1);
    expect((await one.post('/account/sign-ins/end-others')).statusCode).toBe(303);
    expect(await ends()).toHaveLength(1);
    expect((await one.get('/account')).body).not.toContain('End all others');
    for (const visitor of [two, three]) expect((await visitor.get('/account')).statusCode).toBe(303);
    const mine = (await ends())[0]![1]!;
    expect((await one.post(mine)).headers.location).toBe('/signed-out');
    expect((await one.get('/account')).statusCode).toBe(303);
  });

  it('puts on record who tries a door of the desk, twice an hour at most', async () => {
    const [amara] = await app.get(PeopleService, { strict: false }).personas();
    const visitor = new Visitor();
    await visitor.post('/sign-in/persona', { person: amara!.id });
    for (let times = 0; times < 10; times++) {
      expect((await visitor.get('/admin/progress')).statusCode).toBe(403);
      expect((await visitor.get('/admin/queues')).statusCode).toBe(403);
    }
    const denied = await database.source.query<unknown[]>(
      `select subject_id as page from audit_event where action = 'page.denied' and actor_id = $1`,
      [amara!.id],
    );
    expect(denied).toEqual([{ page: 'GET /admin/progress' }]);
  });

  it('puts on record whom a rule behind the page denied, and which rule it was', async () => {
    const olu = {
      name: 'Olu Officer',
      email: 'olu@northmoor.example',
      roles: ['officer' as const],
      persona: 'Officer',
    };
    const people = app.get(PeopleService, { strict: false });
    const [id] = await app.get(Transactions).run((tx) => people.add(tx, [olu], null));
    const visitor = new Visitor();
    await visitor.post('/sign-in/persona', { person: id! });
    const eve = { name: 'Eve', email: 'eve@northmoor.example', roles: 'administrator' };
    for (let times = 0; times < 3; times++) expect((await visitor.post('/admin/people', eve)).statusCode).toBe(403);
    const denied = await database.source.query<unknown[]>(
      `select subject_id as page, detail from audit_event where action = 'page.denied' and actor_id = $1`,
      [id],
    );
    expect(denied).toEqual([{ page: 'POST /admin/people', detail: { why: 'NotAllowed' } }]);
  });

  it('gives a program 401 instead of a page', async () => {
    const reply = await new Visitor().get('/modules', { accept: 'application/json' });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([401, 'application/problem+json; charset=utf-8']);
  });
});
