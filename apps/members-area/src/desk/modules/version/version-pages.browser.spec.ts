import { randomBytes, randomUUID } from 'node:crypto';
import type { ActivityTree } from '@induct/scorm';
import { expectAccessible } from '../../../../../../test/support/axe';
import { UPLOADS } from '../../../../../../test/support/given-desk-rows';
import { aTree } from '../../../../../../test/support/given-learning';
import { GivenTesting } from '../../../../../../test/support/given-testing';
import { SiteInBrowser } from '../../../../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/versions';
const at = '2026-11-22T14:32:00Z';
const LONG =
  'Declarations of interest, gifts and hospitality, predetermination and bias: Donaudampfschifffahrtselektrizität in practice';
/** A word too long for a line of a phone. */
const TITLE = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const HREF = '/admin/modules/conduct/versions';
const FORM = 'main form[novalidate] button';

let site: SiteInBrowser;

const expectUsable = (path: string, name: string, status = 200) =>
  site.expectUsable(name, () => site.goTo(path, status));

/** What comes after pressing the page's main button with what is typed. */
const expectUsableAfter = (path: string, typed: Record<string, string>, name: string) =>
  site.expectUsable(name, async () => {
    await site.goTo(path);
    for (const [field, value] of Object.entries(typed)) {
      await site.page.$eval(
        `main [name="${field}"]`,
        (input, text) => ((input as unknown as { value: string }).value = text),
        value,
      );
    }
    await site.press(FORM);
  });

async function aVersion(courseId: string, number: number, tree: ActivityTree, files: Record<string, string>) {
  const { desk } = site;
  const id = randomUUID();
  await desk.database.source.query(
    `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count,
       bytes, package_sha256, uploaded_by, uploaded_at)
     values ($1, $2, $3, 'draft', $4, 'scorm_12', '1.2', $5, $6, $7, 5200000, $8, $9, $10)`,
    [
      id,
      courseId,
      number,
      randomUUID(),
      tree.title,
      JSON.stringify(tree),
      Object.keys(files).length,
      randomBytes(32),
      await desk.who('officer'),
      desk.clock.now(),
    ],
  );
  for (const [path, content] of Object.entries(files)) {
    await desk.database.source.query(`insert into package_file values ($1, $2, sha256($3), 100, 'text/html', null)`, [
      id,
      path,
      Buffer.from(content),
    ]);
  }
  const [, report] = UPLOADS[0];
  await desk.database.source.query(
    `insert into package_upload (id, course_id, file_name, bytes, state, report, version_id, uploaded_by, created_at,
       finished_at)
     values (gen_random_uuid(), $1, 'conduct.zip', 5200000, 'accepted', $2, $3, $4, $5, $5)`,
    [courseId, JSON.stringify(report), id, await desk.who('officer'), desk.clock.now()],
  );
  return id;
}

/** A round of two testers, who signed it off although something is wrong. */
async function aClosedRound(courseId: string, versionId: string, quorum: number): Promise<void> {
  const testing = new GivenTesting(site.desk.database.source);
  const testers = [
    await site.desk.who('tester'),
    await site.desk.given.aPerson({ name: 'Tess Two', roles: ['tester'] }),
  ];
  const openedBy = await site.desk.who('officer');
  const roundId = await testing.aRound({ courseId, versionId, openedBy, testers, quorum, openedAt: at });
  for (const tester of testers)
    await testing.aSignOff(roundId, tester, 'signed_off', '', { 4: { answer: 'no', note: `${LONG} is cut off` } });
  await testing.closed(roundId, quorum <= testers.length ? 'quorum' : 'deadline', undefined, at);
}

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES);
  const { given } = site.desk;
  const course = await given.aModule({ title: TITLE, slug: 'conduct', core: true });
  const people = await Promise.all(
    Array.from({ length: 12 }, (_, nth) => given.aPerson({ name: `Member ${nth + 1}` })),
  );
  for (const [nth, personId] of people.entries()) {
    if (nth < 6) await given.aResult(personId, course, { at, completion: 'completed', done: true });
    else if (nth < 9) await given.aResult(personId, course, { at, progress: 0.4 });
  }
  for (let nth = 0; nth < 8; nth += 1) {
    const name = nth === 3 ? 'Bernadette Osei-Featherstonehaugh-Llewellyn-Cholmondeley' : `Tester ${nth + 1}`;
    await given.aPerson({ name, roles: ['tester'] });
  }
  const scos = Object.fromEntries(Array.from({ length: 18 }, (_, nth) => [`part-${nth}`, {}]));
  const files = Object.fromEntries(Object.keys(scos).map((id) => [`${id}.html`, id]));
  const approved = aTree({ ...scos, one: { title: LONG, masteryScore: 80 } });
  await aClosedRound(course.id, await aVersion(course.id, 2, approved, { ...files, 'one.html': 'one' }), 2);
  const untested = aTree({ quiz: { masteryScore: 70 }, one: { title: 'Gifts', masteryScore: 70 }, ...scos });
  await aVersion(course.id, 3, untested, { ...files, 'one.html': 'two', [`${'deep/'.repeat(30)}a.js`]: 'x' });
  await aClosedRound(course.id, await aVersion(course.id, 4, untested, { ...files, 'one.html': 'two' }), 3);
  const loading = await aVersion(course.id, 5, untested, files);
  const long = `${'very-long-name-of-a-host.'.repeat(3)}vendor.io`;
  await site.desk.database.source.query('update course_version set outside = $2 where id = $1', [
    loading,
    JSON.stringify([
      { host: 'player.vimeo.com', uses: ['frames'], certain: true, where: `${'deep/'.repeat(30)}a.html` },
      { host: long, uses: ['media', 'scripts'], certain: false, where: 'data.js' },
    ]),
  ]);
  await site.desk.database.source.query(
    `insert into version_host values ($1, 'www.youtube.com', '{frames}', $2, $3, $4)`,
    [loading, LONG, await site.desk.who('officer'), site.desk.clock.now()],
  );
});
afterAll(() => site?.close());

