import { existsSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';

/**
 * Reads a YAML file and checks it against a zod schema. What is wrong is added to the problems, with its line.
 * @returns the checked value and `lineOf(path)`, or undefined
 */
export function readYaml(file, schema, problems) {
  if (!existsSync(file)) return problems.add(file, undefined, 'This file is missing');
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  for (const error of document.errors) {
    problems.add(file, error.linePos?.[0].line, error.message.split('\n')[0].replace(/ at line.*/, ''));
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (path) => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const result = schema.safeParse(document.toJS());
  for (const issue of result.error?.issues ?? []) problems.add(file, lineOf(issue.path), inWords(issue));
  return result.success ? { value: result.data, lineOf } : undefined;
}

function inWords(issue) {
  const where = issue.path.filter((step) => typeof step === 'string').join(' › ');
  const message =
    issue.code === 'unrecognized_keys' ? `There is no setting called ${issue.keys.join(', ')}` : issue.message;
  return where ? `${where}: ${message}` : message;
}
