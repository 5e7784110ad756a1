import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const tool = join(__dirname, '../tools/rows.mjs');
const check = (...more: string[]) => spawnSync('node', [tool, ...more], { encoding: 'utf8' });

/** A table of one lib, a window of another, and a row that comes through a door. */
const HOUSE = {
  'libs/people/src/person.entity.ts': `export class PersonEntity { id: string; personName: string; left: Date | null }`,
  'libs/course/src/course-current.window.ts': `export class CourseCurrent { id: string; title: string }`,
  'libs/people/src/recorded.columns.ts': `export abstract class Recorded { recordedAt: Date; recordedBy: string }`,
  'libs/people/src/seat.entity.ts': `export class SeatEntity extends Recorded { bodyId: string }`,
  'libs/people/src/greeting.ts': `export interface Greeting { id: string; person_name: string }`,
};

/** One house for all tests, so that it is looked through once. */
const house = new Map<string, string>(Object.entries(HOUSE));
let answer: ReturnType<typeof check>;
let said: string[] = [];

/** Puts a file into the house. @returns what was said of it: its line, and the words */
function of(text: string, kind = 'queries', folder = 'libs/people/src'): () => string[] {
  const path = `${folder}/file-${house.size}.${kind}.ts`;
  house.set(path, text);
  return () => said.filter((line) => line.startsWith(`${path}:`)).map((line) => line.slice(path.length + 1));
}

const NO_TYPE = 'reads rows without a type: query<Pick<…Entity, …>[]>';

describe('rows', () => {
  beforeAll(() => {
    const root = mkdtempSync(join(tmpdir(), 'induct-rows-'));
    for (const [name, content] of house) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    answer = check(root);
    said = answer.stderr.split('\n').filter(Boolean);
  });

  it('have the type of what they are read from, all of ours', () => {
    const { status, stderr } = check();
    expect([status, stderr]).toEqual([0, '']);
  });

  it('fail whoever types them by hand', () => {
    expect(answer.status).toBe(1);
  });

  const refused: [words: string, text: string, said: string][] = [
    ['without a type', 'export const a = await tx.query(`select 1`);', `1 ${NO_TYPE}`],
    ['that are handed on without a type', 'async function f() {\n  return tx.query(`select 1`);\n}', `2 ${NO_TYPE}`],
    ['in a promise without a type', 'const [a] = await Promise.all([tx.query(`select 1`)]);', `1 ${NO_TYPE}`],
    [
      'of several fields within the query',
      'const rows = await tx.query<{ count: number; names: string[] }[]>(`select 1`);',
      '1 a row of several fields has a name: beside the query, or Pick<…>',
    ],
    [
      'that an update answers',
      'const [rows] = await tx.query<[{ count: number; names: string[] }[], number]>(`update`);',
      '1 a row of several fields has a name: beside the query, or Pick<…>',
    ],
    [
      'that are columns of a table',
      'const rows = await tx.query<{ id: string; personName: string }[]>(`select 1`);',
      '1 only columns of PersonEntity: Pick them',
    ],
    [
      'that are columns which a table shares with others',
      'const rows = await tx.query<{ bodyId: string; recordedAt: Date }[]>(`select 1`);',
      '1 only columns of SeatEntity: Pick them',
    ],
    [
      'that have a name and are columns of a table',
      'interface Row {\n  id: string;\n  personName: string;\n}\nconst rows = await tx.query<Row[]>(`select 1`);',
      '1 only columns of PersonEntity: Pick them',
    ],
    [
      'that add columns of a window by hand',
      'type Row = Pick<PersonEntity, `id`> & { id: string; title: string };\nconst rows = await tx.query<Row[]>(`select 1`);',
      '1 only columns of CourseCurrent: Pick them',
    ],
    [
      'in snake case',
      'const rows = await tx.query<{ person_name: string }[]>(`select 1`);',
      '1 person_name: camel case in TypeScript, as "personName" in SQL',
    ],
    [
      'in snake case, of a prepared statement',
      'type Row = { at_once: boolean };\nconst rows = await prepared<Row>(tx, `name`, `select 1`, []);',
      '1 at_once: camel case in TypeScript, as "atOnce" in SQL',
    ],
  ];
  it.each(refused.map(([words, text, line]) => [words, of(text), line] as const))('are found %s', (_, words, line) => {
    expect(words()).toEqual([line]);
  });

  of(
    'import type { Greeting } from `./greeting`;\nconst rows = await tx.query<Greeting[]>(`select 1`);'.replace(
      /`(\.[^`]*)`/,
      "'$1'",
    ),
  );
  it('are found where their type is written', () => {
    expect(said).toContain(
      'libs/people/src/greeting.ts:1 person_name: camel case in TypeScript, as "personName" in SQL',
    );
  });

  const passed: [words: string, text: string][] = [
    ['picked from an entity', 'const rows = await tx.query<Pick<PersonEntity, `id`>[]>(`select 1`);'],
    ['of one field', 'const [row] = await tx.query<[{ count: number }]>(`select 1`);'],
    ['that nobody reads', 'const rows = await tx.query<unknown[]>(`select 1`);'],
    ['of an act', 'await tx.query(`update`);\nvoid tx.query(`update`);'],
    ['that are only counted', 'const { rowCount } = await session.query(`select 1`);'],
    [
      'that are worked out, and have a name',
      'interface Row {\n  id: string;\n  count: number;\n}\nconst rows = await tx.query<Row[]>(`select 1`);',
    ],
    [
      'that are half columns',
      'type Row = Pick<PersonEntity, `id` | `left`> & { count: number };\nconst rows = await tx.query<Row[]>(`select 1`);',
    ],
    ['that are no rows', 'interface Person {\n  id: string;\n  personName: string;\n}\nconst a = read<Person>();'],
  ];
  it.each(passed.map(([words, text]) => [words, of(text)] as const))('pass %s', (_, words) => {
    expect(words()).toEqual([]);
  });

  const table = of(
    'interface Row { id: string; personName: string }\nconst a = await tx.query<Row[]>(`select 1`);',
    'queries',
    'libs/course/src',
  );
  it('of another lib are known by its windows only', () => {
    expect(table()).toEqual([]);
  });

  const spec = of('const rows = await source.query(`select 1`);', 'db.spec');
  const migration = of('const rows = await runner.query(`select 1`);', 'tables');
  it('are free in specs and migrations', () => {
    expect([spec(), migration()]).toEqual([[], []]);
  });
});
