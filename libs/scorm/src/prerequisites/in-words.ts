import type { ActivityTree } from '../activity/activity-tree';
import { type Expression, itemsOf, readAiccScript } from './aicc-script';
import { prerequisitesOf, type WaitingItem } from './prerequisites';

/**
 * When each item of a SCORM 1.2 package opens, for officers: `“A” is finished and (“B” is passed or “C” is passed)`. By id; what has no
 * prerequisites, or such as ask for nothing because they cannot be read, is not in it.
 */
export function prerequisitesInWords(tree: ActivityTree): ReadonlyMap<string, string> {
  const root = prerequisitesOf(tree);
  if (!root) return new Map();
  const items = below(root);
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return new Map(
    items.flatMap(({ id, prerequisites }) => {
      const expression = prerequisites === undefined ? undefined : readAiccScript(prerequisites);
      const isKnown = expression !== undefined && itemsOf(expression).every((item) => titles.has(item));
      return isKnown ? [[id, inWords(expression, titles)] as const] : [];
    }),
  );
}

const STATES = {
  passed: 'is passed',
  completed: 'is finished',
  failed: 'is failed',
  incomplete: 'is begun and not finished',
  'not attempted': 'is not begun',
} as const;
const OPPOSITES = {
  passed: 'is not passed',
  completed: 'is not finished',
  failed: 'is not failed',
  incomplete: 'is not half-way',
  'not attempted': 'is begun',
} as const;

function inWords(of: Expression, titles: ReadonlyMap<string, string>): string {
  const name = (item: string) => `“${titles.get(item)!}”`;
  switch (of.kind) {
    case 'done':
      return `${name(of.item)} is finished`;
    case 'is':
      return `${name(of.item)} ${(of.negated ? OPPOSITES : STATES)[of.status]}`;
    case 'not':
      return of.of.kind === 'done' ? `${name(of.of.item)} is not finished` : `not (${inWords(of.of, titles)})`;
    case 'all':
      return joined(of.of, 'and', titles);
    case 'any':
      return joined(of.of, 'or', titles);
    case 'atLeast':
      return `at least ${of.count} of these hold: ${of.of.map((one) => inWords(one, titles)).join('; ')}`;
  }
}

/** What is joined by another word itself stands in brackets. */
function joined(of: readonly Expression[], word: 'and' | 'or', titles: ReadonlyMap<string, string>): string {
  const said = of.map((one) => {
    const words = inWords(one, titles);
    return 'of' in one && one.kind !== 'not' ? `(${words})` : words;
  });
  return said.length === 1 ? said[0]! : `${said.slice(0, -1).join(', ')} ${word} ${said.at(-1)!}`;
}

const below = (item: WaitingItem): WaitingItem[] => [item, ...item.children.flatMap(below)];
