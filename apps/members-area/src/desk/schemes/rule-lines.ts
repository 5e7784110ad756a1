import { DEEPEST, partsOf, type Rule } from '@induct/accreditation';

/** A line of the form in which a rule is put together. What is asked for by a line stands below it, further in. */
export interface RuleLine {
  /** `all`, `path`, `any`, `n`, `core`, or a kind and an id: `need:…`, `award:…`, `module:…`, `event:…`. Empty: nothing is chosen yet. */
  what: string;
  /** As typed: how many, of `n`. */
  count: string;
  /** How far in, from 0. */
  depth: number;
}

const NEW_LINE: RuleLine = { what: '', count: '', depth: 0 };
/** What has lines below it. */
const BRANCHES = ['all', 'path', 'any', 'n'];

/** Why lines are no rule yet, at one of them. */
export interface LineProblem {
  line: number;
  text: string;
}

/** Of a rule that asks for all of its parts, the parts are the lines. */
export function linesOf(rule: Rule): RuleLine[] {
  if ('all' in rule) return rule.all.flatMap((part) => linesFrom(part, 0));
  return linesFrom(rule, 0);
}

function linesFrom(rule: Rule, depth: number): RuleLine[] {
  const leaf = (what: string) => [{ what, count: '', depth }];
  if ('need' in rule) return leaf(`need:${rule.need}`);
  if ('award' in rule) return leaf(`award:${rule.award}`);
  if ('core' in rule) return leaf('core');
  const what = BRANCHES.find((branch) => branch in rule)!;
  const count = 'n' in rule ? String(rule.n) : '';
  return [{ what, count, depth }, ...partsOf(rule).flatMap((part) => linesFrom(part, depth + 1))];
}

/** The rule that lines say: several that stand at the edge are all asked for. */
export function ruleOf(lines: readonly RuleLine[]): { rule: Rule } | { problem: LineProblem } {
  if (lines.length === 0) return { problem: { line: 0, text: 'Choose what is asked for' } };
  for (const [line, one] of lines.entries()) {
    const text = wrongWith(lines, line, one);
    if (text) return { problem: { line, text } };
  }
  const roots = partsBelow(lines, 0, lines.length, 0);
  return { rule: roots.length === 1 ? roots[0]! : { all: roots } };
}

function wrongWith(lines: readonly RuleLine[], line: number, { what, count, depth }: RuleLine): string | undefined {
  if (what === '') return 'Choose what this line asks for, or take the line out';
  const below = endOf(lines, line) - line - 1;
  if (!BRANCHES.includes(what)) return undefined;
  if (below === 0) return 'Put a line below this one, further in, for what it asks for';
  const parts = lines.slice(line + 1, line + 1 + below).filter((one) => one.depth === depth + 1).length;
  if (what === 'n' && !(/^\d{1,3}$/.test(count.trim()) && Number(count) >= 1 && Number(count) <= parts))
    return `Say how many of the lines below are enough: 1 to ${parts}`;
  return undefined;
}

function partsBelow(lines: readonly RuleLine[], from: number, to: number, depth: number): Rule[] {
  const parts: Rule[] = [];
  for (let at = from; at < to; at = endOf(lines, at)) {
    const { what, count } = lines[at]!;
    const below = () => partsBelow(lines, at + 1, endOf(lines, at), depth + 1);
    if (what === 'all') parts.push({ all: below() });
    else if (what === 'path') parts.push({ path: below() });
    else if (what === 'any') parts.push({ any: below() });
    else if (what === 'n') parts.push({ n: Number(count), of: below() });
    else parts.push(leafOf(what));
  }
  return parts;
}

function leafOf(what: string): Rule {
  if (what === 'core') return { core: true };
  const [kind, id = ''] = what.split(':');
  return kind === 'award' ? { award: id } : { need: id };
}

/** Where the lines below a line end. */
function endOf(lines: readonly RuleLine[], at: number): number {
  const next = lines.findIndex((line, nth) => nth > at && line.depth <= lines[at]!.depth);
  return next === -1 ? lines.length : next;
}

/** What a button at a line does: `add-2`. Anything else leaves the lines as they are. */
export function pressed(lines: readonly RuleLine[], press: string): RuleLine[] {
  const [, what, nth] = /^(add|remove|in|out)-(\d+)$/.exec(press) ?? [];
  const at = nth === undefined ? lines.length : Number(nth);
  const line = lines[at];
  if (what === 'add' && (line || lines.length === 0)) {
    const below = line && BRANCHES.includes(line.what) ? line.depth + 1 : (line?.depth ?? 0);
    return inStep([...lines.slice(0, at + 1), { ...NEW_LINE, depth: below }, ...lines.slice(at + 1)]);
  }
  if (!line) return [...lines];
  if (what === 'remove') return inStep(lines.filter((_, other) => other !== at));
  const by = { in: 1, out: -1 }[what ?? ''] ?? 0;
  const end = endOf(lines, at);
  return inStep(lines.map((one, other) => (other >= at && other < end ? { ...one, depth: one.depth + by } : one)));
}

/** No line stands further in than one below what has lines below it. */
export function inStep(lines: readonly RuleLine[]): RuleLine[] {
  const stepped: RuleLine[] = [];
  for (const line of lines) {
    const before = stepped.at(-1);
    const most = before ? before.depth + (BRANCHES.includes(before.what) ? 1 : 0) : 0;
    // The rule itself is one deeper, when several lines stand at the edge.
    stepped.push({ ...line, depth: Math.max(0, Math.min(line.depth, most, DEEPEST - 2)) });
  }
  return stepped;
}
