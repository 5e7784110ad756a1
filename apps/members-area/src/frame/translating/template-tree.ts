import { createRequire } from 'node:module';

/** A node of nunjucks's tree (`nunjucks/src/nodes.js`): its fields are named by `fields`. */
export interface Node {
  readonly typename: string;
  readonly fields: readonly string[];
  lineno: number;
  colno: number;
  [field: string]: unknown;
}

/** Of what it makes: a list. */
export interface NodeList extends Node {
  children: Node[];
}

type NodeClass = new (lineno: number, colno: number, ...fields: unknown[]) => Node;

interface Compiler {
  compile(tree: Node): void;
  getCode(): string;
}

/** nunjucks does not declare these: they are its parser and compiler, which its own `precompile` puts together as we do. */
const parts = createRequire(__filename);
const nodes = parts('nunjucks/src/nodes') as Record<string, NodeClass>;
const parser = parts('nunjucks/src/parser') as { parse(source: string, extensions: [], options: object): Node };
const transformer = parts('nunjucks/src/transformer') as { transform(tree: Node, asyncFilters: []): Node };
const { Compiler } = parts('nunjucks/src/compiler') as { Compiler: new (name: string, isStrict: boolean) => Compiler };

export const parseTemplate = (source: string): Node => parser.parse(source, [], {});

/** The program of a template, as `nunjucks.Template` runs it. */
export function compileTemplate(tree: Node, name: string): string {
  const compiler = new Compiler(name, false);
  compiler.compile(transformer.transform(tree, []));
  return compiler.getCode();
}

/** A template as nunjucks takes it, compiled. Its own loader of compiled templates makes it run in this way, too: templates are ours. */
export function runnable(tree: Node, name: string): object {
  // oxlint-disable-next-line typescript/no-implied-eval
  return { type: 'code', obj: new Function(compileTemplate(tree, name))() as object };
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).typename === 'string';

export const isList = (node: Node): node is NodeList => Array.isArray(node['children']);

/** A node that stands where another one did. */
export function make(kind: string, at: Node, ...fields: unknown[]): Node {
  return new nodes[kind]!(at.lineno, at.colno, ...fields);
}

export const textNode = (text: string, at: Node): Node => make('Output', at, [make('TemplateData', at, text)]);
export const printNode = (expression: Node): Node => make('Output', expression, [expression]);
export const listOf = (children: readonly Node[], at: Node): Node => make('NodeList', at, [...children]);
