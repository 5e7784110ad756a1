import { openDatabase, Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import { Client } from 'pg';
import { createMembersArea } from '../../apps/members-area/src';
import { testConfig } from '../support/config';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { aBigCouncil, GROUPS } from './big-council';
import { type Figure, percentiles } from './figure';
import { figure, timed, Visitor } from './visits';

const HOME_SQL = `
  select c.slug, c.title, c.summary, c.minutes, c.core, r.completion, r.success, r.score, r.progress, r.started_at,
         r.recorded_at, r.completed_at
    from course c left join registration r on r.course_id = c.id and r.person_id = $1
   where c.published_version_id is not null order by c.core desc, c.title`;
const PROGRESS_SQL = `
  with people as materialized (
    select id, name, name_folded, political_group from person p
     where exists (select 1 from person_role x where x.person_id = p.id and x.role = 'member')
     order by name_folded, name, id limit $1::int / 10)
  select p.id, p.name, p.political_group, c.title, r.completion, r.success, r.score, r.progress, r.recorded_at,
         r.completed_at
    from people p cross join course c
    left join lateral (
      select * from registration r where r.person_id = p.id and r.course_id = c.id offset 0
    ) r on true
   order by p.name_folded, p.name, p.id, c.title`;

/** Pages with 10,000 members, through the real application; the floor is the page's bare SQL and JSON.stringify. */
export async function pagesBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const { url } = database;
  const source = await openDatabase(url, allTables);
  const bare = new Client({ connectionString: url });
  await bare.connect();
  const port = await trial.freePort();
  const app = await createMembersArea(testConfig(url, { PORT: String(port) }), source);
  const visitor = new Visitor();
  try {
    trial.say('  10,000 members on ten modules …');
    const { officerId, memberIds } = await aBigCouncil(source);
    await database.asOwner('vacuum analyze');
    await app.listen(port, '127.0.0.1');
    const signIns = app.get(SignIns, { strict: false });
    const signIn = (id: string) => app.get(Transactions).run((tx) => signIns.signIn(tx, id, { by: 'letter' }));
    const officer = await signIn(officerId);
    const members = await Promise.all(memberIds.slice(0, 50).map(signIn));
    const visit = (id: string, path: string) => visitor.visit(port, id, path);
    const floorOf = async (sql: string, values: (nth: number) => unknown[], times: number) => {
      const all = await timed(times, async (nth) => {
        const { rows } = await bare.query({ name: sql.slice(0, 60), text: sql, values: values(nth) });
        return JSON.stringify(rows).length;
      });
      return percentiles(all).p50 / 1000;
    };
    const pages = officerPages();
    return {
      home: figure(
        await timed(400, (nth) => visit(members[nth % members.length]!, '/')),
        await floorOf(HOME_SQL, (nth) => [memberIds[nth % memberIds.length]], 400),
        30,
      ),
      progress: figure(
        await timed(400, (nth) => visit(officer, pages[nth % pages.length]!)),
        await floorOf(PROGRESS_SQL, () => [30], 400),
        30,
      ),
      rows2000: figure(
        await timed(60, () => visit(officer, '/admin/progress?per=2000')),
        await floorOf(PROGRESS_SQL, () => [2000], 60),
        100,
      ),
      csv2000: figure(
        await timed(60, () => visit(officer, '/admin/progress.csv?module=module-3&group=Green')),
        await floorOf(PROGRESS_SQL, () => [2000], 60),
        100,
      ),
    };
  } finally {
    visitor.leave();
    await app.close();
    await bare.end();
    await source.destroy();
    await database.drop();
  }
}

/** What officers do on that page: leaf through it, and narrow it down. */
function officerPages(): string[] {
  const start = '/admin/progress';
  return [
    start,
    ...[2, 3, 40, 400, 2000, 3999].map((page) => `${start}?page=${page}`),
    ...GROUPS.map((group) => `${start}?group=${encodeURIComponent(group)}`),
    ...[1, 2, 3].map((module) => `${start}?module=module-${module}`),
    `${start}?status=not_started`,
    `${start}?module=module-1&status=not_passed`,
    `${start}?search=prosser`,
    `${start}?per=100`,
  ];
}
