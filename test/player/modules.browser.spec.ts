import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileStore, projectRoot } from '@induct/platform';
import { Launching } from '@induct/progress';
import type { ScoInteraction } from '@induct/scorm';
import type { Page } from 'puppeteer';
import type { Answer } from '../../content/build/build.mjs';
import { Learner } from '../../content/player/test/learner';
import { QuickHands } from '../../content/player/test/quick-hands';
import { createContentOrigin } from '../../apps/standalone/src';
import { frameWith } from '../journeys/golf';
import { builtPlayer } from '../support/built-player';
import { testConfig } from '../support/config';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { aMember } from '../support/given-learning';
import { aPackage } from '../support/given-package';
import { TestBrowser } from '../support/test-browser';

const CONTENT = join(projectRoot, 'dist/content');
const PACKAGES = readdirSync(CONTENT).filter((name) => name.endsWith('.zip'));
const SLUGS = [...new Set(PACKAGES.map((name) => name.replace(/(-2004)?\.zip$/, '')))];
/** What an officer says of a fact between two openings of a module that was published as it is. */
const SAID = 'as the council says <b>today';
/** More than a pass mark of 80 per cent allows of ten. */
const WRONG = 4;

interface Recorded {
  completion: string;
  success: string;
  score: number | null;
  runtime: { interactions: Record<string, Record<string, { interaction: ScoInteraction }>> };
}

/** Every module we ship, in both editions, in the real player with the real tracker. */
describe('a shipped module', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let origin: string;
  let browser: TestBrowser;

  beforeAll(async () => {
    builtPlayer();
    database = await cloneDatabase();
    app = await createContentOrigin(testConfig(database.url), database.source);
    await app.listen(0, '127.0.0.1');
    origin = await app.getUrl();
    browser = await TestBrowser.connect();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await database?.drop();
  });

  it('is there in both editions', () => {
    expect(PACKAGES.length).toBeGreaterThanOrEqual(44);
    expect(PACKAGES.filter((name) => name.endsWith('-2004.zip'))).toHaveLength(PACKAGES.length / 2);
  });

  // Side by side, each edition before a browser of its own: one works while the other is waited for.
  it.each(SLUGS)('%s resumes, fails and passes in both editions, and what was done is what is stored', async (slug) => {
    const names = [`${slug}.zip`, `${slug}-2004.zip`];
    expect(PACKAGES).toEqual(expect.arrayContaining(names));
    await Promise.all(names.map((name) => playThrough(slug, name)));
  });

  async function playThrough(slug: string, name: string): Promise<void> {
    const kit = (await import(join(projectRoot, 'content/build/build.mjs'))) as {
      answersFor(of: string): { checks: Answer[]; test: Answer[] };
    };
    const answers = kit.answersFor(slug);
    const { courseId, key } = await aPackage(database.source, app.get(FileStore), join(CONTENT, name));
    const personId = await aMember(database.source);
    const context = await browser.newContext();
    const open = async (): Promise<{ page: Page; learner: Learner }> => {
      const { token } = await app.get(Launching).open({ personId, courseId });
      const page = await context.newPage();
      await page.setViewport({ width: 360, height: 480 });
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(`${origin}/launch/${token}`);
      const sco = await frameWith(page, '[data-place]:not([hidden])');
      return { page, learner: new Learner(sco, new QuickHands(sco), answers) };
    };

    const first = await open();
    const places = await first.learner.sco.$$eval('[data-place]', (all) => all.map(({ dataset }) => dataset['place']!));
    const screens = places.filter((place) => !place.startsWith('test') && place !== 'result');
    const middle = screens[Math.floor(screens.length / 2)]!;
    await first.learner.readTo(middle);
    await first.page.waitForSelector('[data-save-state=saved]');
    const fact = await first.learner.sco.$eval('[data-fact]', ({ dataset }) => dataset['fact']!);
    await first.page.close();
    const signedOff = await bytesOf(key);
    await database.source.query('insert into local_fact (key, words, set_by, set_at) values ($1, $2, $3, now())', [
      fact,
      SAID,
      personId,
    ]);

    const { page, learner } = await open();
    expect([name, await learner.place()]).toEqual([name, middle]);
    const said = await learner.sco.$eval(`[data-fact=${fact}]`, ({ textContent }) => textContent);
    expect([name, said, await bytesOf(key)]).toEqual([name, SAID, signedOff]);
    await learner.readToTheTest();
    await learner.startTest();
    const failed = await learner.asked();
    await learner.takeTest({ wrong: WRONG });
    await eventually('a test that is failed', async () => (await recorded(personId))?.success === 'failed');
    await learner.startTest();
    const passed = await learner.asked();
    await learner.takeTest();
    await eventually('a test that is passed', async () => (await recorded(personId))?.success === 'passed');
    await page.close();
    await context.close();

    const row = (await recorded(personId))!;
    expect({ name, ...row }).toMatchObject({ name, completion: 'completed', success: 'passed', score: 100 });
    const stored = new Map(
      Object.values(row.runtime.interactions)
        .flatMap((run) => Object.values(run))
        .map(({ interaction }) => [interaction.id, interaction.result]),
    );
    const expected = new Map<string, string>();
    for (const { id } of answers.checks) expected.set(`${id}.1`, 'correct');
    failed.forEach((id, at) => expected.set(`${id}.1`, at < WRONG ? 'incorrect' : 'correct'));
    passed.forEach((id) => expected.set(`${id}.2`, 'correct'));
    // SCORM 1.2 says `wrong`: both standards are stored in the words of 2004.
    expect([name, Object.fromEntries(stored)]).toEqual([name, Object.fromEntries(expected)]);
  }

  /** What the content origin serves of the version. */
  const bytesOf = (key: string) =>
    Promise.all(
      ['index.html', 'course.js', 'induct.json'].map(async (path) => {
        const reply = await fetch(`${origin}/content/${key}/${path}`);
        return [path, reply.status, hash('sha256', Buffer.from(await reply.arrayBuffer()))];
      }),
    );

  async function recorded(personId: string): Promise<Recorded | undefined> {
    const [row] = await database.source.query<Recorded[]>(
      `select r.completion, r.success, r.score::float8 as score, s.runtime
       from registration r join attempt a on a.registration_id = r.id join sco_state s on s.attempt_id = a.id
       where r.person_id = $1`,
      [personId],
    );
    return row;
  }
});
