import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMembersArea } from '../..';
import { testConfig } from '../../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FixedClock } from '../../../../../test/support/fixed-clock';
import { linkSentTo, openSite, SiteVisitor } from '../../../../../test/support/site-visitor';

let database: TestDatabase;
let site: NestFastifyApplication;
const clock = new FixedClock();

beforeAll(async () => {
  database = await cloneDatabase();
  site = await openSite(database, clock);
});
afterAll(async () => {
  await site?.close();
  await database?.drop();
});

const choose = (visitor: SiteVisitor, language: string, page = '/') => visitor.post('/language', { language, page });

/** Somebody who came in by a letter. */
async function signedIn(email: string): Promise<SiteVisitor> {
  const visitor = new SiteVisitor(site);
  await visitor.post('/sign-in', { email });
  const link = await linkSentTo(database, email);
  await visitor.post(link);
  return visitor;
}

describe('the choice of a language', () => {
  it('is offered in the language it leads to, and leaves the reader where they are', async () => {
    const visitor = new SiteVisitor(site);
    const english = await visitor.get('/sign-in?next=/programme');
    expect(english.headers['content-language']).toBe('en');
    expect(english.body).toContain('<html lang="en"');
    expect(english.body).toMatch(/name="page" value="\/sign-in\?next=\/programme"/);
    expect(english.body).toMatch(/value="cy" lang="cy">Cymraeg</);
    expect(english.body).not.toContain('No translator');

    const chosen = await choose(visitor, 'cy', '/sign-in?next=/programme');
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/sign-in?next=/programme']);
    const welsh = await visitor.get('/sign-in?next=/programme');
    expect(welsh.headers['content-language']).toBe('cy');
    expect(welsh.body).toContain('<html lang="cy"');
    expect(welsh.body).toContain('Mewngofnodi');
    expect(welsh.body).toContain('wedi’i adolygu gan gyfieithydd eto');
    expect(welsh.body).toMatch(/value="en" lang="en">English</);

    await choose(visitor, 'en');
    expect((await visitor.get('/sign-in')).body).toContain('<html lang="en"');
  });

  it('leads nowhere else, whatever is sent', async () => {
    const visitor = new SiteVisitor(site);
    for (const page of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', 'x'])
      expect((await choose(visitor, 'cy', page)).headers.location).toBe('/');
    expect((await visitor.post('/language', {})).headers.location).toBe('/');
    expect((await choose(visitor, 'xx')).headers['set-cookie']).toContain('induct-language=en');
    expect((await visitor.get('/sign-in', { cookie: 'induct-language=xx' })).body).toContain('<html lang="en"');
  });

  it('is kept with whoever is signed in, and comes along to another browser', async () => {
    const here = await signedIn('amara@northmoor.example');
    await choose(here, 'cy', '/modules');
    expect((await here.get('/modules')).body).toContain('Modiwlau');
    const there = await signedIn('amara@northmoor.example');
    expect((await there.get('/modules')).body).toContain('<html lang="cy"');
    const other = await signedIn('bernard@northmoor.example');
    expect((await other.get('/modules')).body).toContain('<html lang="en"');
  });
});

it('chosen before signing in is kept with whoever signs in', async () => {
  const visitor = new SiteVisitor(site);
  await choose(visitor, 'cy');
  await visitor.post('/sign-in', { email: 'dev@northmoor.example' });
  await visitor.post(await linkSentTo(database, 'dev@northmoor.example'));
  const kept = await database.source.query<object[]>(
    `select l.language from person_language l join person p on p.id = l.person_id where p.email = 'dev@northmoor.example'`,
  );
  expect(kept).toEqual([{ language: 'cy' }]);
  expect((await visitor.get('/account')).body).toContain('yn cael llythyrau atoch, yn Gymraeg');
});

describe('Welsh', () => {
  let visitor: SiteVisitor;
  beforeAll(async () => {
    visitor = new SiteVisitor(site);
    await choose(visitor, 'cy');
  });

  it('is spoken by what says no, too', async () => {
    const missing = await visitor.get('/nowhere');
    expect([missing.statusCode, missing.headers['content-language']]).toEqual([404, 'cy']);
    expect(missing.body).toContain('Heb ddod o hyd i’r dudalen');
    const wrong = await visitor.post('/sign-in', { email: 'nobody' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('Rhowch gyfeiriad e-bost yn y fformat cywir');
    expect(wrong.body).toContain('Mae problem');
    // Its page cannot be asked for again as it is.
    expect(wrong.body).not.toContain('action="/language"');
  });

  it('is that of the letter to who asked in it, unless they have chosen another', async () => {
    const subjectTo = async (email: string) => {
      await visitor.post('/sign-in', { email });
      const [mail] = await database.source.query<{ subject: string }[]>(
        `select subject from mail where recipient = $1 order by created_at desc limit 1`,
        [email],
      );
      return mail!.subject;
    };
    expect(await subjectTo('catrin@northmoor.example')).toBe('Eich dolen i fewngofnodi');
    await choose(await signedIn('eleanor@northmoor.example'), 'en');
    expect(await subjectTo('eleanor@northmoor.example')).toBe('Your link to sign in');
  });

  it('does not reach the desk, which says that it is in English', async () => {
    const answer = await visitor.get('/admin');
    expect(answer.headers['content-language'] ?? 'en').toBe('en');
    expect((await visitor.get('/sign-in?next=/admin')).body).toContain('<html lang="cy"');
  });

  it('is answered to those who asked for it alone, also while they send', async () => {
    const english = new SiteVisitor(site);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, nth) => (nth % 2 ? visitor : english).post('/sign-in', { email: 'nobody' })),
    );
    const languages = answers.map(({ body }) => /<html lang="(..)"/.exec(body)![1]);
    expect(languages).toEqual(answers.map((_, nth) => (nth % 2 ? 'cy' : 'en')));
  });

  it('is not offered by a council that does not work in it', async () => {
    const app = await createMembersArea(testConfig(database.url, { DEMO: 'true', WELSH: 'false' }), database.source, {
      clock,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const guest = new SiteVisitor(app);
    const page = await guest.get('/sign-in', { cookie: 'induct-language=cy' });
    expect(page.body).toContain('<html lang="en"');
    expect(page.body).not.toContain('action="/language"');
    expect((await choose(guest, 'cy')).statusCode).toBe(404);
    await app.close();
  });
});
