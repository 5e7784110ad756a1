import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { LIBS } from '../../libs';

/**
 * Ids of things (`leased_by`: of the worker that prints; `source`: what evidence comes from). Any other column of type uuid names a person, and whoever adds one
 * says here or there what it is.
 */
const OF_THINGS = new Set(
  `id attempt_id launch_id registration_id course_id version_id publication_id override_id
   published_version_id completed_version_id fixed_in_version_id scheme_id scheme_version_id
   requirement_id source claim_id award_id certificate_id replaced_by finding_id round_id preview_id leased_by
   election_id body_id replaces import_id simulation_id`.split(/\s+/),
);

const said = LIBS.flatMap(({ name, personData }) => personData.map((one) => ({ lib: name, ...one })));

let database: TestDatabase;
let columns: { table: string; column: string; type: string; person: boolean }[];
beforeAll(async () => {
  database = await cloneDatabase();
  columns = await database.source.query(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
            exists (select from pg_constraint k where k.conrelid = c.oid and k.confrelid = 'person'::regclass
                       and k.contype = 'f' and a.attnum = any(k.conkey)) as person
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`,
  );
});
afterAll(() => database?.drop());

describe('what the libs say that they hold of people', () => {
  it('names every column that refers to somebody', () => {
    const named = new Set(said.flatMap(({ table, persons }) => persons.map((column) => `${table}.${column}`)));
    const referring = columns
      .filter(({ column, type, person }) => person || (type === 'uuid' && !OF_THINGS.has(column)))
      .map(({ table, column }) => `${table}.${column}`);
    expect(referring.length).toBeGreaterThan(25);
    expect(referring.filter((column) => !named.has(column))).toEqual([]);
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

  it('gives a reason for each', () => {
    for (const { because } of said) expect(because.length).toBeGreaterThan(10);
  });
});