describe('the officers’ pages of a version can be used by everybody', () => {
  beforeEach(() => site.signIn('officer'));

  it.each([
    [`${HREF}/1`, 'published'],
    [`${HREF}/2`, 'approved'],
    [`${HREF}/3`, 'untested'],
    [`${HREF}/4`, 'no-quorum'],
    [`${HREF}/4?with=2`, 'compared'],
    [`${HREF}/2/publish`, 'publish'],
    [`${HREF}/3/round`, 'round'],
    [`${HREF}/5/hosts`, 'hosts'],
    [`${HREF}/5/hosts/agree?host=player.vimeo.com`, 'hosts-agree'],
    [`${HREF}/5`, 'with-other-websites'],
    [`${HREF}/5/delete`, 'delete'],
  ])('%s', async (path, name) => {
    await expectUsable(path, name);
  });

  it('what is refused', () => expectUsable(`${HREF}/3/publish`, 'refused', 409));

  it('a form to publish that was filled in wrongly', async () => {
    await expectUsableAfter(`${HREF}/2/publish`, { minutes: 'soon' }, 'publish-wrong');
    expect(await site.page.title()).toMatch(/^Error: /);
  });

  it('a website that cannot be agreed to', async () => {
    await expectUsableAfter(`${HREF}/5/hosts/agree`, { host: '*.vimeo.com', reason: LONG }, 'hosts-agree-wrong');
    expect(await site.page.title()).toMatch(/^Error: /);
  });

  it('a round without testers', async () => {
    await expectUsableAfter(`${HREF}/3/round`, { quorum: 'two' }, 'round-wrong');
    expect(await site.page.title()).toMatch(/^Error: /);
  });

  it('the check before publishing, by keyboard and without JavaScript', async () => {
    const { page } = site;
    await page.setJavaScriptEnabled(false);
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 900 });
      await site.goTo(`${HREF}/2/publish`);
      await page.type('#summary', 'Why it matters.');
      for (const choice of ['core', 'policy-3', 'halfWay-2']) {
        await page.focus(`#${choice}`);
        await page.keyboard.press('Space');
      }
      await page.type('#changeNote', 'The limit for gifts is now £50.');
      await page.type('#retakeBy-day', '1');
      await page.type('#retakeBy-month', '3');
      await page.type('#retakeBy-year', '2027');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('Check before you publish');
      await page.screenshot({ path: `${PICTURES}/check-${width}.png`, fullPage: true });
    }
    await page.setJavaScriptEnabled(true);
    await site.goTo(`${HREF}/2/publish`);
  });
});

describe('an override can be used by everybody', () => {
  it.each([
    [`${HREF}/3`, 'administrator'],
    [`${HREF}/3/override`, 'override'],
  ])('%s', async (path, name) => {
    await site.signIn('administrator');
    await expectUsable(path, name);
  });

  it('proposing it', async () => {
    await site.signIn('administrator');
    await expectUsableAfter(`${HREF}/3/override`, { reason: 'urgent' }, 'override-wrong');
    await site.page.type('#reason', `${LONG}: the law changed on Monday.`);
    await site.press(FORM);
    await expectAccessible(site.page);
  });

  it.each([
    [`${HREF}/3`, 'override-waits'],
    [`${HREF}/3/override/confirm`, 'override-confirm'],
  ])('%s, while it waits', async (path, name) => {
    await site.signIn('officer');
    await expectUsable(path, name);
  });

  it('confirming it', async () => {
    await site.signIn('officer');
    const { page } = site;
    await page.setViewport({ width: 1280, height: 900 });
    await site.goTo(`${HREF}/3/override/confirm`);
    await page.type('#summary', 'Why it matters.');
    for (const choice of ['core', 'policy', 'halfWay']) await page.click(`#${choice}`);
    await site.press(FORM);
    await expectAccessible(page);
    await site.press('button[name=confirmed]');
    expect(page.url()).toBe(`${site.origin}${HREF}/3?done=published`);
  });

  it.each([
    [`${HREF}/3?done=published`, 'override-published'],
    ['/admin/modules/conduct', 'module-overridden'],
  ])('%s, with its banner', async (path, name) => {
    await site.signIn('officer');
    await expectUsable(path, name);
  });
});
