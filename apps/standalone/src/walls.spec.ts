import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const tool = join(__dirname, '../tools/walls.mjs');
const check = (...more: string[]) => spawnSync('node', [tool, ...more], { encoding: 'utf8' });

/** Two libs, of which `course` stands on `people`, and a window of each. */
const HOUSE = {
  '.dependency-cruiser.cjs': `module.exports = { forbidden: [
    { name: 'what-people-stands-on', to: { pathNot: '^libs/(people|platform)/' } },
    { name: 'what-course-stands-on', to: { pathNot: '^libs/(course|platform|people)/' } },
  ] };`,
  'libs/people/src/person.entity.ts': `@Entity({ name: 'person' })
export class PersonEntity {}`,
  'libs/people/src/person-current.window.ts': `@ViewEntity({ name: 'person_current' })\nexport class PersonCurrent {}`,
  'libs/course/src/course.entity.ts': `@Entity({ name: 'course' })\nexport class CourseEntity {}`,
  'libs/course/src/course-current.window.ts': `@ViewEntity({ name: 'course_current' })\nexport class CourseCurrent {}`,
};

/** One house for all tests, so that it is looked through once. */
const house = new Map<string, string>(Object.entries(HOUSE));
let answer: ReturnType<typeof check>;
let said: string[] = [];

/** Puts a file into the house. @returns what was said of it: its line, and the words */
function of(folder: string, text: string, kind = 'queries'): () => string[] {
  const path = `${folder}/file-${house.size}.${kind}.ts`;
  house.set(path, text);
  return () => said.filter((line) => line.startsWith(`${path}:`)).map((line) => line.slice(path.length + 1));
}

const APP = 'apps/site/src';
const PEOPLE = 'libs/people/src';
const COURSE = 'libs/course/src';
const sql = (text: string) => `export const rows = query(\n  \`${text}\`,\n);\n`;

