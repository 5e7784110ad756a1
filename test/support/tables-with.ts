import type { DataSource } from 'typeorm';

/** Every table in which these words stand somewhere. */
export async function tablesWith(source: DataSource, words: string): Promise<string[]> {
  const rows = await source.query<{ table: string }[]>(
    `select table_name as table from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and query_to_xml(format('select 1 from %I x where x::text like %L limit 1', table_name, '%' || $1 || '%'),
              false, false, '')::text like '%<row%'`,
    [words],
  );
  return rows.map(({ table }) => table);
}
