import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Publishing, Tasters } from '@induct/course';
import { FixedDates } from '@induct/events';
import { FileStore, Transactions } from '@induct/platform';
import { createCourseService } from '../../apps/course-service/src';
import { builtPlayer } from '../support/built-player';
import { Desk } from '../support/given-desk';
import { aPackage } from '../support/given-package';
import { scormPackage } from '../support/packages';

const DAY = 86_400_000;
const ORIGIN = 'http://127.0.0.1:3001';
let desk: Desk;
let content: NestFastifyApplication;
let officer: string;
let [course, slug, key] = ['', '', ''];
const tasters = () => desk.app.get(Tasters, { strict: false });
const get = (url: string) => desk.get(undefined, url);
const page = () => get('/thinking-about-it');
const form = (taster: string, of = slug) => desk.post('officer', `/admin/modules/${of}/taster`, { taster });
/** A stranger starts. */
const press = async (of: string) => {
  const headers = { origin: desk.config.SITE_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
  const reply = await desk.app.inject({ method: 'POST', url: `/taster/${of}/start`, payload: '', headers });
  return { status: reply.statusCode, headers: reply.headers };
};
const rows = <T>(sql: string, parameters: unknown[] = []) => desk.database.source.query<T[]>(sql, parameters);

async function aModule(title: string) {
  const zip = await scormPackage({ title, scos: [{ id: 'one', href: 'one.html' }] });
  const { courseId, key: of } = await aPackage(desk.database.source, content.get(FileStore), zip);
  const [row] = await rows<{ slug: string }>('select slug from course where id = $1', [courseId]);
  return { courseId, slug: row!.slug, key: of };
}

/** Where a stranger is sent who starts. */
async function start(of = slug): Promise<string> {
  const { status, headers } = await press(of);
  expect(status).toBe(303);
  return String(headers.location).replace(desk.config.CONTENT_ORIGIN, '');
}

beforeAll(async () => {
  builtPlayer();
  desk = await Desk.open({ CONTENT_ORIGIN: ORIGIN });
  content = await createCourseService(desk.config, desk.database.source, { clock: desk.clock });
  await content.init();
  await content.getHttpAdapter().getInstance().ready();
  officer = await desk.who('officer');
  ({ courseId: course, slug, key } = await aModule('How meetings work'));
});
afterAll(async () => {
  await content?.close();
  await desk?.close();
});

describe('a module that anybody may try', () => {
  it('is none at first: the page says whom to ask, and nobody plays it', async () => {
    const { status, text } = await page();
    expect([status, text]).toEqual([200, expect.stringContaining('There is none to try at the moment')]);
    expect(text).toContain('No poll is planned that we know of');
    expect((await get(`/taster/${slug}`)).status).toBe(404);
    expect((await press(slug)).status).toBe(404);
    expect((await get('/taster/nothing')).status).toBe(404);
  });

  it('is one when an officer says so, which is on record, and none when an officer says no', async () => {
    expect((await form('')).status).toBe(400);
    const { headers } = await form('yes');
    expect(headers.location).toBe(`/admin/modules/${slug}?done=taster`);
    expect((await desk.get('officer', `/admin/modules/${slug}`)).text).toContain('Yes: anybody may try it');
    expect((await page()).body).toContain(`href="/taster/${slug}"`);
    expect((await get(`/taster/${slug}`)).text).toContain('Nothing, by us.');
    await form('yes');
    await form('no');
    expect((await page()).text).toContain('There is none to try at the moment');
    const onRecord = await rows(
      `select action from audit_event where subject_id = $1 and action like 'course.taster%' order by id`,
      [course],
    );
    expect(onRecord).toEqual([{ action: 'course.taster_begun' }, { action: 'course.taster_ended' }]);
  });

  it('is no core skills module, none that a scheme asks for, and members must see it', async () => {
    const core = await aModule('Core');
    await rows('update course set core = true where id = $1', [core.courseId]);
    const refused = await form('yes', core.slug);
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringContaining('A core skills module cannot be tried without an account'),
    ]);
    const asked = await aModule('Asked for');
    await rows(
      `with r as (insert into requirement (id, slug, title, core_during) values (gen_random_uuid(), 'asked', 'Asked', '{}') returning id)
       insert into way (id, requirement_id, kind, course_id, during)
       select gen_random_uuid(), id, 'module', $1, daterange(null, null) from r`,
      [asked.courseId],
    );
    expect((await form('yes', asked.slug)).text).toContain('A scheme or a mandate asks for this module');
    const hidden = await aModule('Hidden');
    await rows('update course set published_version_id = null where id = $1', [hidden.courseId]);
    expect((await form('yes', hidden.slug)).text).toContain('Members do not see this module yet');
    expect(await rows('select slug from course where taster')).toEqual([]);

    await form('yes');
    const describe = desk.app
      .get(Transactions)
      .run((tx) =>
        desk.app
          .get(Publishing, { strict: false })
          .describe(tx, course, officer, { title: 'X', summary: '', minutes: 5, core: true }),
      );
    await expect(describe).rejects.toMatchObject({ name: 'TasterIsNotCore' });
    await expect(rows('update course set core = true where id = $1', [course])).rejects.toThrow(
      'course_taster_claims_nothing',
    );
  });

  it('that sets an order for its parts is refused, with the reason', async () => {
    const { courseId, slug: of } = await aModule('Ordered');
    await rows(
      `update course_version set manifest = manifest::jsonb || '{"standard":"scorm_2004","needsSequencing":true}'
        where course_id = $1`,
      [courseId],
    );
    expect((await form('yes', of)).text).toContain('This module sets an order for its parts');
  });

  it('is played on the content origin without an account, and the version’s own address is given to nobody', async () => {
    const before = await rows(
      'select count(*) from launch union all select count(*) from registration union all select count(*) from attempt',
    );
    const { statusCode, body, headers } = await content.inject(await start());
    expect(statusCode).toBe(200);
    expect(body).toContain('Only this browser keeps your place');
    expect(body).not.toContain(key);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const [, files] = /"files":"([^"]+)"/.exec(body)!;
    const file = await content.inject(`${files}one.html`);
    const usual = await content.inject(`/content/${key}/one.html`);
    expect([file.statusCode, file.headers['content-security-policy']]).toEqual([
      200,
      usual.headers['content-security-policy'],
    ]);
    expect(
      await rows(
        'select count(*) from launch union all select count(*) from registration union all select count(*) from attempt',
      ),
    ).toEqual(before);
    const another = files!.replace(/.\/$/, (end) => (end === 'A/' ? 'B/' : 'A/'));
    for (const forged of [another, `/tasted/${course}.${'A'.repeat(43)}/`])
      expect((await content.inject(`${forged}one.html`)).statusCode).toBe(404);
    for (const outside of [`${files}../../etc/passwd`, `${files}..%2f..%2fpackage.json`, files!])
      expect((await content.inject(outside)).statusCode).toBe(404);
    expect((await content.inject({ method: 'POST', url: `${files}one.html` })).statusCode).toBe(404);
  });

  it('has an address that ends within two days, and says then where to start again', async () => {
    const address = await start();
    expect((await content.inject(address)).statusCode).toBe(200);
    desk.clock.advance(3 * DAY);
    for (const bad of [address, '/taster/x', '/taster/x.y', `/taster/${course}.${'A'.repeat(43)}`]) {
      const { statusCode, body } = await content.inject(bad);
      expect([bad, statusCode]).toEqual([bad, 410]);
      expect(body).toContain('/thinking-about-it');
    }
    expect((await content.inject(await start())).statusCode).toBe(200);
  });

  it('is opened as often as a library needs, and not for ever', async () => {
    desk.clock.advance(120_000);
    const address = await start();
    const statuses = await Promise.all(
      Array.from({ length: 130 }, async () => (await content.inject(address)).statusCode),
    );
    expect(statuses.slice(0, 100)).toEqual(Array(100).fill(200));
    expect(statuses.at(-1)).toBe(429);
    const starts = await Promise.all(Array.from({ length: 70 }, async () => (await press(slug)).status));
    expect(starts.filter((one) => one === 429).length).toBeGreaterThanOrEqual(10);
    desk.clock.advance(120_000);
  });

  it('stays one before a poll when it becomes none, and is none yet when it becomes one', async () => {
    desk.clock.set('2027-03-01T09:00:00Z');
    await desk.app
      .get(FixedDates, { strict: false })
      .add({ on: '2027-05-06', kind: 'poll', title: 'Everybody' }, officer);
    const later = await aModule('Later');
    desk.clock.set('2027-04-15T09:00:00Z');
    await tasters().end(course, officer);
    await tasters().begin(later.courseId, officer);
    const frozen = await page();
    expect(frozen.text).toContain('Until the poll on 6 May 2027, the modules that can be tried here stay');
    expect(frozen.text).toContain('Poll Thursday 6 May 2027');
    expect([frozen.body.includes(`/taster/${slug}"`), frozen.body.includes(`/taster/${later.slug}"`)]).toEqual([
      true,
      false,
    ]);
    expect((await content.inject(await start())).statusCode).toBe(200);
    expect((await get(`/taster/${later.slug}`)).status).toBe(404);
    expect((await desk.get('officer', `/admin/modules/${later.slug}/taster`)).text).toContain(
      'is shown from 7 May 2027 on',
    );
    desk.clock.set('2027-05-07T09:00:00Z');
    const after = await page();
    expect([after.body.includes(`/taster/${slug}"`), after.body.includes(`/taster/${later.slug}"`)]).toEqual([
      false,
      true,
    ]);
  });
});
