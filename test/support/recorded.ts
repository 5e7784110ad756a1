import type { DataSource } from 'typeorm';

/** What previews are for, and what says who is signed in or did what. Everything else is somebody's record. */
const NOT_RECORDS = /^(preview(_|$)|finding(_|$)|test_round_tester$|sign_in(_|$)|audit_event$|migration$)/;

/**
 * Every row of every table that holds what people have done, or what there is to do, as one fingerprint a table: a test
 * compares it before and after something that must not touch any of it.
 */
export async function everythingRecorded(source: DataSource): Promise<Record<string, string>> {
  const tables = await source.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const state: Record<string, string> = {};
  for (const { name } of tables) {
    if (NOT_RECORDS.test(name)) continue;
    const [row] = await source.query<[{ state: string }]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(r, '|' order by r)), '') as state
       from (select t::text as r from "${name}" t) as rows`,
    );
    state[name] = row.state;
  }
  return state;
}
