import { existsSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';

/**
 * Reads a YAML file and checks it against a zod schema. What is wrong is added to the problems, with its line.
 * @returns the checked value, its file and `lineOf(path)`, or undefined
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
  let given;
  try {
    given = document.toJS();
  } catch {
    return problems.add(file, undefined, 'It refers to parts of itself too often to be read');
  }
  const result = schema.safeParse(given);
  for (const issue of result.error?.issues ?? []) problems.add(file, lineOf(issue.path), inWords(issue, given));
  return result.success ? { value: result.data, file, lineOf } : undefined;
}

/** "test › questions › test-gift › choices: …": the id says more than a number in a list. */
function inWords(issue, given) {
  let at = given;
  const where = issue.path.flatMap((step) => {
    at = at?.[step];
    return typeof step === 'string' ? [step] : (at?.id ?? at?.item ?? []);
  });
  const message =
    issue.code === 'unrecognized_keys' ? `There is no setting called ${issue.keys.join(', ')}` : issue.message;
  return where.length > 0 ? `${where.join(' › ')}: ${message}` : message;
}
