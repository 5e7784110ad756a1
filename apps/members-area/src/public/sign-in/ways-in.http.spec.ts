import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PeopleService, type Role } from '@induct/people';
import { Transactions } from '@induct/platform';
import { cloneDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FixedClock } from '../../../../../test/support/fixed-clock';
import { linkSentTo, openSite, SITE, SiteVisitor } from '../../../../../test/support/site-visitor';
import { SoftPasskey } from '../../../../../test/support/soft-passkey';

const START = '2026-11-22T14:32:00Z';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const REMOVED = '/account?done=passkey-removed#passkeys';

const clock = new FixedClock();
let app: NestFastifyApplication;
let database: TestDatabase;

class Visitor extends SiteVisitor {
  constructor() {
    super(app);
  }

  /** By a letter. */
  async signIn(email: string, form: Record<string, string> = {}): Promise<this> {
    await this.post('/sign-in', { email });
    const used = await this.post(await linkSentTo(database, email), form);
    if (used.statusCode !== 303) throw new Error(`The letter's link answered ${used.statusCode}`);
    return this;
  }

  /** What the page's script asks for. */
  async challenge(of = '/sign-in/passkey') {
    const reply = await this.post(`${of}/challenge`);
    if (reply.statusCode !== 200) throw new Error(`A challenge was answered with ${reply.statusCode}`);
    return reply.json<{ challenge: string; user: { id: string }; allowCredentials: { id: string }[] }>();
  }

  async addPasskey(): Promise<SoftPasskey> {
    const device = new SoftPasskey({ origin: SITE, rpId: 'localhost' });
    const response = device.make(await this.challenge('/account/passkeys'));
    const added = await this.post('/account/passkeys', { response });
    if (added.headers.location !== '/account?done=passkey#passkeys') throw new Error('The passkey was not added');
    return device;
  }

  async usePasskey(device: SoftPasskey, form: Record<string, string> = {}) {
    return this.post('/sign-in/passkey', { response: device.use(await this.challenge()), ...form });
  }
}

const emailOf = (name: string) => `${name}@northmoor.example`;
const text = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

async function somebody(name: string, ...roles: Role[]): Promise<string> {
  const person = { name, email: emailOf(name), roles };
  const [id] = await app
    .get(Transactions)
    .run((tx) => app.get(PeopleService, { strict: false }).add(tx, [person], null));
  return id!;
}

beforeAll(async () => {
  database = await cloneDatabase();
  app = await openSite(database, clock);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});
beforeEach(() => clock.set(START));

