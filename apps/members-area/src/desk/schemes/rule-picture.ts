import { partsOf, type Rule, ruleWords } from '@induct/accreditation';

type Names = Parameters<typeof ruleWords>[1];

/** A part of the rule, where it stands. */
interface Node {
  /** Of its label: what is too long for one stands in two. */
  lines: string[];
  kind: 'part' | 'branch';
  x: number;
  y: number;
  width: number;
  height: number;
  /** From the part it belongs to. */
  path: string | undefined;
}

const [STEP, BETWEEN, LONGEST] = [24, 8, 40];
const [LETTER, LINE, AROUND] = [7, 16, { width: 22, height: 10 }];

/** A rule as a tree, from top to bottom, and the same as the rows of a table. */
export function rulePicture(rule: Rule, names: Names) {
  const nodes: Node[] = [];
  const rows: { depth: number; text: string }[] = [];
  let bottom = 0;
  const draw = (part: Rule, depth: number, from?: Node) => {
    const [x, y] = [depth * STEP, bottom];
    const text = labelOf(part, names);
    const lines = inLines(text);
    const height = lines.length * LINE + AROUND.height;
    const width = Math.max(...lines.map((line) => line.length)) * LETTER + AROUND.width;
    const path = from && `M${from.x + 8} ${from.y + from.height}V${y + height / 2}H${x}`;
    const node: Node = { lines, kind: partsOf(part).length > 0 ? 'branch' : 'part', x, y, width, height, path };
    nodes.push(node);
    rows.push({ depth: depth + 1, text });
    bottom += height + BETWEEN;
    for (const below of partsOf(part)) draw(below, depth + 1, node);
  };
  draw(rule, 0);
  const width = Math.max(...nodes.map((node) => node.x + node.width + BETWEEN));
  return { nodes, rows, width, height: bottom };
}

function labelOf(rule: Rule, names: Names): string {
  if ('all' in rule) return 'All of these';
  if ('path' in rule) return 'All of these, in this order';
  if ('any' in rule) return 'One of these';
  if ('of' in rule) return `${rule.n} of these`;
  const words = ruleWords(rule, names).replace(/^“(.*)”$/s, '$1');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** In two lines at most; what is longer still stands in the sentence and the table. */
function inLines(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  const space = text.lastIndexOf(' ', LONGEST);
  const at = space > 0 ? space : LONGEST;
  const rest = text.slice(at).trim();
  return [text.slice(0, at), rest.length > LONGEST ? `${rest.slice(0, LONGEST - 1)}…` : rest];
}
