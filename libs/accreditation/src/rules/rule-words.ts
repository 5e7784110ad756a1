import { asTyped, readersLanguage, said, w } from '@induct/platform';
import type { Rule } from './rule';
import type { Missing } from './standing';

/** What a requirement or a scheme is called, by its id. */
export type Names = ReadonlyMap<string, string>;

/**
 * What a rule asks for, as one says it: `all of every core skill and (2 of “Planning”, “Licensing” and “Finance”)`; of a path
 * `“Planning”, then “Licensing”`.
 * A part that is not known any more is called so.
 */
export function ruleWords(rule: Rule | Missing, names: Names): string {
  if ('need' in rule) return `“${called(rule.need, names) ?? said('a requirement that is gone')}”`;
  if ('award' in rule) return w`the award “${called(rule.award, names) ?? said('of a scheme that is gone')}”`;
  if ('core' in rule) return said('every core skill');
  const { n, of, any } = counted(rule);
  if (of.length === 0) return said('nothing, so that nobody meets it');
  if (of.length === 1) return ruleWords(of[0]!, names);
  const parts = of.map((part) => inBrackets(part, names));
  if (any) return w`one of ${listed(parts, 'or')}`;
  if ('path' in rule) return parts.reduce((before, next) => w`${before}, then ${next}`);
  const all = listed(parts, 'and');
  if (n < of.length) return w`${n} of ${all}`;
  return n === 2 ? w`both ${all}` : w`all of ${all}`;
}

/** As somebody has typed it, for a page. */
function called(id: string, names: Names): string | undefined {
  const name = names.get(id);
  return name === undefined ? undefined : asTyped(name);
}

/** Only what would run into its neighbours. */
function inBrackets(part: Rule | Missing, names: Names): string {
  const words = ruleWords(part, names);
  return isLeaf(part) || counted(part).of.length < 2 ? words : `(${words})`;
}

const isLeaf = (rule: Rule | Missing) => 'need' in rule || 'award' in rule || 'core' in rule;

function counted(rule: Rule | Missing): { n: number; of: readonly (Rule | Missing)[]; any: boolean } {
  if ('of' in rule) return { n: rule.n, of: rule.of, any: rule.n === 1 && rule.of.length > 1 };
  if ('any' in rule) return { n: 1, of: rule.any, any: true };
  const all = 'all' in rule ? rule.all : 'path' in rule ? rule.path : [];
  return { n: all.length, of: all, any: false };
}

const WELSH = {
  and: new Intl.ListFormat('cy-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('cy-GB', { type: 'disjunction' }),
};

/** `A, B and C`. */
function listed(parts: readonly string[], last: 'and' | 'or'): string {
  if (readersLanguage() === 'cy') return WELSH[last].format(parts);
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}
