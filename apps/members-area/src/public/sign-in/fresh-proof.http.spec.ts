import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PeopleService, type Role } from '@induct/people';
import { Transactions } from '@induct/platform';
import { createMembersArea } from '../../app';
import { testConfig } from '../../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FixedClock } from '../../../../../test/support/fixed-clock';
import { SoftPasskey } from '../../../../../test/support/soft-passkey';
import { linkSentTo, SITE, SiteVisitor } from '../../../../../test/support/site-visitor';

const MINUTE = 60_000;
const OFFICER = 'olive@northmoor.example';

const clock = new FixedClock();
let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(() => clock.set('2026-11-22T14:32:00Z'));

/** A council that asks for a fresh proof, or does not. */
async function council(settings: Record<string, string>): Promise<NestFastifyApplication> {
  const app = await createMembersArea(testConfig(database.url, settings), database.source, { clock });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

async function signIn(visitor: SiteVisitor): Promise<void> {
  await visitor.post('/sign-in', { email: OFFICER });
  expect((await visitor.post(await linkSentTo(database, OFFICER))).statusCode).toBe(303);
}

const NEW = { name: 'Siân Prŷs', email: 'sian@northmoor.example', roles: 'member' };

it('an act that can hurt asks again after a quarter of an hour, keeps what was typed, and is done afterwards', async () => {
  const app = await council({ FRESH_PROOF: 'true' });
  const add = (email: string, roles: Role[]) =>
    app
      .get(Transactions)
      .run((tx) => app.get(PeopleService, { strict: false }).add(tx, [{ name: 'Olive', email, roles }], null));
  await add(OFFICER, ['officer']);
  const visitor = new SiteVisitor(app);
  await signIn(visitor);
  expect((await visitor.get('/admin/people/new')).statusCode).toBe(200);
  clock.advance(15 * MINUTE);
  // What cannot hurt is read as before.
  expect((await visitor.get('/admin/people')).statusCode).toBe(200);
  const referer = { origin: SITE, referer: `${SITE}/admin/people/new` };
  const late = await visitor.post('/admin/people', NEW, referer);
  const again = '/sign-in/again?next=%2Fadmin%2Fpeople%2Fnew&asks=fresh&typed=kept';
  expect([late.statusCode, late.headers.location]).toEqual([303, again]);
  // Twice: what is kept is not taken for sent.
  expect((await visitor.post('/admin/people', NEW, referer)).headers.location).toBe(again);
  expect((await visitor.get(again)).body).toContain('We keep what you typed for one hour');
  expect(await database.source.query('select 1 from person where email = $1', [NEW.email])).toEqual([]);

  await visitor.post('/sign-in/again', { next: '/admin/people/new' });
  expect((await visitor.post(await linkSentTo(database, OFFICER))).headers.location).toBe('/admin/people/new');
  const form = await visitor.get('/admin/people/new');
  expect(form.body).toContain('Not sent yet');
  expect(form.body).toMatch(/name="name"[^>]* value="Siân Prŷs"/);
  const taken = await visitor.post('/admin/people', NEW, referer);
  expect(taken.statusCode).toBe(303);
  expect(taken.headers.location).not.toContain('/sign-in');
  expect(await database.source.query('select 1 from person where email = $1', [NEW.email])).toHaveLength(1);
  expect((await visitor.get('/admin/people/new')).body).not.toContain('Not sent yet');
  await app.close();
});

it('a council that does not ask for it asks for a letter of the last twelve hours, as everywhere at the desk', async () => {
  const app = await council({});
  const visitor = new SiteVisitor(app);
  await signIn(visitor);
  for (let times = 0; times < 3; times++) {
    clock.advance(20 * MINUTE);
    expect((await visitor.get('/admin/people/new')).statusCode).toBe(200);
  }
  await app.close();
});

it('a council that takes no letter at the desk asks for a key, leads to where one is added, and a letter adds no second one', async () => {
  const app = await council({ STRONG_DESK: 'true', FRESH_PROOF: 'true' });
  const visitor = new SiteVisitor(app);
  await signIn(visitor);
  const asked = await visitor.get('/admin/people');
  expect(asked.headers.location).toBe('/sign-in/again?next=%2Fadmin%2Fpeople&asks=key');
  const page = (await visitor.get(asked.headers.location!)).body;
  expect(page).toContain('At the desk your council asks for more than a letter');
  expect(page).toContain('href="/account#passkeys"');
  expect(page).not.toContain('Email me a link');
  // Not by another way of asking either: a form, a program, another tab with the same sign-in, the board of the queue.
  expect((await visitor.post('/admin/people', NEW)).headers.location).toContain('/sign-in/again?');
  expect((await visitor.get('/admin/people', { accept: 'application/json' })).statusCode).toBe(401);
  expect((await visitor.get('/account')).statusCode).toBe(200);

  const device = new SoftPasskey({ origin: SITE, rpId: 'localhost' });
  const response = device.make((await visitor.post('/account/passkeys/challenge')).json());
  expect((await visitor.post('/account/passkeys', { response })).statusCode).toBe(303);
  expect((await visitor.get('/account')).body).toContain('a letter does not add another passkey');
  const second = await visitor.post('/account/passkeys/challenge');
  expect(second.headers.location).toContain('asks=key');
  const forged = await visitor.post('/account/passkeys', { response: '{}' });
  expect(forged.headers.location).toContain('asks=key');

  const challenge = (await visitor.post('/sign-in/passkey/challenge')).json<{ challenge: string }>();
  const used = await visitor.post('/sign-in/passkey', { response: device.use(challenge), next: '/admin/people' });
  expect(used.headers.location).toBe('/admin/people');
  expect((await visitor.get('/admin/people')).statusCode).toBe(200);
  expect((await visitor.get('/admin/people/new')).statusCode).toBe(200);
  expect((await visitor.get('/account')).body).toContain('data-passkey="add"');
  clock.advance(15 * MINUTE);
  const late = await visitor.get('/admin/people/new');
  expect(late.headers.location).toBe('/sign-in/again?next=%2Fadmin%2Fpeople%2Fnew&asks=fresh%20key');
  const wrong = await visitor.post('/sign-in/passkey', {
    response: '{}',
    next: '/admin/people/new',
    asks: 'fresh key',
  });
  expect([wrong.statusCode, wrong.body.includes('a passkey of the last 15 minutes')]).toEqual([400, true]);
  expect(wrong.body).not.toContain('Email me a link');
  await app.close();
});