describe('a passkey', () => {
  it('is offered once after a letter, is added on the account, signs in, and is said there', async () => {
    const visitor = await new Visitor().signIn(emailOf('bernard'));
    expect((await visitor.get('/modules')).body).toContain('data-passkey-offer');
    expect((await visitor.get('/modules')).body).not.toContain('data-passkey-offer');
    const account = text((await visitor.get('/account')).body);
    expect(account).toContain('You have none yet');
    expect(account).toContain('Signed in by a letter at');
    const device = await visitor.addPasskey();
    const told = await visitor.get('/account?done=passkey');
    expect(text(told.body)).toContain('The passkey is added');
    await visitor.post('/sign-out');

    const used = await visitor.usePasskey(device, { next: '/standing' });
    expect([used.statusCode, used.headers.location]).toEqual([303, '/standing']);
    const again = text((await visitor.get('/account')).body);
    expect(again).toContain('Signed in with a passkey at');
    expect(again).toContain('last used on 22 November 2026');
    await visitor.post('/sign-out');
    await visitor.signIn(emailOf('bernard'));
    expect((await visitor.get('/modules')).body).not.toContain('data-passkey-offer');
  });

  it('that is refused leaves the letter: the page says why, at the button, and leads on', async () => {
    const visitor = await new Visitor().signIn(emailOf('catrin'));
    const device = await visitor.addPasskey();
    const [, id] = /account\/passkeys\/([\w-]{36})\/remove/.exec((await visitor.get('/account')).body)!;
    expect((await visitor.post(`/account/passkeys/${id}/remove`)).headers.location).toBe(REMOVED);
    await visitor.post('/sign-out');
    const refused = await visitor.usePasskey(device, { next: '/modules' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('href="#passkey">We do not know this passkey, or it was removed');
    expect(refused.body).toContain('name="next" value="/modules"');
    const twice = { response: device.use(await visitor.challenge()) };
    await visitor.post('/sign-in/passkey', twice);
    expect((await visitor.post('/sign-in/passkey', twice)).body).toContain('That took too long. Try again');
    for (const response of ['', '{}', 'null', '"', 'x'.repeat(200_000)])
      expect((await visitor.post('/sign-in/passkey', { response })).statusCode).toBe(400);
    expect((await visitor.post('/sign-in/passkey')).statusCode).toBe(400);
  });

  it('has a name that its owner gives; a wrong one is said at the field, and what was typed stays', async () => {
    const visitor = await new Visitor().signIn(emailOf('dev'));
    await visitor.addPasskey();
    const [, id] = /account\/passkeys\/([\w-]{36})\/rename/.exec((await visitor.get('/account')).body)!;
    expect((await visitor.post(`/account/passkeys/${id}/rename`, { name: ' The  blue phone ' })).statusCode).toBe(303);
    expect((await visitor.get('/account')).body).toContain('<bdi>The blue phone</bdi>');
    const long = 'x'.repeat(61);
    const wrong = await visitor.post(`/account/passkeys/${id}/rename`, { name: long });
    expect([wrong.statusCode, wrong.body.includes(`href="#name-${id}">The name must be 60`)]).toEqual([400, true]);
    expect(wrong.body).toContain(`value="${long}"`);
    const other = await new Visitor().signIn(emailOf('eleanor'));
    for (const act of ['rename', 'remove'])
      expect((await other.post(`/account/passkeys/${id}/${act}`, { name: 'Mine' })).statusCode).toBe(404);
    expect((await visitor.post('/account/passkeys', { response: '{}' })).statusCode).toBe(400);
  });

  it('ends with what it was signed in to elsewhere when it is removed, and leaves this browser and what came in otherwise', async () => {
    const [here, phone, letter] = [new Visitor(), new Visitor(), new Visitor()];
    await letter.signIn(emailOf('eleanor'), { own: 'yes' });
    await here.signIn(emailOf('eleanor'));
    const device = await here.addPasskey();
    await here.post('/sign-out');
    for (const visitor of [here, phone]) await visitor.usePasskey(device, { own: 'yes' });
    const [, id] = /account\/passkeys\/([\w-]{36})\/remove/.exec((await here.get('/account')).body)!;
    expect((await here.post(`/account/passkeys/${id}/remove`)).headers.location).toBe(REMOVED);
    const told = text((await here.get(REMOVED)).body);
    expect(told).toContain('What it was signed in to elsewhere has ended');
    const isIn = async (visitor: Visitor) => (await visitor.get('/account')).statusCode === 200;
    expect([await isIn(here), await isIn(phone), await isIn(letter)]).toEqual([true, false, true]);
    const isKnown = async (visitor: Visitor) => {
      await visitor.post('/sign-out');
      return (await visitor.get('/sign-in')).body.includes('Continue as eleanor');
    };
    expect([await isKnown(here), await isKnown(phone), await isKnown(letter)]).toEqual([true, false, true]);
  });

  it('is added by nobody who is not signed in, and by no other website', async () => {
    const stranger = new Visitor();
    expect((await stranger.post('/account/passkeys/challenge')).statusCode).toBe(303);
    const elsewhere = await stranger.post('/sign-in/passkey/challenge', {}, { origin: 'http://127.0.0.1:3001' });
    expect(elsewhere.statusCode).toBe(403);
  });
});

describe('one’s own device', () => {
  it('is remembered only when it is ticked, and then one press leads on', async () => {
    const plain = await new Visitor().signIn(emailOf('farid'));
    await plain.post('/sign-out');
    expect((await plain.get('/sign-in')).body).not.toContain('Continue as');

    const visitor = await new Visitor().signIn(emailOf('farid'), { own: 'yes' });
    await visitor.post('/sign-out');
    clock.advance(20 * DAY);
    const page = await visitor.get('/sign-in?next=/modules');
    expect(text(page.body)).toContain('This device is remembered until 22 December 2026');
    expect(page.body).toContain('Continue as farid');
    const pressed = await visitor.post('/sign-in/device', { next: '/modules' });
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, '/modules']);
    expect((await visitor.get('/modules')).statusCode).toBe(200);
    await visitor.post('/sign-out');
    clock.advance(10 * DAY);
    expect((await visitor.get('/sign-in')).body).not.toContain('Continue as');
    expect((await visitor.post('/sign-in/device', { next: '/modules' })).headers.location).toBe(
      '/sign-in?next=%2Fmodules',
    );
  });

  it('can be forgotten where it is, on the account, and with signing out everywhere', async () => {
    const here = await new Visitor().signIn(emailOf('gwen'), { own: 'yes' });
    const phone = await new Visitor().signIn(emailOf('gwen'), { own: 'yes' });
    const isKnown = async (visitor: Visitor) => {
      await visitor.post('/sign-out');
      return (await visitor.get('/sign-in')).body.includes('Continue as gwen');
    };
    const account = await here.get('/account');
    const ends = [...account.body.matchAll(/action="(\/account\/devices\/[\w-]{36}\/end)"/g)].map(([, end]) => end!);
    expect(ends).toHaveLength(2);
    expect(text(account.body)).toContain('Remembered since 22 November 2026, until 22 December 2026');
    for (const end of ends) expect((await here.post(end)).headers.location).toBe('/account#devices');
    expect([await isKnown(here), await isKnown(phone)]).toEqual([false, false]);

    // Letters to one address are counted.
    clock.advance(16 * MINUTE);
    await here.signIn(emailOf('gwen'), { own: 'yes' });
    await phone.signIn(emailOf('gwen'), { own: 'yes' });
    await here.post('/account/sign-out-everywhere');
    expect([await isKnown(here), await isKnown(phone)]).toEqual([false, false]);

    // Letters to one address are counted.
    clock.advance(16 * MINUTE);
    await here.signIn(emailOf('gwen'), { own: 'yes' });
    await phone.signIn(emailOf('gwen'), { own: 'yes' });
    await here.post('/account/sign-ins/end-others');
    expect([await isKnown(here), await isKnown(phone)]).toEqual([true, false]);
    expect((await here.post('/sign-in/device/forget', { next: '/modules' })).headers.location).toBe(
      '/sign-in?next=%2Fmodules',
    );
    expect(await isKnown(here)).toBe(false);
  });

  it('is not there for whoever works at the desk, whatever they tick', async () => {
    await somebody('olive', 'officer');
    const visitor = await new Visitor().signIn(emailOf('olive'), { own: 'yes' });
    expect((await visitor.get('/account')).body).not.toContain('id="devices"');
    await visitor.post('/sign-out');
    expect((await visitor.get('/sign-in')).body).not.toContain('Continue as');
  });
});

