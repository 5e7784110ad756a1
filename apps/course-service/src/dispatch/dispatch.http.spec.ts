import { buffer } from 'node:stream/consumers';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Dispatches, type DispatchOrder } from '@induct/course';
import { FileStore } from '@induct/platform';
import { readManifest } from '@induct/scorm';
import { builtPlayer } from '../../../../test/support/built-player';
import { Desk } from '../../../../test/support/given-desk';
import { aPackage } from '../../../../test/support/given-package';
import { scormPackage } from '../../../../test/support/packages';
import { unzip } from '../../../../content/player/test/unzip';
import { createCourseService } from '../app';

let desk: Desk;
let app: NestFastifyApplication;
let versionId: string;
let key: string;
beforeAll(async () => {
  builtPlayer();
  desk = await Desk.open();
  app = await createCourseService(desk.config, desk.database.source, { clock: desk.clock });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const zip = await scormPackage({ scos: [{ id: 'one', href: 'one.html' }] });
  ({ versionId, key } = await aPackage(desk.database.source, app.get(FileStore), zip));
});
afterAll(async () => {
  await app?.close();
  await desk?.close();
});

async function given(more: Partial<DispatchOrder> = {}) {
  const by = await desk.who('officer');
  const dispatches = desk.app.get(Dispatches, { strict: false });
  const order = { versionId, partner: 'Eastvale', endsOn: '2026-12-31', mostLaunches: null, sites: [], by, ...more };
  const id = await dispatches.make(order);
  const files = await unzip(await buffer(await dispatches.zip(id, 'scorm_12', by)));
  const [, token] = /data-token="([^"]+)"/.exec(String(files.get('index.html')))!;
  return { id, token: token!, dispatches, by, files };
}

async function open(id: string, fields: Record<string, string>) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const payload = new URLSearchParams(fields).toString();
  const {
    statusCode,
    body,
    headers: about,
  } = await app.inject({ method: 'POST', url: `/dispatch/${id}`, headers, payload });
  const [, files] = /"files":"([^"]+)"/.exec(body) ?? [];
  return { statusCode, body, about, files: files! };
}
const policyOf = (headers: Record<string, unknown>) => String(headers['content-security-policy']);

it('opens with the secret of a zip, and counts it', async () => {
  const { id, token, dispatches } = await given();
  const { statusCode, body, about, files } = await open(id, { token, first: 'yes' });
  expect(statusCode).toBe(200);
  expect(body).not.toContain(key);
  expect(body).not.toContain(token);
  expect(policyOf(about)).toMatch(/frame-ancestors 'self' https: http:;/);
  expect(about).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  const page = await app.inject(`${files}one.html`);
  expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
  const usual = await app.inject(`/content/${key}/one.html`);
  // The same walls, but for who is around it.
  const alike = (policy: string) => policy.replace(/frame-ancestors [^;]*/, '');
  expect(alike(policyOf(page.headers))).toBe(alike(policyOf(usual.headers)));
  expect(policyOf(usual.headers)).toContain("frame-ancestors 'self';");
  const pass = files.split('.')[1]!.slice(0, -1);
  const still = (completed: unknown) =>
    app.inject({ method: 'POST', url: `/dispatch/${id}/still`, payload: { pass, completed } });
  expect([(await still(true)).statusCode, (await still(false)).statusCode, (await still('x')).statusCode]).toEqual([
    204, 204, 404,
  ]);
  expect(await dispatches.days(id, 9)).toEqual([
    { dispatchId: id, day: '2026-11-22', launches: 1, begun: 1, completed: 1 },
  ]);
});

it('says no to a wrong secret, another’s, and what is no form, and counts nothing', async () => {
  const [one, two] = [await given(), await given()];
  for (const [id, fields] of [
    [one.id, { token: two.token }],
    [one.id, { token: '' }],
    [one.id, {}],
    ['x', { token: one.token }],
    [desk.config.PORT.toString(), { token: one.token }],
  ] as const) {
    const { statusCode, body, about } = await open(id, fields);
    expect([statusCode, body.includes('This module is not known here')]).toEqual([404, true]);
    expect(about['content-security-policy']).toContain('script-src ');
  }
  expect(await one.dispatches.days(one.id, 9)).toEqual([]);
  const { files } = await open(one.id, { token: one.token });
  for (const address of [
    files.replace(one.id, two.id),
    files.replace(/.\/$/, '!/'),
    '/dispatched/',
    `/dispatched/${one.id}.${'a'.repeat(43)}/`,
  ])
    expect([address, (await app.inject(`${address}one.html`)).statusCode]).toEqual([address, 404]);
  expect((await app.inject(`${files}..%2f..%2fone.html`)).statusCode).toBe(404);
});

it('ends by its number, its day and an officer: at once, for files that a browser holds as well', async () => {
  const { id, token, dispatches, by } = await given({ mostLaunches: 2 });
  const openings = await Promise.all([1, 2, 3, 4].map(() => open(id, { token })));
  expect(openings.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 200, 410, 410]);
  const { files } = openings.find(({ statusCode }) => statusCode === 200)!;
  expect((await open(id, { token })).body).toContain('opened as often as was agreed');
  expect((await app.inject(`${files}one.html`)).statusCode).toBe(200);
  await dispatches.revoke(id, by);
  desk.clock.advance(5_001);
  expect((await app.inject(`${files}one.html`)).statusCode).toBe(404);
  expect((await open(id, { token })).body).toContain('no longer available here');

  const short = await given({ endsOn: '2026-11-22' });
  const played = (await open(short.id, { token: short.token })).files;
  desk.clock.set('2026-11-23T09:00:00Z');
  expect((await open(short.id, { token: short.token })).body).toContain('The time for this module is over');
  // Whoever was in it at midnight goes on.
  expect((await app.inject(`${played}one.html`)).statusCode).toBe(200);
  desk.clock.set('2026-11-24T09:00:00Z');
  expect((await app.inject(`${played}one.html`)).statusCode).toBe(404);
});

it('keeps of a zip only the hash of its secret, and makes one that our own importer takes', async () => {
  const { id, token, files } = await given();
  const rows = await desk.database.source.query<object[]>('select * from dispatch_zip where dispatch_id = $1', [id]);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(await desk.audited())).not.toContain(token);
  expect([...files.keys()].toSorted()).toEqual(['dispatch.js', 'imsmanifest.xml', 'index.html']);
  const { tree, findings } = readManifest(files.get('imsmanifest.xml')!);
  expect([tree?.standard, findings.filter(({ severity }) => severity !== 'note')]).toEqual(['scorm_12', []]);
});
