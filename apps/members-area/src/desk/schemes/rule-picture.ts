import { partsOf, type Rule, ruleWords } from '@induct/accreditation';

type Names = Parameters<typeof ruleWords>[1];

/** A part of the rule, where it stands. */
interface Node {
  text: string;
  kind: 'part' | 'branch';
  x: number;
  y: number;
  /** From the part it belongs to. */
  path: string | undefined;
}

const [STEP, ROW, LONGEST] = [24, 34, 40];

/** A rule as a tree, from top to bottom, and the same as the rows of a table. */
export function rulePicture(rule: Rule, names: Names) {
  const nodes: Node[] = [];
  const rows: { depth: number; text: string }[] = [];
  const draw = (part: Rule, depth: number, from?: { x: number; y: number }) => {
    const [x, y] = [depth * STEP, nodes.length * ROW];
    const text = labelOf(part, names);
    const path = from && `M${from.x + 8} ${from.y + 26}V${y + 13}H${x}`;
    nodes.push({ text: shortened(text), kind: partsOf(part).length > 0 ? 'branch' : 'part', x, y, path });
    rows.push({ depth: depth + 1, text });
    for (const below of partsOf(part)) draw(below, depth + 1, { x, y });
  };
  draw(rule, 0);
  const width = Math.max(...nodes.map(({ x, text }) => x + text.length * 7 + 30));
  return { nodes, rows, width, height: nodes.length * ROW };
}

function labelOf(rule: Rule, names: Names): string {
  if ('all' in rule) return 'All of these';
  if ('any' in rule) return 'One of these';
  if ('of' in rule) return `${rule.n} of these`;
  const words = ruleWords(rule, names).replace(/^“(.*)”$/s, '$1');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
