import { type Activity, type ActivityTree } from '../activity/activity-tree';
import type { ScoResult } from '../activity/result';
import { type Expression, itemsOf, readAiccScript } from './aicc-script';
import { canHold, type Statuses, statusesIn, statusOf } from './statuses';
import { toDo } from './to-do';

/** What the question "may it be opened yet?" needs of an item. */
export interface WaitingItem {
  id: string;
  title: string;
  /** It can be chosen from the contents. */
  isPart: boolean;
  /** As the manifest has it. */
  prerequisites?: string;
  children: WaitingItem[];
}

/** A part that has to wait, and for what. */
interface Waiting {
  id: string;
  for: Expression;
}

/** Where prerequisites lead to nothing: for officers and whoever made the package. */
export interface BadPrerequisites {
  id: string;
  title: string;
  /** `unknown`: it names what is no item; `never`: it can never be met. Such a part opens when all others are done. */
  why: 'unreadable' | 'unknown' | 'never';
}

/** @returns undefined when nothing in the package waits for anything: SCORM 2004 has sequencing instead */
export function prerequisitesOf({ standard, root }: ActivityTree): WaitingItem | undefined {
  if (standard !== 'scorm_12') return undefined;
  const nothingVisible = below(root).every(({ href, visible }) => href === undefined || !visible);
  const item = ({ id, title, href, visible, prerequisites, children }: Activity): WaitingItem => ({
    id,
    title,
    isPart: href !== undefined && (visible || nothingVisible),
    ...(prerequisites !== undefined && { prerequisites }),
    children: children.map(item),
  });
  return below(root).some(({ prerequisites }) => prerequisites !== undefined) ? item(root) : undefined;
}

/**
 * The parts that cannot be opened yet. Nobody is locked out: what was begun stays open, what cannot be read asks for
 * nothing, and when everything that is open is completed, also without being passed, everything opens.
 * @returns what has to be done first, in words, by the id of the part
 */
export function waitingParts(
  root: WaitingItem,
  resultOf: (part: string) => Pick<ScoResult, 'completion' | 'success'>,
): Map<string, string> {
  const { parts, waits } = understood(root);
  const statuses = statusesIn(root, (part) => new Set([statusOf(resultOf(part))]));
  const waiting = waits.filter(
    ({ id, for: what }) => resultOf(id).completion === 'not_attempted' && !canHold(what, statuses),
  );
  const closed = new Set(waiting.map(({ id }) => id));
  const canGoOn = parts.some(({ id, isPart }) => isPart && !closed.has(id) && resultOf(id).completion !== 'completed');
  if (!canGoOn) return new Map();
  const titles = new Map(below(root).map(({ id, title }) => [id, title]));
  return new Map(waiting.map(({ id, for: what }) => [id, toDo(what, statuses, titles)]));
}

/** What is wrong with the prerequisites of a package. */
export function badPrerequisites(root: WaitingItem): BadPrerequisites[] {
  const { bad, waits } = understood(root);
  return [...bad, ...neverMet(root, waits)];
}

function understood(root: WaitingItem) {
  const items = below(root);
  const known = new Set(items.map(({ id }) => id));
  const bad: BadPrerequisites[] = [];
  const own = new Map<string, Expression>();
  for (const { id, title, prerequisites } of items) {
    if (prerequisites === undefined) continue;
    const expression = readAiccScript(prerequisites);
    if (!expression) bad.push({ id, title, why: 'unreadable' });
    else if (!itemsOf(expression).every((item) => known.has(item))) bad.push({ id, title, why: 'unknown' });
    else own.set(id, expression);
  }
  const waits: Waiting[] = [];
  /** A part waits for what the groups around it wait for as well. */
  const collect = ({ id, isPart, children }: WaitingItem, above: Expression[]): void => {
    const all = own.has(id) ? [...above, own.get(id)!] : above;
    if (isPart && all.length > 0) waits.push({ id, for: all.length === 1 ? all[0]! : { kind: 'all', of: all } });
    children.forEach((child) => collect(child, all));
  };
  collect(root, []);
  return { parts: items, waits, bad };
}

/** Rounds after which nothing more is said: what opens a part stands before it, or not far behind. */
const MOST_ROUNDS = 50;

/** Parts that nothing a learner could do would ever open. */
function neverMet(root: WaitingItem, waits: Waiting[]): BadPrerequisites[] {
  const ANY: Statuses = new Set(['passed', 'completed', 'failed', 'incomplete', 'not attempted']);
  const NONE: Statuses = new Set(['not attempted']);
  let closed = waits;
  for (let round = 0; closed.length > 0; round++) {
    if (round === MOST_ROUNDS) return [];
    const ids = new Set(closed.map(({ id }) => id));
    const statuses = statusesIn(root, (part) => (ids.has(part) ? NONE : ANY));
    const left = closed.filter(({ for: what }) => !canHold(what, statuses));
    if (left.length === closed.length) break;
    closed = left;
  }
  const titles = new Map(below(root).map(({ id, title }) => [id, title]));
  return closed.map(({ id }) => ({ id, title: titles.get(id)!, why: 'never' }));
}

function below<Item extends { children: Item[] }>(item: Item): Item[] {
  return [item, ...item.children.flatMap((child) => below(child))];
}
