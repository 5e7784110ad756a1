// node apps/standalone/tools/rows.mjs [ROOT]: what a query answers has a type, derived from the entity or the window that
// it is read from. See docs/decisions/0992-rows-have-the-type-of-their-entity.md.
// It ends with 1 when a row is typed by hand, and says where.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = process.argv[2] ?? join(import.meta.dirname, '../../..');

const isMigration = (path) => /(^|[./])tables\.ts$/.test(path) || path.includes('/tables/');
/** Specs look how they like; browsers ask no database. */
const isFree = (path) => isMigration(path) || /\.(spec|given|d)\.ts$|\/browser\//.test(path);

/** Taken apart when it is asked for: most files ask no database, and hold no type of a row. */
class File {
  #source;
  constructor(path, text) {
    this.path = path;
    this.text = text;
  }
  get source() {
    this.#source ??= ts.createSourceFile(this.path, this.text, ts.ScriptTarget.ESNext, true);
    return this.#source;
  }
}

const files = ['apps', 'libs']
  .filter((top) => existsSync(join(root, top)))
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`))
  .filter((path) => path.endsWith('.ts') && !isFree(path))
  .toSorted((a, b) => (a < b ? -1 : 1))
  .map((path) => new File(path, readFileSync(join(root, path), 'utf8')));

function nodes(node, all = []) {
  all.push(node);
  ts.forEachChild(node, (child) => void nodes(child, all));
  return all;
}

/** Every class that has columns; those that several tables or windows share stand in `*columns.ts`. */
const classes = files
  .filter(({ path }) => /(\.entity|\.window|columns)\.ts$/.test(path))
  .flatMap(({ path, source }) =>
    source.statements.filter(ts.isClassDeclaration).map((declared) => ({ path, declared })),
  );

function columnsOf({ members, heritageClauses = [] }) {
  const above = heritageClauses.flatMap(({ types }) => types.map(({ expression }) => expression.getText()));
  const inherited = classes.filter(({ declared }) => above.includes(declared.name.text));
  return [
    ...members.map((member) => member.name?.getText()),
    ...inherited.flatMap(({ declared }) => columnsOf(declared)),
  ];
}
const known = classes
  .filter(({ path }) => !path.endsWith('columns.ts'))
  .map(({ path, declared }) => ({ name: declared.name.text, path, columns: new Set(columnsOf(declared)) }));
const roomOf = (path) => path.split('/', 2).join('/');

const isQuery = (node) =>
  ts.isCallExpression(node) &&
  ((ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'query') ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'prepared'));

/** Objects that a type is put together from; not what their fields are made of. */
function* objects(type) {
  if (ts.isTypeLiteralNode(type) || ts.isInterfaceDeclaration(type)) yield type;
  if (ts.isTypeAliasDeclaration(type) || ts.isParenthesizedTypeNode(type)) yield* objects(type.type);
  if (ts.isIntersectionTypeNode(type) || ts.isUnionTypeNode(type)) for (const part of type.types) yield* objects(part);
}

const fieldsOf = (type) => type.members.filter(ts.isPropertySignature).map((field) => field.name.getText());

/** Whether what a query answers goes nowhere; how many rows it changed is nobody's row. */
function isIgnored(call) {
  let node = call;
  while (ts.isAwaitExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent;
  if (ts.isExpressionStatement(node.parent) || ts.isVoidExpression(node.parent)) return true;
  if (ts.isArrowFunction(node.parent)) return node.parent.type?.getText() === 'Promise<void>';
  return (
    ts.isVariableDeclaration(node.parent) &&
    ts.isObjectBindingPattern(node.parent.name) &&
    node.parent.name.elements.every((element) => element.getText() === 'rowCount')
  );
}

/** @returns {string | undefined} what is wrong with the type of a row that is written by hand */
function wrong(path, fields) {
  const snake = fields.find((field) => field.includes('_'));
  if (snake)
    return `${snake}: camel case in TypeScript, as "${snake.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())}" in SQL`;
  if (fields.length < 2) return undefined;
  const whole = known
    .filter((one) => roomOf(one.path) === roomOf(path) || one.path.endsWith('.window.ts'))
    .find(({ columns }) => fields.every((field) => columns.has(field)));
  return whole && `only columns of ${whole.name}: Pick them`;
}

/** @returns {string} where a type is declared that a file names: the file, or the lib whose door it comes through */
function placeOf({ path, source }, name) {
  for (const { importClause, moduleSpecifier } of source.statements.filter(ts.isImportDeclaration)) {
    const from = moduleSpecifier.text;
    const isIt = importClause?.namedBindings?.elements?.some((element) => element.name.text === name);
    if (isIt) return from.startsWith('.') ? `${join(dirname(path), from)}.ts` : from.replace('@induct/', 'libs/');
  }
  return path;
}

const found = new Set();
function say({ path, source }, node, words) {
  found.add(`${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1} ${words}`);
}

/** Types that rows have, each with its place. */
const named = new Set();
for (const file of files) {
  // A call of either is written with its name; an escape in a name is written by nobody.
  if (!/query|prepared/.test(file.text)) continue;
  for (const call of nodes(file.source)) {
    if (!isQuery(call)) continue;
    if (!call.typeArguments) {
      if (!isIgnored(call)) say(file, call, 'reads rows without a type: query<Pick<…Entity, …>[]>');
      continue;
    }
    for (const part of call.typeArguments.flatMap((type) => nodes(type))) {
      if (ts.isTypeReferenceNode(part)) {
        const name = part.typeName.getText();
        named.add(`${placeOf(file, name)} ${name}`);
      }
      if (!ts.isTypeLiteralNode(part)) continue;
      const fields = fieldsOf(part);
      const words = wrong(file.path, fields);
      if (words) say(file, part, words);
      else if (fields.length > 1) say(file, part, 'a row of several fields has a name: beside the query, or Pick<…>');
    }
  }
}
/** The names of those types by the file, or the lib, that they are from. */
const namesFrom = Map.groupBy(
  [...named].map((one) => one.split(' ')),
  ([from]) => from,
);
for (const file of files) {
  const names = [file.path, roomOf(file.path)].flatMap((from) => namesFrom.get(from) ?? []);
  if (!names.some(([, name]) => file.text.includes(name))) continue;
  for (const declared of file.source.statements) {
    if (!ts.isInterfaceDeclaration(declared) && !ts.isTypeAliasDeclaration(declared)) continue;
    const name = declared.name.text;
    if (!named.has(`${file.path} ${name}`) && !named.has(`${roomOf(file.path)} ${name}`)) continue;
    for (const type of objects(declared)) {
      const words = wrong(file.path, fieldsOf(type));
      if (words) say(file, type, words);
    }
  }
}
if (found.size > 0) {
  console.error([...found].join('\n'));
  process.exitCode = 1;
}
