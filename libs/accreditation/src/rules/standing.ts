import type { Day } from '@induct/platform';
import type { Rule } from './rule';

/**
 * That somebody met a requirement, or holds the award of a scheme. What was withdrawn, and what an officer has still to look
 * at, is not among it.
 */
export interface Shown {
  /** Of the evidence. */
  id: string;
  /** The requirement's; of an award the scheme's. */
  requirement: string;
  metOn: Day;
  /** The last day; null when it counts for ever. */
  validUntil: Day | null;
}

/** What a rule is held against. */
export interface Held<Evidence extends Shown = Shown> {
  evidence: readonly Evidence[];
  /** The requirements that are core skills, in the order in which evidence is to be named. */
  core: readonly string[];
}

/** What is missing: the part of the rule that is not met, with what would meet it. */
export type Missing = { need: string } | { award: string } | { n: number; of: Missing[] };

/** Met, with the evidence it rests on, once each, in the order of the rule; or what is missing. */
export type Standing<Evidence extends Shown = Shown> = { met: true; by: Evidence[] } | { met: false; missing: Missing };

/**
 * Where somebody stands on a London day, to its end at 23:59:59. Evidence counts from the day it was met to its last day.
 * A part that asks for nothing is met by nobody.
 */
export function standing<Evidence extends Shown>(rule: Rule, held: Held<Evidence>, day: Day): Standing<Evidence> {
  if ('need' in rule || 'award' in rule) {
    const wanted = 'need' in rule ? rule.need : rule.award;
    const evidence = held.evidence.filter(({ requirement }) => requirement === wanted);
    const [first] = evidence.filter((one) => counts(one, day)).toSorted(byAge);
    return first ? { met: true, by: [first] } : { met: false, missing: { ...rule } };
  }
  const { n, of } = asked(rule, held);
  const parts = of.map((part) => standing(part, held, day));
  const met = parts.flatMap((part) => (part.met ? [part.by] : []));
  // Of a number of parts, all that are met are named: which of them came first is nobody's to choose.
  if (n > 0 && met.length >= n) return { met: true, by: [...new Set(met.flat())] };
  const missing = parts.flatMap((part) => (part.met ? [] : [part.missing]));
  return { met: false, missing: { n: n - met.length, of: missing } };
}

/** Evidence counts from the day it was met to its last day. */
export const counts = ({ metOn, validUntil }: Pick<Shown, 'metOn' | 'validUntil'>, day: Day) =>
  metOn <= day && (validUntil === null || day <= validUntil);

const byAge = (a: Shown, b: Shown) => (a.metOn === b.metOn ? (a.id < b.id ? -1 : 1) : a.metOn < b.metOn ? -1 : 1);

/** Every branch asks for a number of its parts. */
function asked(
  rule: Exclude<Rule, { need: string } | { award: string }>,
  { core }: Held,
): { n: number; of: readonly Rule[] } {
  if ('of' in rule) return rule;
  if ('any' in rule) return { n: 1, of: rule.any };
  const of = 'core' in rule ? core.map((need) => ({ need })) : 'all' in rule ? rule.all : rule.path;
  return { n: of.length, of };
}

/** The requirements that would meet what is missing, once each. */
export function needsOf(missing: Missing): string[] {
  if ('need' in missing) return [missing.need];
  if ('award' in missing) return [];
  return [...new Set(missing.of.flatMap(needsOf))];
}
