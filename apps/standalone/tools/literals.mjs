import ts from 'typescript';

/** After one of these, at the end of a piece of SQL, what comes next is a table's name. */
const NAME_FOLLOWS = /(?:^|\s)(from|join|into|update|references|table|truncate|using)\s+(?:(?:only|table)\s+)?"?$/i;
/** What is no sentence. */
const IS_SQL = /\b(select|insert|update|delete|join|create|alter|truncate|perform)\b|^\s*(from|using)\b/;
/** Methods of TypeORM that take a table, or the class of one, by its name. */
const BUILDS = /^(from|into|getRepository|createQueryBuilder|\w+Join\w*)$/;
const ASKS = /^(find\w*|exists?\w*|count\w*|insert|upsert|update|delete|save|create)$/;
const ASKED = /\b(manager|tx|source|repository)$/i;

const isWords = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
const isSum = (node) => ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;

/**
 * @param {string} path
 * @param {string} text a file of TypeScript
 * @param {(name: string) => string | undefined} [meant] what a name stands for that the file imports
 * @returns {{ sql: string, at: number }[]} its strings and templates of more than one word, each with its place; what a
 *   template takes in stands as `$`, so that places stay right. And of a table's name that is not in them but put in, in a
 *   hole, behind a `+` or by a builder of queries: `from` and that name, where it is a word or a constant
 */
export function literals(path, text, meant = () => undefined) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const constants = wordsOf(source);
  const found = [];
  /** @returns {string | undefined} */
  const wordOf = (node) => {
    if (isWords(node)) return node.text;
    return ts.isIdentifier(node) ? (constants.get(node.text) ?? meant(node.text)) : undefined;
  };
  const named = (before, node) => {
    const [, word] = NAME_FOLLOWS.exec(before) ?? [];
    const name = word && IS_SQL.test(before) && wordOf(node);
    if (name) found.push({ sql: `${word} ${name}`, at: node.getStart(source) });
  };
  const visit = (node) => {
    const at = node.getStart(source) + 1;
    if (isWords(node)) found.push({ sql: text.slice(at, node.end - 1), at });
    if (ts.isTemplateExpression(node)) {
      let sql = text.slice(at, node.end - 1);
      for (const { expression } of node.templateSpans) {
        const [from, to] = [expression.pos - 2 - at, expression.end + 1 - at];
        named(sql.slice(0, from), expression);
        sql = sql.slice(0, from) + '$'.repeat(to - from) + sql.slice(to);
      }
      found.push({ sql, at });
    }
    if (isSum(node)) named(isSum(node.left) ? textOf(node.left.right) : textOf(node.left), node.right);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [given] = node.arguments;
      const method = node.expression.name.text;
      const whose = node.expression.expression.getText(source);
      const builds = BUILDS.test(method) && !/^[A-Z]\w*$/.test(whose);
      const asks = ASKS.test(method) && ASKED.test(whose);
      if (given && (builds || asks) && /^\w+$/.test(wordOf(given) ?? ''))
        found.push({ sql: `from ${wordOf(given)}`, at });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(({ sql }) => /\s/.test(sql));
}

/** @returns {string} as far as it stands there */
function textOf(node) {
  if (isWords(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.templateSpans.at(-1).literal.text : '';
}

/** @returns {Map<string, string>} the constants of a file that are one word */
function wordsOf(source) {
  const words = new Map();
  const visit = (node) => {
    const value = ts.isVariableDeclaration(node) && node.initializer && withoutAs(node.initializer);
    if (value && isWords(value) && /^\w+$/.test(value.text)) words.set(node.name.getText(source), value.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return words;
}

const withoutAs = (node) => (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? node.expression : node);
