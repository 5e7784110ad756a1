import { randomUUID } from 'node:crypto';
import type { Desk } from '../../../../../test/support/given-desk';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';
import { newsCookie } from '../../frame/told-once';

const PICTURES = '.data/screenshots/refreshed';
const at = '2026-11-10T09:00:00Z';
const LONG =
  'Declarations of interest, gifts and hospitality, predetermination and bias: Donaudampfschifffahrtselektrizität in practice';
const NOTE = `The limit for gifts is now £50.\n\nRegister everything above it within 28 days. ${LONG}.`;

type Module = Awaited<ReturnType<Desk['given']['aModule']>>;

let site: SiteInBrowser;
let desk: Desk;
const modules: Record<string, Module> = {};
const people: Record<string, string> = {};

async function ask(who: string, method: 'GET' | 'POST', url: string, fields: Record<string, string> = {}) {
  const answer = await desk.app.inject({
    method,
    url,
    headers: {
      accept: 'text/html',
      // As a browser that was sent there.
      cookie: `induct-done=${newsCookie(url)}; induct=${await desk.signIn(people[who]!)}`,
      origin: desk.config.SITE_ORIGIN,
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { payload: new URLSearchParams(fields).toString() }),
  });
  const text = answer.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return { status: answer.statusCode, location: String(answer.headers.location), text, body: answer.body };
}

const expectUsable = (path: string, name: string) => site.expectUsable(name, () => site.goTo(path));

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES);
  desk = site.desk;
  const { given } = desk;
  modules.retake = await given.aModule({ title: 'The code of conduct', core: true });
  modules.note = await given.aModule({ title: 'Looking after data', core: true });
  modules.choice = await given.aModule({ title: 'Personal safety' });
  modules.long = await given.aModule({ title: LONG, slug: 'long' });
  people.done = await given.aPerson({ name: 'Catrin Prosser' });
  people.half = await given.aPerson({ name: 'Bernard Osei-Featherstonehaugh' });
  people.fresh = await given.aPerson({ name: 'Amara Whitfield' });
  const completed = { at, completion: 'completed', success: 'passed', score: 90, done: true } as const;
  await given.aResult(people.done, modules.retake, completed);
  await given.aResult(people.done, modules.note, completed);
  await given.aResult(people.done, modules.long, completed);
  await given.aResult(people.half, modules.choice, { at, progress: 0.459 });
  await given.aResult(people.half, modules.long, { at, progress: 0.1 });
  const then = new Date('2026-11-20T09:00:00Z');
  await given.isRenewed(modules.retake, { policy: 'retake', retakeBy: '2027-03-01', changeNote: NOTE }, then);
  await given.isRenewed(modules.note, { policy: 'note', changeNote: NOTE }, then);
  await given.isRenewed(modules.choice, { halfWay: 'choice', changeNote: NOTE }, then);
  await given.isRenewed(
    modules.long,
    { policy: 'retake', retakeBy: '2026-11-21', changeNote: NOTE, halfWay: 'choice' },
    then,
  );
});
afterAll(() => site?.close());

describe('pages of a member whose modules were renewed', () => {
  it.each([
    ['done', '/', 'home-done'],
    ['half', '/', 'home-half'],
    ['done', '/modules', 'modules-done'],
    ['done', '/modules?show=completed', 'modules-completed'],
    ['done', '/modules/the-code-of-conduct', 'module-retake'],
    ['done', '/modules/looking-after-data', 'module-note'],
    ['done', '/modules/looking-after-data?noted=yes', 'module-noted'],
    ['done', '/modules/long', 'module-overdue'],
    ['done', '/modules/the-code-of-conduct/finished', 'finished-retake'],
    ['half', '/modules/personal-safety', 'module-choice'],
    ['half', '/modules/personal-safety/choose', 'choose'],
    ['half', '/modules/long/choose', 'choose-long'],
  ])('somebody who is %s can use %s', async (who, path, name) => {
    await site.signInAs(people[who]);
    await expectUsable(path, name);
  });

  it('the choice that was not made can be used', async () => {
    await site.signInAs(people.half);
    await site.expectUsable('choose-error', async () => {
      await site.goTo('/modules/personal-safety/choose');
      await site.press('main button[type=submit]');
    });
    expect(await site.page.title()).toMatch(/^Error: /);
  });
});

describe('taking a renewed module again', () => {
  it('is asked for with its day, the overdue one first, and what was completed stays', async () => {
    const { text } = await ask('done', 'GET', '/');
    expect(text).toContain('To take again These modules have been renewed.');
    expect(text).toContain('Retake by 1 March 2027: the module was renewed on 20 November 2026.');
    expect(text.indexOf('Retake overdue')).toBeLessThan(text.indexOf('Retake due'));
    expect(text).toContain('2 of 2 core skills met');
    expect((await ask('fresh', 'GET', '/')).text).not.toContain('To take again');
  });

  it('leads to the new version, and the end page does not take it for done', async () => {
    const { status, location } = await ask('done', 'POST', '/modules/the-code-of-conduct/start');
    expect([status, location.startsWith(desk.config.CONTENT_ORIGIN)]).toEqual([303, true]);
    expect((await ask('done', 'GET', '/modules/the-code-of-conduct/finished')).text).toContain(
      'Saved. The retake is not finished yet',
    );
    expect((await ask('done', 'GET', '/modules/the-code-of-conduct')).text).toContain('Continue the retake');
  });
});

