// node apps/standalone/tools/walls.mjs [ROOT]: a table belongs to the lib that has its entity, and only that lib's files
// name it in SQL. What others may read are windows. See docs/decisions/0970-walls-for-sql.md.
// It ends with 1 when a file names another's table, and says where.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { tablesNamed } from './tables-named.mjs';

const root = process.argv[2] ?? join(import.meta.dirname, '../../..');

/** Until each has its entity. */
const OWNERS = {
  platform: 'setting audit_event audit_seal',
  letters: 'mail',
  people: 'person person_role person_role_past desk_proposal',
  'sign-in': 'sign_in sign_in_link sign_in_wrong_code kept_form kept_form_key',
  course: 'course course_version package_upload package_file package_file_to_remove publication version_host',
  progress:
    'registration attempt launch sco_state commit_log changed_page renewal note_read half_way_choice doubtful_completion completion_in_doubt due_renewal due_note',
  accreditation: 'scheme scheme_version award certificate revocation',
  steering:
    'test_round test_round_tester sign_off finding finding_comment publish_override preview preview_sco preview_call round_report',
};

const files = ['apps', 'libs']
  .flatMap((top) => readdirSync(join(root, top), { recursive: true }).map((path) => `${top}/${path}`))
  .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
  .sort()
  .map((path) => ({ path, owner: path.split('/')[1], text: readFileSync(join(root, path), 'utf8') }));

/** @type {Map<string, { owner: string, window: boolean }>} */
const known = new Map();
for (const [owner, names] of Object.entries(OWNERS))
  for (const name of names.split(' ')) known.set(name, { owner, window: false });
for (const { path, owner, text } of files) {
  if (!/\.(entity|window)\.ts$/.test(path)) continue;
  for (const [, name] of text.matchAll(/^@(?:View)?Entity\(\s*\{[^}]*?\bname: '(\w+)'/gm))
    known.set(name, { owner, window: path.endsWith('.window.ts') });
}

/** What dependency-cruiser lets a lib import; an app may read every window. */
const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
function mayImport(path, owner) {
  const rule = forbidden.find(({ name }) => name === `what-${path.split('/')[1]}-stands-on`);
  return path.startsWith('apps/') || (rule && new RegExp(rule.to.pathNot).test(`libs/${owner}/`));
}

/** Specs look where they like; a foreign key of a migration may refer to another's table. */
const isFree = (path) => /\.(spec|given)\.ts$/.test(path);
const isMigration = (path) => /(^|[./])tables\.ts$/.test(path) || path.includes('/tables/');

const found = [];
for (const { path, owner, text } of files) {
  if (isFree(path)) continue;
  for (const { sql, at } of literals(path, text)) {
    for (const { name, word, at: inside } of tablesNamed(sql)) {
      const table = known.get(name);
      if (!table || (path.startsWith('libs/') && table.owner === owner)) continue;
      if (table.window && mayImport(path, table.owner)) continue;
      if (isMigration(path) && word === 'references') continue;
      const line = text.slice(0, at + inside).split('\n').length;
      found.push(`${path}:${line} names ${name}, which is ${table.owner}'s${table.window ? ' window' : ''}`);
    }
  }
}

const told = [...new Set(found)];
if (told.length > 0) {
  console.error(told.join('\n'));
  console.error(`\n${told.length} times SQL goes through a wall: ask the owner's service, or read a window of theirs.`);
  process.exitCode = 1;
}

/** Every string of a file, with `$` for each value that it takes in, so that places stay right. */
function literals(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const strings = [];
  const visit = (node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      strings.push({ sql: text.slice(node.getStart(source) + 1, node.end - 1), at: node.getStart(source) + 1 });
    if (ts.isTemplateExpression(node)) {
      let sql = text.slice(node.getStart(source) + 1, node.end - 1);
      const start = node.getStart(source) + 1;
      for (const { expression } of node.templateSpans)
        sql =
          sql.slice(0, expression.pos - start - 2) +
          '$'.repeat(expression.end - expression.pos + 3) +
          sql.slice(expression.end - start + 1);
      strings.push({ sql, at: start });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return strings.filter(({ sql }) => /\s/.test(sql));
}
