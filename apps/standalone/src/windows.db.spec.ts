import { getMetadataArgsStorage } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { LIBS } from '../../libs';

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The view of a window, and the columns that its class describes, or one above it that others share. */
function described(window: Function): [string, string[]] {
  const { tables, columns } = getMetadataArgsStorage();
  const view = tables.find(({ target }) => target === window)!.name!;
  const own = columns.filter(({ target }) => target === window || Object.prototype.isPrototypeOf.call(target, window));
  return [view, own.map(({ propertyName }) => snakeCase(propertyName))];
}

describe('the windows of the libs', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await cloneDatabase()));
  afterAll(() => database?.drop());

  const windows = LIBS.flatMap((lib) => lib.windows.map(described));

  it('are all the views there are, and each says what every column of its view is', async () => {
    const rows = await database.source.query<{ view: string; columns: string[] }[]>(
      `select c.relname as view, array_agg(a.attname::text) as columns
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace group by 1`,
    );
    expect(windows.length).toBeGreaterThan(20);
    expect(Object.fromEntries(windows.map(([view, columns]) => [view, new Set(columns)]))).toEqual(
      Object.fromEntries(rows.map(({ view, columns }) => [view, new Set(columns)])),
    );
  });

  it('let nobody write through them', async () => {
    const rows = await database.source.query<{ view: string; writes: boolean; reads: boolean }[]>(
      `select view, has_table_privilege(current_user, view, 'insert, update, delete') as writes,
              has_table_privilege(current_user, view, 'select') as reads from unnest($1::text[]) as view`,
      [windows.map(([view]) => view)],
    );
    expect(rows.filter(({ writes, reads }) => writes || !reads)).toEqual([]);
    await expect(database.source.query(`update person_current set name = 'Somebody else'`)).rejects.toThrow(
      'permission denied',
    );
  });
});
