import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { LIBS } from '../../libs';

/**
 * Ids of things that no foreign key says (`leased_by`: of the worker that prints; `source`: what evidence comes from). Any
 * other column of type uuid names a person, unless it refers to a table of things.
 */
const OF_THINGS = new Set(
  `id attempt_id launch_id course_id version_id publication_id override_id completed_version_id fixed_in_version_id
   source round_id preview_id leased_by parent_id`.split(/\s+/),
);

/** What to do about a column that nobody has spoken for. */
const unspoken = (column: string): string =>
  `${column}: does it name a person? Then say so in the lib's *.person-data.ts. If not, let it refer to its table.`;

const said = LIBS.flatMap(({ name, personData }) => personData.map((one) => ({ lib: name, ...one })));

let database: TestDatabase;
let columns: { table: string; column: string; type: string; person: boolean; thing: boolean }[];
beforeAll(async () => {
  database = await cloneDatabase();
  columns = await database.source.query(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
            exists (select from pg_constraint k where k.conrelid = c.oid and k.confrelid = 'person'::regclass
                       and k.contype = 'f' and a.attnum = any(k.conkey)) as person,
            exists (select from pg_constraint k
                      join pg_attribute key on key.attrelid = k.confrelid and key.attnum = k.confkey[1] and key.attname = 'id'
                     where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum]) as thing
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`,
  );
});
afterAll(() => database?.drop());

describe('what the libs say that they hold of people', () => {
  it('names every column that refers to somebody', () => {
    const named = new Set(said.flatMap(({ table, persons }) => persons.map((column) => `${table}.${column}`)));
    const referring = columns
      .filter(({ column, type, person, thing }) => person || (type === 'uuid' && !thing && !OF_THINGS.has(column)))
      .map(({ table, column }) => `${table}.${column}`);
    expect(referring.length).toBeGreaterThan(25);
    expect(referring.filter((column) => !named.has(column)).map(unspoken)).toEqual([]);
  });

  it('names columns that are there, of tables that are the lib’s own, each table once', () => {
    const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
    const named = said.flatMap(({ table, persons, holds }) => [...persons, ...holds].map((one) => `${table}.${one}`));
    expect(named.filter((column) => !there.has(column))).toEqual([]);
    for (const { name, entities, personData } of LIBS) {
      const own = entities.map((entity) => database.source.getMetadata(entity).tableName);
      expect({ name, foreign: personData.map(({ table }) => table).filter((table) => !own.includes(table)) }).toEqual({
        name,
        foreign: [],
      });
    }
    const tables = said.map(({ table }) => table);
    expect(tables.length).toBe(new Set(tables).size);
  });

  it('needs no list for what a foreign key says', () => {
    const needed = new Set(columns.filter(({ type, thing }) => type === 'uuid' && !thing).map(({ column }) => column));
    expect([...OF_THINGS].filter((column) => !needed.has(column))).toEqual([]);
  });

  it('gives a reason for each', () => {
    for (const { because } of said) expect(because.length).toBeGreaterThan(10);
  });
});
