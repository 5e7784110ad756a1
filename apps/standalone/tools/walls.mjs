// node apps/standalone/tools/walls.mjs [ROOT]: only the files of the lib that a table belongs to name it in SQL, or hold its
// entity. What others may read are windows: views with a `*.window.ts`. See docs/decisions/0970-walls-for-sql.md, and what it
// sees of names that are put together in docs/decisions/1347-walls-see-names-put-together.md.
// It ends with 1 when a file names another's table, and says where.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { literals } from './literals.mjs';
import { tablesNamed } from './tables-named.mjs';

const root = process.argv[2] ?? join(import.meta.dirname, '../../..');

const files = ['apps', 'libs']
  .filter((top) => existsSync(join(root, top)))
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`))
  .filter((path) => /\.m?[jt]s$/.test(path) && !/\.d\.m?ts$/.test(path))
  .toSorted((a, b) => (a < b ? -1 : 1))
  .map((path) => ({ path, owner: path.split('/')[1], text: readFileSync(join(root, path), 'utf8') }));

/**
 * What migrations name of others, and why that stays. A file that no longer does so has to go from here.
 * @type {Record<string, string>}
 */
const STAYS = {
  'libs/people/src/tables/tables.ts sign_in sign_in_link': 'the first tables of people made them: 0985',
  'libs/platform/src/tables.ts mail': 'the first tables of the platform made it: 0985',
  'libs/sign-in/src/tables/sign-in.tables.ts mail': 'letters of links that were there before were forgotten, once',
  'libs/progress/src/tables/renewal.tables.ts publication': 'before there were windows; replaced by windows.tables.ts',
  'libs/progress/src/tables/renewal-met.tables.ts publication course':
    'a trigger hears of publications; the rest is replaced by windows.tables.ts',
  'libs/progress/src/tables/windows.tables.ts course publication': 'down() brings back what was there before',
  'libs/course/src/tables/store.tables.ts test_round finding publish_override preview attempt':
    'the wall behind deleting a version; replaced by deletion.tables.ts',
  'libs/course/src/tables/deletion.tables.ts test_round finding publish_override preview attempt certificate round_report':
    'the wall behind deleting: what anybody has done with a version or a file keeps it: 0970',
  'libs/steering/src/tables/walls.ts course_version publication': 'the wall behind publishing: 0970',
  'libs/steering/src/tables/second-walls.tables.ts person_role setting': 'the wall behind signing off: 0970',
  'libs/accreditation/src/tables/claim.tables.ts package_file finding round_report':
    'the wall behind deleting a file, which a claim may hold too: 0970',
  'libs/accreditation/src/tables/signatory.tables.ts setting': 'who signs was a setting before it had a table, once',
  'libs/accreditation/src/tables/second-walls.tables.ts person_role': 'the wall behind revoking: 0970',
};

const isMigration = (path) => /(^|[./])tables\.ts$/.test(path) || path.includes('/tables/');
/** Specs look where they like. */
const isFree = (path) => /\.(spec|given)\.ts$/.test(path);

/** Tables and windows by name. */
const known = new Map();
for (const { path, owner, text } of files) {
  if (!/\.(entity|window)\.ts$/.test(path)) continue;
  const isWindow = path.endsWith('.window.ts');
  for (const [, name] of text.matchAll(/^@(?:View)?Entity\(\s*\{[^}]*?\bname: '(\w+)'/gm))
    known.set(name, { owner, isWindow });
  // A builder of queries knows a table by its class, too.
  for (const [, name] of text.matchAll(/^export class (\w+)/gm)) known.set(name.toLowerCase(), { owner, isWindow });
}

const texts = new Map(files.map(({ path, text }) => [path, text]));

/** @returns {string | undefined} the word that a constant is, which the file imports under this name */
function imported({ path, text }, name) {
  const [, from] = new RegExp(`import\\s*\\{[^}]*\\b${name}\\b[^}]*\\}\\s*from '([^']+)'`).exec(text) ?? [];
  if (!from) return undefined;
  const places = from.startsWith('.')
    ? [join(dirname(path), `${from}.ts`), join(dirname(path), from, 'index.ts')]
    : [...texts.keys()].filter((one) => one.startsWith(`${from.replace('@induct/', 'libs/')}/`));
  const said = new RegExp(`\\bconst ${name}\\b[^=]*= '(\\w+)'`);
  return places.map((one) => said.exec(texts.get(one) ?? '')?.[1]).find(Boolean);
}

/** @returns {string[]} entities that a door lets out as classes, each with its place */
function letOut({ path, text }) {
  if (!/^libs\/[^/]+\/src\/index\.ts$/.test(path)) return [];
  return [...text.matchAll(/^export (\{[^}]*\}|\*) from '[^']*\.entity';/gm)].flatMap(({ 1: names, index }) =>
    names
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name === '*' || /^\w+Entity\b/.test(name))
      .map((name) => `${path}:${text.slice(0, index).split('\n').length} lets ${name} out`),
  );
}

/** What dependency-cruiser lets a lib import; an app may read every window. */
const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
function mayRead(path, owner) {
  const rule = forbidden.find(({ name }) => name === `what-${path.split('/')[1]}-stands-on`);
  return path.startsWith('apps/') || (rule && new RegExp(rule.to.pathNot).test(`libs/${owner}/`));
}

const used = new Set();
function stays(path, name) {
  const key = Object.keys(STAYS).find((line) => line.startsWith(`${path} `) && line.split(' ').includes(name));
  if (key) used.add(key);
  return key !== undefined;
}

/** @returns {string | undefined} what is wrong with a file that names it */
function wrong(path, { name, word }) {
  const { owner, isWindow } = known.get(name);
  if (path.startsWith(`libs/${owner}/`)) return undefined;
  if (isWindow && ['into', 'update', 'delete', 'on', 'table'].includes(word))
    return `changes ${name}, a window of ${owner}: ask a service of theirs`;
  if (isWindow) return mayRead(path, owner) ? undefined : `reads ${name}, a window of ${owner}, above it`;
  if (isMigration(path) && (word === 'references' || stays(path, name))) return undefined;
  return `names ${name}, a table of ${owner}: read a window of theirs, or ask a service`;
}

const found = new Set();
for (const file of files) {
  const { path, text } = file;
  if (isFree(path)) continue;
  for (const one of letOut(file))
    found.add(`${one}: whoever holds it can read and write its table. Let it out as a type`);
  for (const { sql, at } of literals(path, text, (name) => imported(file, name))) {
    for (const table of tablesNamed(sql)) {
      const words = known.has(table.name) && wrong(path, table);
      if (words) found.add(`${path}:${text.slice(0, at + table.at).split('\n').length} ${words}`);
    }
  }
}
// Only where the list is of this folder: a spec tries the tool in another.
if (process.argv[2] === undefined)
  for (const key of Object.keys(STAYS))
    if (!used.has(key)) found.add(`${key}: nothing of that stays: take it off the list`);

if (found.size > 0) {
  console.error([...found].join('\n'));
  process.exitCode = 1;
}
