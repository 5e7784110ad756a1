import { EVERY_QUEUE } from '@induct/platform';
import type { Queue } from 'bullmq';
import { Desk } from '../../../../../test/support/given-desk';
import { jobsView } from './jobs.view';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const ASKED = [
  '/admin/queues',
  '/admin/queues/',
  '/admin/%71ueues',
  '/admin/queues/queue/certificates',
  '/admin/queues/api/queues',
  '/admin/queues/static/js/anything.js',
];

it.each(ASKED)('lets nobody but an administrator see %s', async (path) => {
  for (const role of ['member', 'tester', 'officer', 'auditor'] as const) {
    expect([role, (await desk.get(role, path)).status]).toEqual([role, 403]);
    expect([role, (await desk.get(role, path, 'application/json')).status]).toEqual([role, 403]);
  }
  expect((await desk.get(undefined, path)).headers.location).toMatch(/^\/sign-in\?next=/);
  expect((await desk.get(undefined, path, 'application/json')).status).toBe(401);
});

it('shows an administrator the queues, and asks no other server for anything', async () => {
  const page = await desk.get('administrator', '/admin/queues');
  expect(page.status).toBe(200);
  expect(page.body).toContain('Induct queues');
  expect(page.body).not.toMatch(/https?:\/\/fonts/);
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'/);
  const script = /src="([^"]+main[^"]+\.js)"/.exec(page.body)![1]!;
  expect((await desk.get('administrator', `/admin/queues/${script}`)).status).toBe(200);
  const queues = await desk.get('administrator', '/admin/queues/api/queues', 'application/json');
  expect(queues.status).toBe(200);
  expect(JSON.parse(queues.body).queues.map(({ name }: { name: string }) => name)).toEqual([
    'certificates',
    'handbooks',
    'mail',
    'programmes',
    'reports',
    'sheets',
    'templates',
  ]);
});

it('says in words which queue is meant', () => {
  const all = desk.app.get<readonly Queue[]>(EVERY_QUEUE, { strict: false });
  const busy = all.map(({ name }) => ({ name, waiting: 1, active: 0 }));
  const names = jobsView([], busy, ['officer'], 'nowhere').queues.map(({ name }) => name);
  expect(names).toHaveLength(7);
  expect(names.filter((name) => !/^[A-Z]/.test(name))).toEqual([]);
});

it('lets nobody else change a queue, and no other site do it in an administrator’s name', async () => {
  const url = '/admin/queues/api/queues/pause';
  const cookie = await desk.cookie('administrator');
  const elsewhere = { cookie, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await desk.app.inject({ method: 'PUT', url, headers: elsewhere })).statusCode).toBe(403);
  const officer = { cookie: await desk.cookie('officer'), origin: desk.config.SITE_ORIGIN };
  expect((await desk.app.inject({ method: 'PUT', url, headers: officer })).statusCode).toBe(403);
});