describe('the walls', () => {
  beforeAll(() => {
    const root = mkdtempSync(join(tmpdir(), 'induct-walls-'));
    for (const [name, content] of house) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    answer = check(root);
    said = answer.stderr.split('\n').filter(Boolean);
  });

  it('stand: no SQL of ours names a table of another lib', () => {
    const { status, stderr } = check();
    expect([status, stderr]).toEqual([0, '']);
  });

  it('fail whoever goes through them', () => {
    expect(answer.status).toBe(1);
  });

  const page = of(APP, sql('select id\n     from course\n    where true'));
  it('say where a page names a table, and whose it is', () => {
    expect(page()).toEqual(['3 names course, a table of course: read a window of theirs, or ask a service']);
  });

  const named = [
    ['in a join', 'select from course_current c left join person p on p.id = c.id'],
    ['in a list', 'select from person_current a, person b'],
    ['in a query of a query', 'select from (select * from (select 1 from person) a) b'],
    ['in the body of a with', 'with people as materialized (select id from person) select from people'],
    ['in the body of a with of its own name', 'with person as (select id from person) select from person'],
    ['behind a template', 'select ${COLUMNS} from course_current c join person p on p.id = ${ID}'],
    ['written to', 'insert into person (id) values ($1)'],
    ['changed', 'update person set id = $1'],
    ['emptied', 'truncate person'],
    ['deleted from', 'delete from person where id = $1'],
    ['deleted by', 'delete from course_current c using person p where p.id = c.id'],
    ['as a type', `select 'person'::regclass`],
    ['in other letters', 'SELECT FROM "Person" p'],
    ['with its schema', 'select from public.person p'],
    ['with its schema in quotes', 'select from "public"."person" p join public."person" q on true'],
    ['in a function', 'create function f() returns trigger as $$ begin perform 1 from person; end $$'],
  ].map(([words, text]) => [words, of(COURSE, sql(text!))] as const);
  it.each(named)('find a table %s', (_, words) => {
    expect(words()).toEqual([expect.stringContaining('names person, a table of people')]);
  });

  const composed = [
    ['in a hole', "const ALL = 'person';\nquery(`select from ${ALL} p`);"],
    ['in a hole, as a word', "query(`select from course_current c join ${'person'} p on p.id = c.id`);"],
    ['put together', "query('select from ' + 'person p');"],
    [
      'put together with a word',
      "const ALL = 'person';\nquery('select c.id from course_current c join ' + ALL + ' on true');",
    ],
    ['from a word of another file', "import { WHOSE } from './words';\nquery(`delete from ${WHOSE}`);"],
    [
      'in text that a function runs',
      "query(`create function f() as $$ begin execute 'select 1 from person'; end $$`);",
    ],
    ['given to a builder', "source.createQueryBuilder().select('1').from('person', 'p').getMany();"],
    ['joined by a builder', "courses.innerJoin('person', 'p', 'p.id = c.id');"],
    ['asked of a manager', "this.source.manager.find('person');"],
    ['asked of a manager by its class', "tx.getRepository('PersonEntity');"],
  ].map(([words, text]) => [words, of(COURSE, text!)] as const);
  house.set(`${COURSE}/words.ts`, "export const WHOSE = 'person';\n");
  it.each(composed)('find a table whose name is %s', (_, words) => {
    expect(words()).toEqual([expect.stringMatching(/names person(entity)?, a table of people/)]);
  });

  const inWords = [
    ['a sentence with a hole', "const who = 'person';\nsay(`Heard from ${who}`);"],
    [
      'a word that stands in no hole of a name',
      "const KIND = 'person';\nquery(`select from course_current where kind = '${KIND}'`);",
    ],
    ['what else is called from', "Array.from('person');\nnew Map().delete('person');"],
  ].map(([words, text]) => [words, of(COURSE, text!)] as const);
  it.each(inWords)('let pass %s', (_, words) => {
    expect(words()).toEqual([]);
  });

  house.set(
    `${PEOPLE}/index.ts`,
    "export { ROLES, PersonEntity } from './person.entity';\nexport type { PersonEntity as Named } from './person.entity';\n",
  );
  it('let no entity out of the door of its lib but as a type', () => {
    expect(said.filter((line) => line.startsWith(`${PEOPLE}/index.ts`))).toEqual([
      `${PEOPLE}/index.ts:1 lets PersonEntity out: whoever holds it can read and write its table. Let it out as a type`,
    ]);
  });

  const passed = [
    ['a query that is called like a table', 'with person as (select 1 as id) select from person'],
    ['a list of queries', 'with a as (select 1), person (id) as (select 2) select from a join person on true'],
    ['what a comment says', 'select 1 -- from person\n /* join person */'],
    ['what a value says', `select 'from person' as words`],
    ['a column', 'select person.id, c.person from course_current c where person is distinct from person_id'],
    ['a function', 'select from person(1)'],
    ['a conflict', 'insert into course (id) values (1) on conflict (id) do update set id = 2'],
    ['a lock', 'select from course for update'],
    ['a sentence', 'Nobody is told of this person by us'],
  ].map(([words, text]) => [words, of(COURSE, sql(text!))] as const);
  it.each(passed)('let pass %s', (_, words) => {
    expect(words()).toEqual([]);
  });

  const down = of(COURSE, sql('select from course, person_current'));
  const up = of(PEOPLE, sql('select from person, course_current'));
  it('let a lib read its own tables, and windows of what it stands on', () => {
    expect(down()).toEqual([]);
    expect(up()).toEqual(['2 reads course_current, a window of course, above it']);
  });

  const reads = of(APP, sql('select from course_current, person_current'));
  const writes = of(APP, sql('delete from person_current'));
  it('let an app read every window, and write to none', () => {
    expect(reads()).toEqual([]);
    expect(writes()).toEqual([expect.stringContaining('changes person_current, a window of people')]);
  });

  const refers = of(COURSE, sql('create table note (person_id uuid references person)'), 'tables');
  const hears = of(COURSE, sql('create trigger t after insert on person execute function f()'), 'tables');
  const shows = of(COURSE, sql('create view name as select from person'), 'tables');
  it('let a migration refer to a table of another lib, and nothing else', () => {
    expect([refers(), hears().length, shows().length]).toEqual([[], 1, 1]);
  });

  house.set(`${APP}/script.mjs`, sql('select from person'));
  it('stand in a script, too', () => {
    expect(said.filter((line) => line.startsWith(`${APP}/script.mjs:`))).toHaveLength(1);
  });

  const spec = of(COURSE, sql('select from person'), 'db.spec');
  it('let a spec look where it likes', () => {
    expect(spec()).toEqual([]);
  });
});
