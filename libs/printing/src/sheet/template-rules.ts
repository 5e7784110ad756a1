import Handlebars from 'handlebars';

/** A template asks for more than a document needs. */
export class TemplateRefused extends Error {
  constructor(readonly reasons: string[]) {
    super(`This template cannot be used: ${reasons.join('; ')}`);
    this.name = 'TemplateRefused';
  }
}

const LONGEST = 100_000;
const BLOCKS = new Set(['if', 'each']);
/** Elements that run, load or redefine something; the page's head is ours. */
const FORBIDDEN_MARKUP =
  /<\s*\/?\s*(script|style|link|meta|base|iframe|frame|object|embed|form|input|svg|math|template|noscript|plaintext|html|head|body)\b|\bon[a-z]+\s*=|\bstyle\s*=|javascript:|<!--|url\s*\(/i;

/**
 * Strings in declared places, `if`, and one level of `each`: nothing else. Triple stashes, partials, decorators,
 * helpers, parameters with paths upwards and active markup are refused before anything is compiled.
 * @param declared the names that may stand in the template, `modules.title` for a field inside a list
 * @throws TemplateRefused naming everything that is wrong
 */
export function checkTemplate(source: string, declared: ReadonlySet<string>): void {
  if (source.length > LONGEST) throw new TemplateRefused([`it is longer than ${LONGEST} characters`]);
  const reasons: string[] = [];
  if (FORBIDDEN_MARKUP.test(source)) reasons.push('it holds active markup');
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(source);
  } catch (error) {
    throw new TemplateRefused([`it cannot be read: ${(error as Error).message.split('\n')[0]}`]);
  }
  visit(program, undefined);
  if (reasons.length > 0) throw new TemplateRefused([...new Set(reasons)]);

  function visit(part: hbs.AST.Program | undefined, list: string | undefined): void {
    for (const statement of part?.body ?? []) {
      if (statement.type === 'MustacheStatement') variable(statement as hbs.AST.MustacheStatement, list);
      else if (statement.type === 'BlockStatement') block(statement as hbs.AST.BlockStatement, list);
      else if (statement.type !== 'ContentStatement') reasons.push(`it uses a ${statement.type}`);
    }
  }

  function variable(statement: hbs.AST.MustacheStatement, list: string | undefined): void {
    if (!statement.escaped) reasons.push('it prints something unescaped');
    if (statement.params.length > 0 || statement.hash) reasons.push('it calls a helper');
    place(statement.path, list);
  }

  function block(statement: hbs.AST.BlockStatement, list: string | undefined): void {
    const name = statement.path.original;
    if (!BLOCKS.has(name)) reasons.push(`it calls ${name}`);
    if (statement.params.length !== 1 || statement.hash) reasons.push(`${name} wants one name`);
    if (statement.program?.blockParams?.length) reasons.push('it names block parameters');
    if (name === 'each' && list !== undefined) reasons.push('it repeats within a repetition');
    const about = place(statement.params[0], list);
    const inner = name === 'each' ? about : list;
    visit(statement.program, inner);
    visit(statement.inverse, list);
  }

  function place(expression: hbs.AST.Node | undefined, list: string | undefined): string | undefined {
    const path = expression as hbs.AST.PathExpression | undefined;
    if (path?.type !== 'PathExpression') {
      reasons.push('it uses something that is not a name');
      return undefined;
    }
    const name = list === undefined ? path.original : `${list}.${path.original}`;
    if (path.data || path.depth > 0 || path.parts.length !== 1 || !declared.has(name)) {
      reasons.push(`it asks for ${path.original}, which is not declared`);
    }
    return path.original;
  }
}
