import { randomUUID } from 'node:crypto';
import { prepareDatabase, type Tables } from '@induct/platform';
import { Client } from 'pg';
import { LIBS } from '../../libs';

/** Windows, and what came with them. */
const WINDOWS_CAME = 1_796_000_000_000;
const numberOf = ({ name }: Function) => Number(/\d{13}$/.exec(name)![0]);
const before: Tables[] = LIBS.map(({ migrations }) => ({
  entities: [],
  migrations: migrations.filter((migration) => numberOf(migration) < WINDOWS_CAME),
}));

const name = `spec_${randomUUID().slice(0, 8)}`;
const named = (url: string) => url.replace(/induct$/, name);
const superuser = process.env.TEST_POSTGRES_URL!;
const [admin, app] = [named(superuser), named(process.env.TEST_APP_URL!)];

async function query<Row>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('a council that is brought up to date from before there were windows', () => {
  const [ann, publication, course, version] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;
  const DUE = 'select person_id, publication_id, due_on::text, number, change_note from due_renewal';
  const due = [{ person_id: ann, publication_id: publication, due_on: '2027-03-01', number: 1, change_note: 'New' }];

  let dueBefore: unknown[];

  beforeAll(async () => {
    await query(superuser, `create database ${name}`);
    await prepareDatabase(admin, app, before);
    await query(
      app,
      `insert into person (id, name, email, created_at) values ($1, 'Ann', 'ann@example.org', '2026-11-22')`,
      [ann],
    );
    for (let time = 0; time < 2; time++) {
      await query(
        app,
        `insert into person_role_past (person_id, role, confirms_from, granted_alone, left_at)
         values ($1, 'tester', '2026-11-22', false, '2026-11-23')`,
        [ann],
      );
    }
    // The walls around publishing are not looked at here.
    await query(admin, `alter table publication disable trigger all`);
    await query(
      admin,
      `insert into course (id, slug, title, summary, core, created_at) values ($1, 'x', 'X', '', true, now())`,
      [course],
    );
    await query(
      admin,
      `insert into publication (id, course_id, version_id, number, ground, round_id, policy, change_note, retake_by, half_way,
         published_by, published_at)
       values ($1, $2, $3, 1, 'round', $3, 'retake', 'New', '2027-03-01', 'finish_old', $4, '2026-11-22')`,
      [publication, course, version, ann],
    );
    await query(
      app,
      `insert into renewal (publication_id, person_id, course_id, due_on) values ($1, $2, $3, '2027-03-01')`,
      [publication, ann, course],
    );
    await query(
      app,
      `insert into setting values ('certificate.signatories', '[{"name": "Ann Chair", "office": "Chair", "signature": "m-ellison"},
         {"name": "Bob Head", "office": "Head of Democratic Services"}]', '2026-11-22')`,
    );
    dueBefore = await query(app, DUE);
    for (let time = 0; time < 2; time++) await prepareDatabase(admin, app, LIBS);
  });
  afterAll(() => query(superuser, `drop database if exists ${name} with (force)`));

  it('shows what was there through the windows', async () => {
    expect([dueBefore, await query(app, DUE)]).toEqual([due, due]);
    expect(await query(app, 'select person_id, first_due_on::text from retake_due')).toEqual([
      { person_id: ann, first_due_on: '2027-03-01' },
    ]);
    expect(await query(app, 'select name, is_active from person_current')).toEqual([{ name: 'Ann', is_active: true }]);
  });

  it('numbers the rows of the past, and takes further ones', async () => {
    await query(
      app,
      `insert into person_role_past (person_id, role, confirms_from, granted_alone, left_at)
       values ($1, 'tester', '2026-11-22', false, '2026-11-24')`,
      [ann],
    );
    const rows = await query<{ id: string }>(app, 'select id from person_role_past order by id');
    expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('makes rows of who signs certificates, which was a setting', async () => {
    const signing = await query(
      app,
      `select name, office, signature, place, during::text from signatory where superseded_at is null order by place`,
    );
    const since = { during: '[2000-01-01,)' };
    expect(signing).toEqual([
      { name: 'Ann Chair', office: 'Chair', signature: 'm-ellison', place: 1, ...since },
      { name: 'Bob Head', office: 'Head of Democratic Services', signature: null, place: 2, ...since },
    ]);
    expect(await query(app, `select from setting where key = 'certificate.signatories'`)).toEqual([]);
  });

  it('gives the applications every window to read, and none to write to', async () => {
    const windows = await query<{ name: string; reads: boolean; writes: boolean; owner: string }>(
      app,
      `select relname as name, has_table_privilege('induct_app', oid, 'select') as reads,
              has_table_privilege('induct_app', oid, 'insert, update, delete') as writes,
              pg_get_userbyid(relowner) as owner
         from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace`,
    );
    expect(windows.length).toBeGreaterThan(20);
    expect(windows.filter(({ reads, writes, owner }) => !reads || writes || owner !== 'induct_owner')).toEqual([]);
    for (const window of windows) await query(app, `select from ${window.name} limit 1`);
  });
});
