import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../../../../../test/support/eventually';
import { Desk } from '../../../../../test/support/given-desk';
import { paging } from '../../lists/paging';

const at = '2026-11-22T14:32:00Z';
const FORMULA = '=HYPERLINK("http://evil.example","Ann")';

let desk: Desk;
const names = (body: string) => [...body.matchAll(/\/admin\/members\/[^"]+">([^<]+)</g)].map(([, name]) => name);
const list = (query: string) => desk.get('officer', `/admin/progress?${query}`);
/** What stands above so many rows of one page. */
const shows = (rows: number) => paging(1, 25, rows, String).says ?? 'Nobody matches';

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

it('says what to do first when no module is published', async () => {
  const { status, text } = await desk.get('officer', '/admin/progress');
  expect(status).toBe(200);
  expect(text).toContain('No module is published yet');
});

describe('with two modules and some members', () => {
  let code: { id: string; versionId: string };
  const people: Record<string, string> = {};

  beforeAll(async () => {
    const { given } = desk;
    code = await given.aModule({ title: 'The code of conduct', core: true, slug: 'code' });
    const planning = await given.aModule({ title: 'Planning <basics>', slug: 'planning' });
    for (const [name, group] of [
      ['Ann Baker', 'Green'],
      ['Bob O’Neill', 'Labour'],
      ['Cleo Dunn', 'Labour'],
      [FORMULA, 'Green'],
    ] as const)
      people[name] = await given.aPerson({ name, group });
    await given.aResult(people['Ann Baker']!, code, {
      at,
      completion: 'completed',
      success: 'passed',
      score: 85,
      done: true,
    });
    await given.aResult(people['Ann Baker']!, planning, { at: '2026-11-20T09:00:00Z', progress: 0.5 });
    await given.aResult(people['Bob O’Neill']!, code, { at, completion: 'completed', success: 'failed', score: 60 });
    await given.aResult(people['Cleo Dunn']!, code, { at, completion: 'not_attempted' });
  });

  it('shows every member beside every module, with the status in words and the time it was recorded', async () => {
    const { text, body } = await list('');
    expect(text).toContain('4 members, 2 published modules: 8 records. Counted at 14:32 on 22 November 2026.');
    expect(text).toContain('Ann Baker Green The code of conduct Completed score 85% 14:32 on 22 November 2026');
    expect(text).toMatch(/In progress 50% done\s*09:00 on 20 November 2026/);
    expect(text).toMatch(/Not passed yet score 60%/);
    expect(text).toMatch(/In progress opened, nothing recorded yet/);
    expect(body).toContain('Planning &lt;basics&gt;');
    expect(body).not.toContain('Planning <basics>');
  });

  it.each([
    ['module=code', 4],
    ['group=Green', 4],
    ['status=not_started', 4],
    ['status=completed', 1],
    ['status=in_progress', 2],
    ['status=not_passed', 1],
    ['search=b', 4],
    ['search=ANN+B', 2],
    ['search=oneill', 2],
    ['search=O%27Neill', 2],
    ['search=O%E2%80%99Neill%2C++B%C3%B3b', 2],
    ['module=code&group=Labour&status=not_passed', 1],
    ['module=unknown', 0],
    ['search=%25', 0],
  ])('filters by %s', async (query, rows) => {
    const { body, text } = await list(query);
    expect(names(body)).toHaveLength(rows);
    expect(text).toContain(shows(rows));
  });

  it('counts what it shows: the picture and the list agree for every status', async () => {
    for (const status of ['completed', 'in_progress', 'not_passed', 'not_started']) {
      const { body, text } = await list(`status=${status}`);
      expect(text).toContain(shows(names(body).length));
    }
  });

  it('orders by name both ways, and by when something was recorded', async () => {
    expect(names((await list('sort=name')).body)[0]).toBe('Ann Baker');
    expect(names((await list('sort=name-back')).body)[0]).toContain('=HYPERLINK');
    expect(names((await list('sort=oldest')).body)[0]).toBe('Ann Baker');
    expect(names((await list('sort=newest&module=planning')).body)[0]).toBe('Ann Baker');
  });

  it('gives the file of the same filter, safe to open in a spreadsheet, and records who took it', async () => {
    const { status, headers, body } = await desk.get('officer', '/admin/progress.csv?group=Green&sort=name&page=7');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="progress-2026-11-22.csv"');
    const lines = body.split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFName,Political group,Module,Status/);
    expect(lines).toHaveLength(1 + 4 + 1);
    expect(lines[3]).toBe(`"'=HYPERLINK(""http://evil.example"",""Ann"")",Green,Planning <basics>,Not started,,,,,,,`);
    expect(lines[1]).toBe('Ann Baker,Green,Planning <basics>,In progress,,50,21,reported,2026-11-20 09:00,,');
    const exported = (await desk.audited()).findLast(({ action }) => action === 'progress.exported');
    expect(exported).toMatchObject({ actor: await desk.who('officer'), detail: { group: 'Green', searched: false } });
  });

  it('gives the same list as JSON, and records who took it', async () => {
    const { status, headers, body } = await desk.get('officer', '/admin/progress.json?group=Green&sort=name&page=7');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="progress-2026-11-22.json"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(body).not.toMatch(/[<>&]/);
    const { columns, rows } = JSON.parse(body) as { columns: { key: string; head: string }[]; rows: object[] };
    const csv = await desk.get('officer', '/admin/progress.csv?group=Green&sort=name');
    expect(`\uFEFF${columns.map(({ head }) => head).join(',')}`).toBe(csv.body.split('\r\n')[0]);
    expect(rows).toHaveLength(4);
    expect(rows[2]).toMatchObject({
      name: '=HYPERLINK("http://evil.example","Ann")',
      module: 'Planning <basics>',
      score: null,
    });
    expect(rows[0]).toEqual({
      name: 'Ann Baker',
      politicalGroup: 'Green',
      module: 'Planning <basics>',
      status: 'In progress',
      score: null,
      done: 50,
      learningTimeMinutes: 21,
      learningTimeIs: 'reported',
      lastRecorded: '2026-11-20T09:00:00.000Z',
      completed: null,
      retakeBy: null,
    });
    const taken = (await desk.audited()).filter(({ action }) => action === 'progress.exported').slice(-2);
    expect(taken).toMatchObject([
      { actor: await desk.who('officer'), detail: { group: 'Green', searched: false, as: 'json' } },
      { detail: { as: 'csv' } },
    ]);
  });

  it.each(['member', 'tester', 'administrator', 'auditor'] as const)('refuses a %s', async (role) => {
    expect((await desk.get(role, '/admin/progress')).status).toBe(403);
    expect((await desk.get(role, '/admin/progress.csv')).status).toBe(403);
    expect((await desk.get(role, '/admin/progress.json')).status).toBe(403);
  });

  it('sends a stranger to sign in and back', async () => {
    const { status, headers } = await desk.get(undefined, '/admin/progress?status=completed');
    expect(status).toBe(303);
    expect(headers.location).toBe('/sign-in?next=%2Fadmin%2Fprogress%3Fstatus%3Dcompleted');
  });

  describe('and a long list', () => {
    beforeAll(async () => {
      for (let nth = 10; nth < 40; nth += 1) await desk.given.aPerson({ name: `Member ${nth}`, group: 'Independent' });
    });

    it('cuts it into pages that together show everybody once', async () => {
      const seen: string[] = [];
      for (let page = 1; page <= 3; page += 1) {
        const { body } = await list(`group=Independent&page=${page}`);
        seen.push(...(names(body) as string[]));
      }
      expect(seen).toHaveLength(60);
      expect(new Set(seen).size).toBe(30);
      expect(seen).toEqual(seen.toSorted());
    });

    it('cuts a list that is not in the order of names, too', async () => {
      const seen: string[] = [];
      for (let page = 1; page <= 3; page += 1) {
        seen.push(
          ...(names((await list(`group=Independent&status=not_started&sort=newest&page=${page}`)).body) as string[]),
        );
      }
      expect(seen).toHaveLength(60);
      expect(new Set(seen).size).toBe(30);
    });

    it('shows the last page when a later one is asked for', async () => {
      const { text, body } = await list('group=Independent&page=99');
      expect(text).toContain('Showing 51 to 60 of 60');
      expect(names(body)).toHaveLength(10);
    });

    // With the member who was refused above.
    it('shows up to 2,000 rows on one page', async () => {
      const { body, text } = await list('per=2000');
      expect(names(body)).toHaveLength(70);
      expect(text).toContain('Showing all 70');
    });
  });

  describe('and a reader who takes the file slowly', () => {
    afterAll(() => desk.database.source.query(`delete from person where name like 'Crowd %'`));

    it('holds no connection for as long as that takes', async () => {
      const { source } = desk.database;
      await source.query(`
        with crowd as (insert into person (id, name, email, created_at)
          select gen_random_uuid(), 'Crowd ' || n, 'crowd' || n || '@northmoor.example', now()
            from generate_series(1, 3000) n returning id)
        insert into person_role (person_id, role) select id, 'member' from crowd`);
      const reply = await desk.app.inject({
        url: '/admin/progress.csv',
        headers: { cookie: await desk.cookie('officer') },
        payloadAsStream: true,
      });
      const [{ busy }] = await source.query<[{ busy: number }]>(
        `select count(*)::int as busy from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%'`,
      );
      expect(busy).toBe(0);
      let lines = 0;
      for await (const piece of reply.stream()) lines += String(piece).split('\r\n').length - 1;
      expect(lines).toBeGreaterThan(6000);
      const staged = () => readdir(join(desk.config.DATA_DIR, 'files/staging'));
      await eventually('nothing to be left of the file', async () => (await staged()).length === 0);
    });
  });
});
