// Reads SQL as far as it takes to say which tables it names. No parser: a table's name stands after few words.

const TOKEN =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'(?:::regclass)?|"[^"]+"|[a-z_][\w$]*(?:\.[a-z_][\w$]*)?|[\s\S]/gi;

/** After one of these a list of tables may follow. */
const LISTS = new Set(['from', 'using', 'truncate', 'table', 'view']);
/** After one of these stands one table. */
const ONES = new Set(['join', 'into', 'update', 'references', 'only', 'on']);
/** May stand between one of those and the name. */
const FILLERS = new Set(['table', 'only', 'lateral', 'if', 'not', 'exists', 'concurrently', 'recursive', 'as']);
/** Ends the list of a FROM. */
const ENDS = new Set(
  'where group order having limit offset fetch window union except intersect returning set select for on add drop alter'.split(
    ' ',
  ),
);
/** `do update set`, `for update of t`, `before update on t`, `after update of c on t`. */
const NO_UPDATE_BEFORE = new Set(['for', 'key', 'do', 'before', 'after', 'or', 'of']);

/**
 * @param {string} sql a statement, or a part of one
 * @returns {{ name: string, word: string, at: number }[]} tables and views that it names, each with the word before it
 *   and its place in the text; a name that `with` gives to a query does not count once it is given
 */
export function tablesNamed(sql) {
  const tokens = [...sql.matchAll(TOKEN)]
    .map((match) => ({ text: match[0], at: match.index }))
    .filter(({ text }) => !/^(\s|--|\/\*)/.test(text));
  const given = givenNames(tokens);
  const lower = tokens.map(({ text }) => text.toLowerCase().replaceAll('"', ''));
  const makesOn = /\b(trigger|index|grant|revoke|comment|policy|rule)\b/i.test(sql);
  const named = [];
  /** By depth of brackets: the word whose list of tables is open there. */
  const open = [undefined];

  const take = (index, word) => {
    let at = index;
    while (FILLERS.has(lower[at])) at++;
    // `"public"."person"`: without quotes they are one token.
    while (tokens[at + 1]?.text === '.') at += 2;
    const name = lower[at]?.split('.').at(-1);
    // What is called is a function, but in `references t (id)`, `into t (id)` and `on t (id)`.
    const called = tokens[at + 1]?.text === '(' && !['references', 'into', 'on', 'table', 'view'].includes(word);
    if (!name || !/^[a-z_]\w*$/.test(name) || called) return;
    if (word !== 'references' && given.some((one) => one.name === name && one.from <= at)) return;
    named.push({ name, word, at: tokens[at].at });
  };

  for (const [index, token] of tokens.entries()) {
    const word = lower[index];
    if (token.text.startsWith("'") && runs(lower, index)) {
      const inner = tablesNamed(token.text.slice(1, -1).replaceAll("''", "' "));
      named.push(...inner.map((one) => ({ ...one, at: token.at + 1 + one.at })));
    } else if (token.text.endsWith('::regclass')) {
      named.push({ name: word.slice(1, word.lastIndexOf("'")), word: 'regclass', at: token.at + 1 });
    } else if (word === '(') open.push(undefined);
    else if (word === ')') close(open);
    else if (word === ';') open[open.length - 1] = undefined;
    else if (word === ',' && open.at(-1)) take(index + 1, open.at(-1));
    else if (word === 'from' && lower[index - 1] === 'distinct') continue;
    else if (word === 'update' && NO_UPDATE_BEFORE.has(lower[index - 1])) continue;
    else if (word === 'on' && !makesOn) continue;
    else if (LISTS.has(word) || ONES.has(word)) {
      const said = word === 'from' && lower[index - 1] === 'delete' ? 'delete' : word;
      if (LISTS.has(word)) open[open.length - 1] = word;
      take(index + 1, said);
    } else if (ENDS.has(word)) open[open.length - 1] = undefined;
  }
  return named.filter((one, index) => named.findIndex(({ at }) => at === one.at) === index);
}

/** Whether a function runs a text: `execute '…'`, `execute format('…')`. */
const runs = (lower, index) =>
  lower[index - 1] === 'execute' ||
  (lower[index - 1] === '(' && lower[index - 2] === 'format' && lower[index - 3] === 'execute');

/** A part of a statement may close a bracket that it has not opened. */
function close(open) {
  if (open.length > 1) open.pop();
}

/** Names that `with` gives, each with the token from which it is that query: after it, or at once in a recursive one. */
function givenNames(tokens) {
  const given = [];
  const word = (index) => tokens[index]?.text.toLowerCase();
  for (const [index, { text }] of tokens.entries()) {
    if (text.toLowerCase() !== 'as') continue;
    let body = index + 1;
    while (word(body) === 'not' || word(body) === 'materialized') body++;
    if (word(body) !== '(') continue;
    let name = index - 1;
    if (word(name) === ')') while (name > 0 && word(name--) !== '(');
    const recursive = tokens.slice(0, index).some((token) => token.text.toLowerCase() === 'recursive');
    const end = closing(tokens, body);
    if (/^[a-z_]\w*$/i.test(word(name) ?? '')) given.push({ name: word(name), from: recursive ? 0 : end });
  }
  return given;
}

function closing(tokens, start) {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    if (tokens[index].text === '(') depth++;
    if (tokens[index].text === ')' && --depth === 0) return index;
  }
  return tokens.length;
}
