import type { ScoResult } from '../activity/result';
import type { Expression, Status } from './aicc-script';

/** The statuses that an item may have: one when it is known, several when it is asked what could be. */
export type Statuses = ReadonlySet<Status>;

interface Item {
  id: string;
  isPart: boolean;
  children: Item[];
}

/** In AICC's words. */
export function statusOf({ completion, success }: Pick<ScoResult, 'completion' | 'success'>): Status {
  if (success !== 'unknown') return success;
  return completion === 'not_attempted' ? 'not attempted' : completion;
}

/** Of every item. @param ofPart of one that can be opened; a group has what its parts come to, and one without any is done */
export function statusesIn(root: Item, ofPart: (id: string) => Statuses): ReadonlyMap<string, Statuses> {
  const found = new Map<string, Statuses>();
  const visit = (item: Item): Statuses[] => {
    const inside = item.children.flatMap(visit);
    const own = item.isPart ? [ofPart(item.id), ...inside] : inside;
    found.set(item.id, item.isPart && inside.length === 0 ? own[0]! : ofGroup(own));
    return own;
  };
  visit(root);
  return found;
}

/** Whether an expression holds with some of the statuses that there may be; with one of each, whether it holds. */
export function canHold(expression: Expression, statuses: ReadonlyMap<string, Statuses>, wanted = true): boolean {
  switch (expression.kind) {
    case 'done':
      return some(statuses.get(expression.item), (status) => isGood(status) === wanted);
    case 'is':
      return some(
        statuses.get(expression.item),
        (is) => ((is === expression.status) !== expression.negated) === wanted,
      );
    case 'not':
      return canHold(expression.of, statuses, !wanted);
    default: {
      const { of } = expression;
      const least = expression.kind === 'atLeast' ? expression.count : expression.kind === 'all' ? of.length : 1;
      const count = of.filter((one) => canHold(one, statuses, wanted)).length;
      return wanted ? count >= least : of.length - count < least;
    }
  }
}

const isGood = (status: Status): boolean => status === 'passed' || status === 'completed';

function some(statuses: Statuses | undefined, is: (status: Status) => boolean): boolean {
  return statuses !== undefined && [...statuses].some(is);
}

/** What a group may come to, of what its parts may be. */
function ofGroup(parts: Statuses[]): Statuses {
  const all = (...these: Status[]) => parts.every((part) => these.some((status) => part.has(status)));
  const any = (...these: Status[]) => parts.some((part) => these.some((status) => part.has(status)));
  const may = new Set<Status>();
  if (parts.length === 0) may.add('completed');
  if (all('passed', 'completed') && any('passed')) may.add('passed');
  if (all('completed')) may.add('completed');
  if (all('passed', 'completed', 'failed') && any('failed')) may.add('failed');
  if (all('not attempted') && parts.length > 0) may.add('not attempted');
  if (any('incomplete') || (any('not attempted') && any('passed', 'completed', 'failed') && parts.length > 1))
    may.add('incomplete');
  return may;
}