describe('what can hurt', () => {
  it('asks a remembered device for a letter, and goes on where it was', async () => {
    const visitor = await new Visitor().signIn(emailOf('amara'), { own: 'yes' });
    await visitor.post('/sign-out');
    await visitor.post('/sign-in/device', { next: '/' });
    expect((await visitor.get('/')).statusCode).toBe(200);
    const asked = await visitor.get('/account');
    expect([asked.statusCode, asked.headers.location]).toEqual([303, '/sign-in/again?next=%2Faccount']);
    const page = await visitor.get('/sign-in/again?next=%2Faccount');
    expect(text(page.body)).toContain('This device is remembered, and that is enough to learn and to book');
    expect(page.body).not.toContain('data-passkey="use"');
    expect((await visitor.post('/sign-in/again', { next: '/account' })).headers.location).toBe('/sign-in/check');
    expect(text((await visitor.get('/sign-in/check')).body)).toContain('Check your email');
    const used = await visitor.post(await linkSentTo(database, emailOf('amara')));
    expect(used.headers.location).toBe('/account');
    expect(text((await visitor.get('/account')).body)).toContain('Signed in by a letter');
  });

  it('asks by a passkey too, only for the person’s own', async () => {
    const visitor = await new Visitor().signIn(emailOf('amara'), { own: 'yes' });
    const device = await visitor.addPasskey();
    await visitor.post('/sign-out');
    await visitor.post('/sign-in/device');
    expect((await visitor.get('/sign-in/again?next=/standing')).body).toContain('data-passkey="use"');
    const asked = await visitor.challenge();
    expect(asked.allowCredentials.map(({ id }) => id)).toEqual([device.id.toString('base64url')]);
    const refused = await visitor.post('/sign-in/passkey', { response: '{}', next: '/standing' });
    expect([refused.statusCode, refused.body.includes('Show that it is you')]).toEqual([400, true]);
    expect((await visitor.usePasskey(device, { next: '/standing' })).headers.location).toBe('/standing');
    expect((await visitor.get('/standing')).statusCode).toBe(200);
  });

  it('tells a program what is missing', async () => {
    const visitor = await new Visitor().signIn(emailOf('amara'), { own: 'yes' });
    await visitor.post('/sign-out');
    await visitor.post('/sign-in/device');
    const reply = await visitor.get('/account', { accept: 'application/json' });
    expect([reply.statusCode, reply.json<{ detail: string }>().detail]).toEqual([
      401,
      'Sign in anew, by a letter or a passkey.',
    ]);
  });
});
