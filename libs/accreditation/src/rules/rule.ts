import { z } from 'zod';

/**
 * What a scheme asks for, as a tree. A leaf is one requirement, the award of another scheme, or all requirements that are core
 * skills on the day; a branch asks for all of its parts, for any, or for a number of them. A path asks for all of its steps and says
 * in which order they are meant: whoever takes a later one first has met it all the same.
 */
export type Rule =
  | { need: string }
  | { award: string }
  | { core: true }
  | { all: readonly Rule[] }
  | { path: readonly Rule[] }
  | { any: readonly Rule[] }
  | { n: number; of: readonly Rule[] };

/** Leaves count. */
export const DEEPEST = 6;
export const MOST_NODES = 100;

/** A rule that nobody could read, or that would take for ever to. */
export class RuleIsTooLarge extends Error {
  constructor() {
    super(`A rule is at most ${DEEPEST} deep and has at most ${MOST_NODES} parts`);
  }
}

const Tree: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ need: z.uuid() }),
    z.strictObject({ award: z.uuid() }),
    z.strictObject({ core: z.literal(true) }),
    z.strictObject({ all: z.array(Tree) }),
    z.strictObject({ path: z.array(Tree) }),
    z.strictObject({ any: z.array(Tree) }),
    z.strictObject({ n: z.int().positive(), of: z.array(Tree) }),
  ]),
);

/** What the first version of "Core skills" says. It stays as it was written. */
const AS_IT_WAS = 'published core modules';

/**
 * A rule as `scheme_version.rule` holds it.
 * @throws RuleIsTooLarge, and zod's error for what is no rule
 */
export function readRule(stored: unknown): Rule {
  if (z.object({ allOf: z.literal(AS_IT_WAS) }).safeParse(stored).success) return { core: true };
  measure(stored, 1, { nodes: 0 });
  return Tree.parse(stored);
}

/** The parts of a branch; none of a leaf. */
export function partsOf(rule: Rule): readonly Rule[] {
  if ('all' in rule) return rule.all;
  if ('path' in rule) return rule.path;
  if ('any' in rule) return rule.any;
  return 'of' in rule ? rule.of : [];
}

/** The schemes whose award is asked for, once each. */
export function awardsIn(rule: Rule): string[] {
  if ('award' in rule) return [rule.award];
  return [...new Set(partsOf(rule).flatMap(awardsIn))];
}

/** Before anything reads it by its own recursion. */
function measure(node: unknown, depth: number, seen: { nodes: number }): void {
  if (depth > DEEPEST || ++seen.nodes > MOST_NODES) throw new RuleIsTooLarge();
  const parts = Object.values(node ?? {}).filter((value) => Array.isArray(value));
  for (const part of parts.flat()) measure(part, depth + 1, seen);
}
