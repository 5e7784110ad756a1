import { Client } from 'pg';
import type { Config } from '../config/config';
import { CannotStart } from '../config/cannot-start';
import type { Tables } from '../database/database.module';
import { migrate } from './migrate';

type Settings = Pick<Config, 'DATABASE_URL' | 'MIGRATION_DATABASE_URL' | 'NODE_ENV'>;

/**
 * Brings the tables up to date as their owner (MIGRATION_DATABASE_URL). Without one: as DATABASE_URL's role where that may
 * change tables, else only looks whether somebody else has done it.
 * @throws CannotStart in production when the application would be a superuser; when the tables are not up to date
 */
export async function prepareTables(config: Settings, tables: readonly Tables[]): Promise<void> {
  const role = await roleOf(config.DATABASE_URL, tables);
  if (role.isSuperuser) {
    const words = `DATABASE_URL signs in as ${role.name}, a superuser of PostgreSQL. Nothing in the database is guarded from it, the audit trail neither.\n${HOW}`;
    if (config.NODE_ENV === 'production') throw new CannotStart(words);
    console.warn(words);
  }
  if (config.MIGRATION_DATABASE_URL) return migrate(config.MIGRATION_DATABASE_URL, tables);
  if (role.mayChangeTables) return migrate(config.DATABASE_URL, tables);
  if (role.missing > 0) {
    throw new CannotStart(
      `The tables are not up to date (${role.missing} migrations are missing), and ${role.name} may not change them.\nRun npm run database:prepare first, or set MIGRATION_DATABASE_URL to the role that owns them.`,
    );
  }
}

const HOW = `Run ADMIN_DATABASE_URL=… npm run database:prepare once and let DATABASE_URL sign in as induct_app: see docs/decisions/0905-the-application-owns-no-table.md.`;

/** What the database says of whoever signs in. */
interface RoleFacts {
  name: string;
  isSuperuser: boolean;
  mayChangeTables: boolean;
  /** There is a list of the migrations that were run. */
  listed: boolean;
}

type Role = Omit<RoleFacts, 'listed'> & { missing: number };

async function roleOf(url: string, tables: readonly Tables[]): Promise<Role> {
  const session = new Client({ connectionString: url });
  await session.connect();
  try {
    const { rows } = await session.query<RoleFacts>(
      `select current_user as name, (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser",
         has_schema_privilege('public', 'create') as "mayChangeTables", to_regclass('public.migration') is not null as listed`,
    );
    const { name, isSuperuser, mayChangeTables, listed } = rows[0]!;
    const wanted = tables.flatMap(({ migrations }) => migrations.map((migration) => migration.name));
    const done = listed ? (await session.query<{ name: string }>('select name from public.migration')).rows : [];
    const names = new Set(done.map((row) => row.name));
    return { name, isSuperuser, mayChangeTables, missing: wanted.filter((migration) => !names.has(migration)).length };
  } finally {
    await session.end();
  }
}
