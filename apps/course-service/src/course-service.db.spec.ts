import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Council, FileStore } from '@induct/platform';
import { Launching } from '@induct/progress';
import { declaredRoutes } from '@induct/sign-in';
import { Previews } from '@induct/steering';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { FixedClock } from '../../../test/support/fixed-clock';
import { aCourse, aMember, aTree } from '../../../test/support/given-learning';
import { anOpenRound, aPersonWho, aVersionUnderTest } from '../../../test/support/given-round';
import { builtPlayer } from '../../../test/support/built-player';
import { createCourseService } from './app';

describe('the course service', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let key: string;
  let versionId: string;
  let courseId: string;
  const clock = new FixedClock();
  const page = Buffer.from('<p>Hello</p>'.repeat(200));
  const film = randomBytes(600_000);

  beforeAll(async () => {
    builtPlayer();
    database = await cloneDatabase();
    app = await createCourseService(testConfig(database.url), database.source, { clock });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    ({ courseId, versionId } = await aCourse(database.source, aTree({ one: { href: 'one.html' }, two: {} })));
    [{ key }] = await database.source.query('select key from course_version where id = $1', [versionId]);
    await addFile('Start/One Page.html', page, 'text/html; charset=utf-8', gzipSync(page));
    await addFile('film.mp4', film, 'video/mp4');
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  async function addFile(path: string, data: Buffer, type: string, zipped?: Buffer): Promise<void> {
    const store = app.get(FileStore);
    const sha256 = await store.put(data);
    if (zipped) {
      const folder = await store.stage();
      await import('node:fs/promises').then(({ writeFile }) => writeFile(`${folder}/zipped`, zipped));
      await store.adopt(`${folder}/zipped`, sha256, 'gzip');
    }
    await database.source.query('insert into package_file values ($1, $2, $3, $4, $5, $6)', [
      versionId,
      path,
      Buffer.from(sha256, 'hex'),
      data.length,
      type,
      zipped?.length ?? null,
    ]);
  }
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

  it('answers a package file, the second time without asking the database', async () => {
    const queries = jest.spyOn(database.source, 'query');
    const url = `/content/${key}/Start/One%20Page.html`;
    const first = await get(`${url}?x=1`);
    expect([first.statusCode, first.rawPayload.equals(page)]).toEqual([200, true]);
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(first.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(first.headers['set-cookie']).toBeUndefined();
    const asked = queries.mock.calls.length;
    const again = await get(url, { 'accept-encoding': 'gzip' });
    expect([again.headers['content-encoding'], again.rawPayload.equals(gzipSync(page))]).toEqual(['gzip', true]);
    expect((await get(url, { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304);
    expect(queries.mock.calls.length).toBe(asked);
    queries.mockRestore();
  });

  it('lets a page load from the websites that an officer has agreed to for its version, and from no other', async () => {
    const url = `/content/${key}/Start/One%20Page.html`;
    const closed = await get(url);
    expect(String(closed.headers['content-security-policy'])).not.toMatch(/https?:|\*/);
    expect(closed.headers['cache-control']).toBe('no-cache');
    await database.source.query(
      `insert into version_host values ($1, 'www.youtube.com', '{frames}', 'The film', null, $2)`,
      [versionId, clock.now()],
    );
    clock.advance(6_000);
    const held = await get(url, { 'if-none-match': String(closed.headers.etag) });
    expect(held.statusCode).toBe(200);
    const policy = String(held.headers['content-security-policy']);
    expect(policy.match(/[a-z-]+ [^;]*https:[^;]*/g)).toEqual([
      "frame-src 'self' data: blob: https://www.youtube.com",
      "object-src 'self' data: blob: https://www.youtube.com",
    ]);
    expect(String((await get(`/content/${key}/film.mp4`)).headers['content-security-policy'])).not.toContain('https');
    await database.source.query('delete from version_host');
    clock.advance(6_000);
    expect(String((await get(url)).headers['content-security-policy'])).not.toContain('youtube');
  });

  it('finds a file that the package names in the wrong case', async () => {
    expect((await get(`/content/${key}/START/one%20page.HTML`)).rawPayload.equals(page)).toBe(true);
  });

  it('answers parts of a film, small and large', async () => {
    const part = await get(`/content/${key}/film.mp4`, { range: 'bytes=100000-399999' });
    expect([part.statusCode, part.rawPayload.equals(film.subarray(100_000, 400_000))]).toEqual([206, true]);
    expect((await get(`/content/${key}/film.mp4`, { range: 'bytes=600000-' })).statusCode).toBe(416);
    const head = await app.inject({ method: 'HEAD', url: `/content/${key}/film.mp4` });
    expect([head.statusCode, head.headers['content-length'], head.rawPayload.length]).toEqual([200, '600000', 0]);
  });

  it.each([
    '/content/nothing-like-it/film.mp4',
    '/content/KEY/missing.html',
    '/content/KEY/../../etc/passwd',
    '/content/KEY/',
  ])('has nothing at %s', async (url) => {
    expect((await get(url.replace('KEY', key))).statusCode).toBe(404);
  });

  it('answers no script of a service worker', async () => {
    const reply = await get(`/content/${key}/Start/One%20Page.html`, { 'service-worker': 'script' });
    expect([reply.statusCode, reply.body.includes('Hello')]).toEqual([403, false]);
  });

  it('shows the player with its state in the page, and the content in its frame', async () => {
    const { token, launchId } = await app
      .get(Launching)
      .open({ personId: await aMember(database.source, '</script><b>'), courseId });
    const reply = await get(`/launch/${token}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'permissions-policy': expect.stringMatching(
        /^unload=\(self\), camera=\(\), microphone=\(\), geolocation=\(\), payment=\(\)/,
      ),
      'referrer-policy': 'no-referrer',
    });
    // The content is opened by the player, when it has looked for what was not sent last time.
    expect(reply.body).toMatch(
      /<iframe id="sco" title="one" sandbox="allow-scripts [^"]+" allow="[^"]*camera &#39;none&#39;/,
    );
    expect(reply.body).toContain(`"href":"/content/${key}/one.html"`);
    expect(reply.headers['content-security-policy']).toContain('script-src localhost:80/player/;');
    const state = /<script type="application\/json" id="launch-state">(.*?)<\/script>/s.exec(reply.body)![1]!;
    expect(JSON.parse(state)).toMatchObject({
      launch: { id: launchId },
      learner: { name: '</script><b>' },
      current: 'one',
    });
    const script = /<script src="(\/player\/scorm_12-[^"]+)">/.exec(reply.body)![1]!;
    const asset = await get(script, { 'accept-encoding': 'gzip, br' });
    expect([asset.statusCode, asset.headers['content-encoding']]).toEqual([200, 'br']);
    expect((await get('/player/manifest.json')).statusCode).toBe(404);
  });

  it('shows a preview with the same headers, the testing panel, and scripts of its own', async () => {
    const by = await aPersonWho(database.source, 'tester');
    const { versionId: tested } = await aVersionUnderTest(database.source, versionId);
    const roundId = await anOpenRound(database.source, { versionId: tested, testers: [by], at: clock.now() });
    const { token } = await app.get(Previews).open({ versionId: tested, roundId, by });
    const launch = await app.get(Launching).open({ personId: await aMember(database.source), courseId });
    const [reply, player] = [await get(`/preview/${token}`), await get(`/launch/${launch.token}`)];
    expect(reply.statusCode).toBe(200);
    const same = ['content-security-policy', 'cache-control', 'permissions-policy', 'referrer-policy', 'content-type'];
    for (const name of same) expect([name, reply.headers[name]]).toEqual([name, player.headers[name]]);
    expect(reply.body).toContain('<strong>Preview.</strong> Nothing is recorded for anybody.');
    expect(reply.body).toMatch(/src="\/player\/preview_scorm_12-[^"]+\.js"/);
    expect(reply.body).not.toContain('Tess Tester');
    expect(player.body).not.toMatch(/preview|panel/i);
    const unknown = await get('/preview/never-heard-of');
    expect([unknown.statusCode, unknown.body.includes('Go to the Members Area')]).toEqual([404, true]);
    clock.advance(13 * 3_600_000);
    expect((await get(`/preview/${token}`)).statusCode).toBe(410);
  });

  it('gives the council’s own words of the moment to a module that has a place for them, in a launch and in a preview', async () => {
    const { source } = database;
    const own = await aCourse(source, aTree({ one: {} }));
    const facts = [{ key: 'fraud_line', label: 'Fraud line', kind: 'text', says: 'the team' }];
    await source.query('update course_version set declared = $2 where id = $1', [
      own.versionId,
      JSON.stringify({ format: 1, screens: [], facts, lines: [], review: [] }),
    ]);
    const by = await aPersonWho(source, 'officer');
    const launched = await app.get(Launching).open({ personId: await aMember(source), courseId: own.courseId });
    const preview = await app.get(Previews).open({ versionId: own.versionId, roundId: null, by });
    const said = async (address: string) => {
      const [, json] = /id="council-words">(.*?)<\/script>/s.exec((await get(address)).body) ?? [];
      return json && JSON.parse(json);
    };
    for (const words of ['</script><b>us', '01632 960 999']) {
      await source.query('insert into local_fact (key, words, set_by, set_at) values ($1, $2, $3, $4)', [
        'fraud_line',
        words,
        by,
        clock.now(),
      ]);
      const now = { facts: { fraud_line: words.replaceAll(/(\d) (?=\d)/g, '$1\u00a0') }, paragraphs: {} };
      expect((await get(`/preview/${preview.token}`)).body).toContain('is not a part of what is signed off');
      expect([await said(`/launch/${launched.token}`), await said(`/preview/${preview.token}`)]).toEqual([now, now]);
    }
    const other = await app.get(Launching).open({ personId: await aMember(source), courseId });
    expect(await said(`/launch/${other.token}`)).toBeUndefined();
  });

  it('shows the way back when the address is dead', async () => {
    const unknown = await get('/launch/never-heard-of', { accept: 'text/html' });
    expect([unknown.statusCode, unknown.body.includes('Go to the Members Area')]).toEqual([404, true]);
    const { token } = await app.get(Launching).open({ personId: await aMember(database.source), courseId });
    clock.advance(13 * 3_600_000);
    const late = await get(`/launch/${token}`);
    expect([late.statusCode, late.body.includes('left open for too long')]).toEqual([410, true]);
    expect(late.body).toContain('href="http://localhost:3000/"');
  });

  it('wears the council’s colour once it has said one', async () => {
    const open = async () => {
      const { token } = await app.get(Launching).open({ personId: await aMember(database.source), courseId });
      return (await get(`/launch/${token}`)).body;
    };
    expect(await open()).not.toContain('/player/council-');
    expect((await get('/player/council-1.css')).statusCode).toBe(404);
    const by = await aPersonWho(database.source, 'officer');
    await app.get(Council).change({ said: { bar: '#7a0c2e' }, basedOn: 0, by });
    const dressed = await open();
    expect(dressed).toContain('<meta name="theme-color" content="#7a0c2e">');
    expect(dressed).toContain('<link rel="stylesheet" href="/player/council-1.css">');
    const css = await get('/player/council-1.css');
    expect([css.headers['content-type'], css.body]).toEqual([
      'text/css; charset=utf-8',
      ':root{--brand:#7a0c2e;--brand-dark:#5a0922;--brand-tint:#f6eef0}\n',
    ]);
    expect((await get('/player/council-x.css')).statusCode).toBe(404);
  });

  it('says who may use each of its routes', () => {
    const routes = declaredRoutes(app);
    expect(routes.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '/launch/:token',
        '/preview/:token',
        '/player/:name',
        '/player/council-:revision.css',
        '/content/:key/*',
      ]),
    );
    expect(routes.filter(({ permissions }) => !permissions)).toEqual([]);
  });

  it('gives every version a host of its own when it is told to', async () => {
    const config = testConfig(database.url, { CONTENT_ORIGIN: 'http://*.content.example' });
    const apart = await createCourseService(
      { ...config, DATA_DIR: app.get(FileStore).path('0'.repeat(64)).split('/files/')[0]! },
      database.source,
    );
    await apart.init();
    await apart.getHttpAdapter().getInstance().ready();
    const at = (host: string) => apart.inject({ url: `/content/${key}/film.mp4`, headers: { host } });
    expect((await at(`v${versionId.replaceAll('-', '')}.content.example`)).statusCode).toBe(200);
    expect((await at(`v${'0'.repeat(32)}.content.example`)).statusCode).toBe(404);
    await apart.close();
  });
});
