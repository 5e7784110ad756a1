import type { ColumnType } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';

/** TypeORM's own list of what it has brought up to date. */
const NOT_OURS = ['migration'];

let database: TestDatabase;
let tables: Map<string, string[]>;
beforeAll(async () => {
  database = await cloneDatabase();
  tables = await columnsOfTables(database);
});
afterAll(() => database?.drop());

/** `name type [null] [primary]` of every column, by table. Partitions are their table's. */
async function columnsOfTables({ source }: TestDatabase): Promise<Map<string, string[]>> {
  const rows = await source.query<{ table: string; columns: string[] }[]>(
    `select c.relname as table, array_agg(concat_ws(' ', a.attname, format_type(a.atttypid, null),
              case when not a.attnotnull then 'null' end, case when i.indrelid is not null then 'primary' end)
              order by a.attname) as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_index i on i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      group by c.relname`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

function columnsOfEntities({ source }: TestDatabase): Map<string, string[]> {
  const described = source.entityMetadatas.filter(({ tableType }) => tableType === 'regular');
  return new Map(
    described.map(({ tableName, columns }) => [
      tableName,
      columns
        .map(({ databaseName, type, isArray, isNullable, isPrimary }) => {
          const name = source.driver.normalizeType({ type: type as ColumnType });
          return `${databaseName} ${name}${isArray ? '[]' : ''}${isNullable ? ' null' : ''}${isPrimary ? ' primary' : ''}`;
        })
        .toSorted(),
    ]),
  );
}

describe('entities', () => {
  it('are there for every table, and for nothing else', () => {
    const named = [...columnsOfEntities(database).keys()].toSorted();
    expect(named).toEqual([...tables.keys()].filter((table) => !NOT_OURS.includes(table)).toSorted());
  });

  it('have the columns of their tables: names, types, null or not, primary or not', () => {
    const described = columnsOfEntities(database);
    expect(described.size).toBeGreaterThan(40);
    for (const [table, columns] of described) {
      expect({ table, columns }).toEqual({ table, columns: tables.get(table)?.toSorted() });
    }
  });

  it('refer to each other by ids only', () => {
    const related = database.source.entityMetadatas.filter(({ relations }) => relations.length > 0);
    expect(related.map(({ name }) => name)).toEqual([]);
  });
});