describe('a change note', () => {
  it('is on the home page until the person says that they have read it', async () => {
    expect((await ask('done', 'GET', '/')).text).toContain('What has changed in Looking after data');
    const { text, body } = await ask('done', 'GET', '/modules/looking-after-data');
    expect(text).toContain('The limit for gifts is now £50.');
    const publication = /name="publication" value="([^"]+)"/.exec(body)![1]!;
    const said = await ask('done', 'POST', '/modules/looking-after-data/note', { publication });
    expect([said.status, said.location]).toEqual([303, '/modules/looking-after-data?noted=yes']);
    const after = await ask('done', 'GET', said.location);
    expect(after.text).toContain('It is on record that you have read what has changed.');
    expect(after.text).toContain('You read this on 22 November 2026.');
    expect((await ask('done', 'GET', '/')).text).not.toContain('What has changed in Looking after data');
  });

  it('cannot be read for others, nor on a module that is not there', async () => {
    const publication = randomUUID();
    expect((await ask('fresh', 'POST', '/modules/looking-after-data/note', { publication })).status).toBe(303);
    expect((await ask('fresh', 'POST', '/modules/looking-after-data/note', { publication: 'x' })).status).toBe(400);
    expect((await ask('fresh', 'POST', '/modules/nothing/note', { publication })).status).toBe(404);
    expect(await desk.database.source.query('select from note_read')).toHaveLength(1);
  });
});

describe('somebody half-way', () => {
  const path = '/modules/personal-safety';

  it('is asked how to go on, with what each way means', async () => {
    const start = await ask('half', 'POST', `${path}/start`);
    expect([start.status, start.location]).toEqual([303, `${path}/choose`]);
    const { text } = await ask('half', 'GET', `${path}/choose`);
    expect(text).toContain('You go on where you were, 45% done: last saved 09:00 on 10 November 2026.');
    expect(text).toContain('What you did in version 1 stays on record, but you cannot go on with it.');
  });

  it('has to choose, and to have read of the version that is published now', async () => {
    const nothing = await ask('half', 'POST', `${path}/choose`, { version: '2' });
    expect(nothing.status).toBe(400);
    expect(nothing.text).toContain('Select how you want to go on');
    const stale = await ask('half', 'POST', `${path}/choose`, { version: '1', choice: 'start_again' });
    expect(stale.status).toBe(400);
    expect(stale.text).toContain('has been renewed once more since you opened this page');
  });

  it('goes on with the old one, and can change their mind', async () => {
    const old = await ask('half', 'POST', `${path}/choose`, { version: '2', choice: 'finish_old' });
    expect(old.location).toMatch(/\/launch\/[\w-]{43}$/);
    expect((await ask('half', 'POST', `${path}/start`)).location).toMatch(/\/launch\//);
    expect((await ask('half', 'GET', path)).text).toContain('You chose to finish it.');
    const fresh = await ask('half', 'POST', `${path}/choose`, { version: '2', choice: 'start_again' });
    expect(fresh.location).toMatch(/\/launch\//);
    const { text } = await ask('half', 'GET', path);
    expect(text).toMatch(/2 Version 2 .*1 Version 1 /);
    expect((await ask('half', 'GET', `${path}/choose`)).location).toBe(path);
  });

  it('is not asked where there is nothing to choose', async () => {
    expect((await ask('fresh', 'GET', `${path}/choose`)).location).toBe(path);
    expect((await ask('fresh', 'GET', '/modules/nothing/choose')).status).toBe(404);
    expect((await ask('fresh', 'POST', `${path}/choose`, { choice: 'neither' })).location).toMatch(/\/launch\//);
  });
});

describe('starting from the beginning', () => {
  const path = '/modules/the-code-of-conduct/from-the-beginning';

  it('is offered to whoever has begun a module, is asked once, and opens a new attempt', async () => {
    expect((await ask('fresh', 'GET', '/modules/the-code-of-conduct')).body).not.toContain(path);
    expect((await ask('done', 'GET', '/modules/the-code-of-conduct')).body).toContain(`href="${path}"`);
    expect((await ask('done', 'GET', path)).text).toContain('What you have earned stays');
    expect((await ask('done', 'POST', path)).location).toMatch(/\/launch\/[\w-]{43}$/);
    const { text } = await ask('done', 'GET', '/modules/the-code-of-conduct');
    expect(text).toContain('Completed with 90%');
    expect((await ask('done', 'POST', '/modules/nothing/from-the-beginning')).status).toBe(404);
  });

  it('can be used by everybody', async () => {
    await site.signInAs(people.done!);
    await expectUsable(path, 'from-the-beginning');
  });
});

describe('a completion that is hard to believe', () => {
  it('is told to the member kindly and truly, and so is what the officer said', async () => {
    const personId = await desk.given.aPerson({ name: 'Rosalind Rapid' });
    people.quick = personId;
    await desk.given.aResult(personId, modules.note!, { at, completion: 'completed', score: 90, done: true });
    await desk.database.source.query(
      `insert into doubtful_completion (attempt_id, doubts, recorded_at)
       select a.id, '{quick}', $2 from attempt a join registration r on r.id = a.registration_id where r.person_id = $1`,
      [personId, at],
    );
    const words =
      'Before it counts towards your certificate, an officer looks at how it was completed. You need do nothing.';
    for (const page of ['/', '/modules/looking-after-data', '/modules/looking-after-data/finished']) {
      expect((await ask('quick', 'GET', page)).text).toContain(words);
    }
    await site.signInAs(personId);
    await expectUsable('/', 'home-doubted');
    await expectUsable('/modules/looking-after-data/finished', 'finished-doubted');
    await desk.database.source.query(
      `update doubtful_completion set counts = false, looked_by = gen_random_uuid(), looked_at = $1, words = 'No'`,
      [at],
    );
    expect((await ask('quick', 'GET', '/')).text).toContain('it does not count towards your certificate');
    expect((await ask('quick', 'POST', '/modules/looking-after-data/start')).location).toMatch(/\/launch\//);
  });
});
