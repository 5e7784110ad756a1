import { PageCounts } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const counted = (desk: Desk) =>
  desk.database.source.query<{ route: string; reader: string; count: number }[]>(
    'select route, reader, count from page_count order by route, reader',
  );

let desk: Desk;
beforeAll(async () => (desk = await Desk.open()));
afterAll(() => desk?.close());

const written = () => desk.app.get(PageCounts, { strict: false }).work();
const read = async (url: string, more: Record<string, string> = {}) => {
  const headers = { accept: 'text/html', 'user-agent': FIREFOX, ...more };
  return desk.app.inject({ url, headers });
};

it('says when nothing was counted', async () => {
  expect((await desk.get('officer', '/admin/usage')).text).toContain('Nothing was counted');
});

it('counts what people read, by page and kind of reader, and nothing else', async () => {
  const member = await desk.cookie('member');
  for (let nth = 0; nth < 6; nth += 1) await read('/contact');
  for (let nth = 0; nth < 3; nth += 1) await read('/modules?q=secret', { cookie: member });
  await read('/verify/no-such-number');
  await read('/nowhere');
  await read('/health');
  await read('/contact', { 'user-agent': 'Googlebot/2.1' });
  await read('/contact', { 'sec-purpose': 'prefetch' });
  await written();
  const rows = await counted(desk);
  expect(rows).toContainEqual({ route: '/contact', reader: 'public', count: 6 });
  expect(rows).toContainEqual({ route: '/modules', reader: 'member', count: 3 });
  expect(rows.map(({ route }) => route)).not.toContain('/health');
  expect(JSON.stringify(rows)).not.toMatch(/secret|nowhere|no-such-number/);
  await read('/contact');
  await written();
  expect(await counted(desk)).toContainEqual({ route: '/contact', reader: 'public', count: 7 });
});

it('shows it to the desk, without small numbers, also in the file', async () => {
  const { text } = await desk.get('officer', '/admin/usage');
  expect(text).toMatch(/Contact Democratic Services \(\/contact\) 7 0 0 0/);
  expect(text).toMatch(/\(\/modules\) 0 fewer than 5 0 0/);
  const { body, headers } = await desk.get('auditor', '/admin/usage.csv?days=365');
  expect(headers['content-disposition']).toContain('usage-2026-11-22.csv');
  expect(body).toContain('Contact Democratic Services,/contact,7,0,0,0');
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'usage.exported' });
  for (const path of ['/admin/usage', '/admin/usage.csv']) expect((await desk.get('member', path)).status).toBe(403);
});

it('keeps 25 months', async () => {
  const add = `insert into page_count select d::date, '/old', 'public', 9 from unnest($1::text[]) d`;
  await desk.database.source.query(add, [['2024-10-21', '2024-10-22']]);
  desk.clock.advance(24 * 60 * 60 * 1000);
  await written();
  const rows = await desk.database.source.query(`select day::text from page_count where route = '/old'`);
  expect(rows).toEqual([]);
  await desk.database.source.query(add, [['2024-10-23', '2024-10-24']]);
  desk.clock.advance(24 * 60 * 60 * 1000);
  await written();
  expect(await desk.database.source.query(`select day::text from page_count where route = '/old'`)).toEqual([
    { day: '2024-10-24' },
  ]);
});
