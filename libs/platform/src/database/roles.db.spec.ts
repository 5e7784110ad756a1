import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { allTables } from '../../../../test/support/tables';
import { CannotStart } from '../config/cannot-start';
import { migrate } from '../preparing/migrate';
import { prepareDatabase } from '../preparing/prepare-database';
import { prepareTables } from '../preparing/prepare-tables';

const superuser = () => process.env.TEST_POSTGRES_URL!;
const named = (url: string, name: string) => url.replace(/induct$/, name);

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('the roles of the database', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await cloneDatabase()));
  afterAll(() => database.drop());
  const asApp = (sql: string) => database.source.query<Record<string, unknown>[]>(sql);

  it('are no superusers, make no roles and no databases, and are members of nothing', async () => {
    const roles = await asApp(`
      select rolname from pg_roles r where rolname like 'induct\\_%' and not rolsuper and not rolcreaterole
        and not rolcreatedb and not rolbypassrls and not exists (select from pg_auth_members where member = r.oid)
      order by 1`);
    expect(roles.map(({ rolname }) => rolname)).toEqual(['induct_app', 'induct_confidential', 'induct_owner']);
    expect(await asApp('select current_user::text as me')).toEqual([{ me: 'induct_app' }]);
  });

  it('leave the applications no table to own, and none to make, change, empty or drop', async () => {
    expect(await asApp(`select relname from pg_class where pg_get_userbyid(relowner) = 'induct_app'`)).toEqual([]);
    await expect(asApp('create table mine ()')).rejects.toThrow('permission denied for schema public');
    await expect(asApp('alter table person add column more text')).rejects.toThrow('must be owner');
    await expect(asApp('truncate mail')).rejects.toThrow('permission denied');
    await expect(asApp('drop table mail')).rejects.toThrow('must be owner');
    await expect(asApp('set role induct_owner')).rejects.toThrow('permission denied');
    await expect(asApp(`delete from migration`)).rejects.toThrow('permission denied');
  });

  it.each([
    `'2400-01-01', 1000`,
    `'1500-01-01', 1`,
    `current_date, 7`,
    `(current_date + interval '13 months')::date, 1`,
    `current_date, null`,
    `null, 1`,
    `'infinity', 1`,
  ])('leave them no more of the commit log to prepare than the next months: not %s', async (months) => {
    const tables = async () => (await asApp(`select relname from pg_class where relname like 'commit\\_log%'`)).length;
    const before = await tables();
    await expect(asApp(`select prepare_commit_log(${months})`)).rejects.toThrow('the next months only');
    expect(await tables()).toBe(before);
  });

  it('give the confidential one nothing', async () => {
    const rights = await asApp(`
      select c.oid::regclass from pg_class c join pg_namespace n on n.oid = relnamespace
      where nspname in ('public', 'bullmq') and relkind in ('r', 'p', 'v')
        and has_table_privilege('induct_confidential', c.oid, 'select, insert, update, delete')`);
    expect(rights).toEqual([]);
  });

  it('let the applications use what a later migration makes, and change nothing that is for ever', async () => {
    await database.asOwner(`
      create table later (id bigint generated always as identity, word text);
      create function later_word() returns text language sql as $$ select 'word' $$;
      create table later_event (word text);
      create function later_event_is_for_ever() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
      create trigger later_event_is_for_ever before update or delete on later_event
        for each row execute function later_event_is_for_ever()`);
    await migrate(named(process.env.TEST_OWNER_URL!, new URL(database.url).pathname.slice(1)), allTables);
    await asApp('insert into later (word) values (later_word()); update later set word = word; delete from later');
    await asApp(`insert into later_event values ('said')`);
    await expect(asApp('update later_event set word = word')).rejects.toThrow('permission denied');
    await expect(asApp('delete from later_event')).rejects.toThrow('permission denied');
    await database.asOwner('drop table later, later_event; drop function later_word, later_event_is_for_ever');
  });
});

describe('a database of one’s own', () => {
  const name = `spec_${randomUUID().slice(0, 8)}`;
  const old = () => named(superuser(), name);
  const app = () => named(process.env.TEST_APP_URL!, name);
  beforeAll(() => query(superuser(), `create database ${name}`));
  afterAll(() => query(superuser(), `drop database ${name} with (force)`));
  const settings = (url: string, more: object = {}) => ({ NODE_ENV: 'test' as const, DATABASE_URL: url, ...more });

  it('is refused in production, and warned about elsewhere, when Induct would be a superuser', async () => {
    const warned = jest.spyOn(console, 'warn').mockImplementation();
    await expect(prepareTables(settings(old(), { NODE_ENV: 'production' }), allTables)).rejects.toThrow(CannotStart);
    await prepareTables(settings(old()), allTables);
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('a superuser of PostgreSQL'));
    warned.mockRestore();
  });

  it('is handed over whole by database:prepare, as often as one likes, and used without any right to its tables', async () => {
    // What an earlier version did: everything belongs to the superuser.
    await query(old(), `insert into setting values ('kept', '1', now())`);
    for (let time = 0; time < 2; time++) await prepareDatabase(old(), app(), allTables);
    const others = await query(
      app(),
      `select c.oid::regclass from pg_class c join pg_namespace n on n.oid = relnamespace
       where nspname in ('public', 'bullmq') and pg_get_userbyid(relowner) <> 'induct_owner'`,
    );
    expect(others).toEqual([]);
    await prepareTables(settings(app(), { NODE_ENV: 'production' }), allTables);
    expect(await query(app(), `select value from setting where key = 'kept'`)).toEqual([{ value: 1 }]);
    const nextYear = `date_trunc('month', current_date + interval '11 months')::date`;
    await query(app(), `select prepare_commit_log(${nextYear}, 1)`);
    const made = `select to_regclass(to_char(${nextYear}, '"commit_log_"YYYY_MM')) is not null as made`;
    expect(await query(app(), made)).toEqual([{ made: true }]);
    await expect(query(app(), `update audit_event set action = 'x'`)).rejects.toThrow('permission denied');
  });

  it('says what to do when its tables are behind', async () => {
    class Later1795000999999 {
      up = () => Promise.resolve();
      down = () => Promise.resolve();
    }
    const newer = [...allTables, { entities: [], migrations: [Later1795000999999] }];
    await expect(prepareTables(settings(app()), newer)).rejects.toThrow(
      /1 migrations are missing[^]*npm run database:prepare/,
    );
    const owner = named(process.env.TEST_OWNER_URL!, name);
    await prepareTables(settings(app(), { MIGRATION_DATABASE_URL: owner }), newer);
    await prepareTables(settings(app()), newer);
  });

  it('says in words that somebody may not make roles', async () => {
    const refused = prepareDatabase(app(), app(), allTables);
    await expect(refused).rejects.toThrow(CannotStart);
    await expect(refused).rejects.toThrow('induct_app may not make or change what Induct needs');
  });

  it('wants the applications’ own role in DATABASE_URL', async () => {
    await expect(prepareDatabase(old(), old(), allTables)).rejects.toThrow('has to sign in as induct_app');
  });
});
