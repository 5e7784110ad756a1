import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PeopleService } from '@induct/people';
import { testConfig } from '../../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FixedClock } from '../../../../../test/support/fixed-clock';
import { linkSentTo, openSite, SITE, SiteVisitor } from '../../../../../test/support/site-visitor';
import { createMembersArea } from '../../app';

const clock = new FixedClock();
let app: NestFastifyApplication;
let database: TestDatabase;

class Visitor extends SiteVisitor {
  constructor() {
    super(app);
  }
}

const letterTo = (email: string) => linkSentTo(database, email);

/** As the waiting page shows it; undefined when it shows none. */
const codeShown = async (visitor: Visitor) =>
  /induct-code">(\d{4} \d{4})</.exec((await visitor.get('/sign-in/check')).body)?.[1] ?? '';

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
  it('brings a reader back to the page they wanted', async () => {
    const visitor = new Visitor();
    const wanted = await visitor.get('/modules?show=open');
    expect([wanted.statusCode, wanted.headers.location]).toEqual([303, '/sign-in?next=%2Fmodules%3Fshow%3Dopen']);
    const form = await visitor.get(wanted.headers.location as string);
    expect(form.body).toContain('name="next" value="/modules?show=open"');
    const asked = await visitor.post('/sign-in', { email: ' Amara@Northmoor.example ', next: '/modules?show=open' });
    expect([asked.statusCode, asked.headers.location]).toEqual([303, '/sign-in/check']);
    const link = await letterTo('amara@northmoor.example');
    expect((await visitor.get(link)).body).toContain('One more press');
    const used = await visitor.post(link);
    expect([used.statusCode, used.headers.location]).toEqual([303, '/modules?show=open']);
    expect((await visitor.get('/modules?show=open')).statusCode).toBe(200);
  });

  it('survives a mail scanner that opens the link', async () => {
    const visitor = new Visitor();
    await visitor.post('/sign-in', { email: 'bernard@northmoor.example' });
    const link = await letterTo('bernard@northmoor.example');
    const scanner = new Visitor();
    for (let times = 0; times < 3; times++) expect((await scanner.get(link)).statusCode).toBe(200);
    for (let times = 0; times < 7; times++) {
      const pressed = await scanner.post(link, { code: '' });
      expect([pressed.statusCode, pressed.body.includes('href="#code">Enter the code')]).toEqual([400, true]);
    }
    expect((await visitor.post(link)).statusCode).toBe(303);
  });

  it('works in another browser with the code that the first one shows', async () => {
    const tablet = new Visitor();
    await tablet.post('/sign-in', { email: 'farid@northmoor.example', next: '/modules' });
    const code = await codeShown(tablet);
    const phone = new Visitor();
    const link = await letterTo('farid@northmoor.example');
    expect((await phone.get(link)).body).toContain('autocomplete="one-time-code"');
    const wrong = await phone.post(link, { code: code === '12345678' ? '87654321' : '12345678' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('<title>Error: ');
    expect(wrong.body).toContain('href="#code">That is not the code');
    const pasted = await phone.post(link, { code: 'x'.repeat(10_001) });
    expect([pasted.statusCode, pasted.body.includes('href="#code">The code has 8 digits')]).toEqual([400, true]);
    const right = await phone.post(link, { code });
    expect([right.statusCode, right.headers.location]).toEqual([303, '/modules']);
  });

  it('says what is wrong with a link: used, expired, unknown', async () => {
    const visitor = new Visitor();
    await visitor.post('/sign-in', { email: 'catrin@northmoor.example' });
    const link = await letterTo('catrin@northmoor.example');
    clock.advance(15 * 60_000);
    const expired = await visitor.post(link);
    expect([expired.statusCode, expired.body.includes('This link has expired')]).toEqual([410, true]);
    clock.set('2026-11-22T14:32:00Z');
    await visitor.post(link);
    const used = await new Visitor().get(link);
    expect([used.statusCode, used.body.includes('This link has been used')]).toEqual([410, true]);
    const unknown = await visitor.get('/sign-in/link/nothing');
    expect([unknown.statusCode, unknown.body.includes('We do not know this link')]).toEqual([410, true]);
  });

  it('answers the same for an address that nobody has', async () => {
    const answers = await Promise.all(
      ['dev@northmoor.example', 'nobody@northmoor.example'].map(async (email) => {
        const visitor = new Visitor();
        const asked = await visitor.post('/sign-in', { email });
        const check = await visitor.get('/sign-in/check');
        const words = check.body.replace(email, '').replace(/>\d{4} \d{4}</, '');
        return [
          asked.statusCode,
          asked.headers.location,
          asked.cookies.map(({ name }) => name),
          check.statusCode,
          words,
        ];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it('says that no letter was sent when the letters are counted out, and shows the code of those that live', async () => {
    const [visitor, stranger] = [new Visitor(), new Visitor()];
    const email = 'eleanor@northmoor.example';
    const told: [string, string, string][] = [];
    for (let times = 0; times < 7; times++) {
      expect((await visitor.post('/sign-in', { email })).headers.location).toBe('/sign-in/check');
      const heading = /<h1[^>]*>([^<]+)</.exec((await visitor.get('/sign-in/check')).body)![1]!;
      await stranger.post('/sign-in', { email: 'nobody.at.all@northmoor.example' });
      const other = /<h1[^>]*>([^<]+)</.exec((await stranger.get('/sign-in/check')).body)![1]!;
      told.push([heading, other, await codeShown(visitor)]);
    }
    const code = told[0]![2];
    const sent = Array.from({ length: 5 }, () => ['Check your email', 'Check your email', code]);
    const none = Array.from({ length: 2 }, () => ['Use a letter you have', 'Use a letter you have', code]);
    expect(told).toEqual([...sent, ...none]);
    const check = await visitor.get('/sign-in/check');
    expect(check.body).not.toContain('on its way');
    expect(check.body).toContain('ask again from 14:47 on');
    expect((await new Visitor().post(await letterTo(email), { code })).statusCode).toBe(303);
    const late = new Visitor();
    await late.post('/sign-in', { email });
    expect((await late.get('/sign-in/check')).body).toContain('No letter was sent');
    expect(await codeShown(late)).toBe('');
  });

  it('asks for an address that could be one', async () => {
    const reply = await new Visitor().post('/sign-in', { email: 'amara', next: '/modules' });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('href="#email">Enter an email address in the correct format');
    expect(reply.body).toContain('value="amara"');
    const empty = await new Visitor().post('/sign-in', { email: ' ' });
    expect(empty.body.match(/href="#email"/g)).toHaveLength(1);
    expect(reply.body).toContain('name="next" value="/modules"');
  });

  it('never leads to another site', async () => {
    for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
      const visitor = new Visitor();
      expect((await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`)).body).toContain('name="next" value="/"');
      const [amara] = await app.get(PeopleService, { strict: false }).personas();
      expect((await visitor.post('/sign-in/persona', { person: amara!.id, next })).headers.location).toBe('/');
    }
  });

  it('signs in nobody who was deactivated, by a button of before either', async () => {
    const [amara] = await app.get(PeopleService, { strict: false }).personas();
    const deactivate = (at: Date | null) =>
      database.source.query('update person set deactivated_at = $2 where id = $1', [amara!.id, at]);
    await deactivate(new Date());
    const reply = await new Visitor().post('/sign-in/persona', { person: amara!.id, next: '/' });
    await deactivate(null);
    expect([reply.statusCode, reply.headers['set-cookie']]).toEqual([404, undefined]);
  });
});

describe('a council that is no demonstration', () => {
  it('has no buttons for invented people and no mailbox', async () => {
    const real = await createMembersArea(testConfig(database.url), database.source, { clock });
    await real.init();
    await real.getHttpAdapter().getInstance().ready();
    const [amara] = await real.get(PeopleService, { strict: false }).personas();
    expect((await real.inject('/sign-in')).body).not.toContain('Sign in as');
    const headers = { origin: SITE, 'content-type': 'application/x-www-form-urlencoded' };
    const become = await real.inject({
      method: 'POST',
      url: '/sign-in/persona',
      headers,
      payload: `person=${amara!.id}`,
    });
    expect(become.statusCode).toBe(404);
    expect((await real.inject('/mailbox')).statusCode).toBe(404);
    await real.close();
  });
});
