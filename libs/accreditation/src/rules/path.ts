import type { Day } from '@induct/platform';
import { partsOf, type Rule } from './rule';
import { type Names, ruleWords } from './rule-words';
import { type Held, standing } from './standing';

/** A path that a scheme asks for, as one person stands on it. */
export interface Path {
  /** The scheme's. */
  name: string;
  /** In the order of the rule. */
  steps: PathStep[];
}

export interface PathStep {
  title: string;
  /** The requirement that it is; null: it is more than one, or an award. */
  need: string | null;
  /** Whichever step was taken first. */
  met: boolean;
}

/** What a scheme asks for. */
interface Asking {
  /** The scheme's. */
  name: string;
  rule: Rule;
}

/** Every path among what the schemes ask for, and how far somebody is on it that day. One step alone is no path. */
export function pathsOf(schemes: readonly Asking[], held: Held, names: Names, day: Day): Path[] {
  return schemes.flatMap(({ name, rule }) =>
    pathsIn(rule).map((steps) => ({ name, steps: steps.map((step) => stepOf(step, held, names, day)) })),
  );
}

/** @returns the steps of each */
function pathsIn(rule: Rule): (readonly Rule[])[] {
  if ('path' in rule && rule.path.length > 1) return [rule.path];
  return partsOf(rule).flatMap(pathsIn);
}

function stepOf(step: Rule, held: Held, names: Names, day: Day): PathStep {
  const { met } = standing(step, held, day);
  if (!('need' in step)) return { title: ruleWords(step, names), need: null, met };
  return { title: names.get(step.need) ?? ruleWords(step, names), need: step.need, met };
}
