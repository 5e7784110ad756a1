import ts from 'typescript';

/**
 * @param {string} path
 * @param {string} text a file of TypeScript
 * @returns {{ sql: string, at: number }[]} its strings and templates of more than one word, each with its place; what a
 *   template takes in stands as `$`, so that places stay right
 */
export function literals(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const found = [];
  const visit = (node) => {
    const at = node.getStart(source) + 1;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      found.push({ sql: text.slice(at, node.end - 1), at });
    if (ts.isTemplateExpression(node)) {
      let sql = text.slice(at, node.end - 1);
      for (const { expression } of node.templateSpans) {
        const [from, to] = [expression.pos - 2 - at, expression.end + 1 - at];
        sql = sql.slice(0, from) + '$'.repeat(to - from) + sql.slice(to);
      }
      found.push({ sql, at });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(({ sql }) => /\s/.test(sql));
}
