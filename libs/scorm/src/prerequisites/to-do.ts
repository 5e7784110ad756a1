import type { Expression } from './aicc-script';
import { canHold, type Statuses } from './statuses';

/** `finish “A”`: a verb, and what it is about. */
interface Task {
  verb: string;
  what: string;
}

const MOST_NAMED = 3;
const NOT_NOW = 'Not open to you now';

/** What a learner has to do before something opens: `Finish “A” and “B” first`. @param expression does not hold */
export function toDo(
  expression: Expression,
  statuses: ReadonlyMap<string, Statuses>,
  titles: ReadonlyMap<string, string>,
): string {
  const name = (item: string) => `“${titles.get(item)}”`;
  const taskOf = (of: Expression): Task | undefined => {
    if (of.kind === 'done') return { verb: 'finish', what: name(of.item) };
    if (of.kind === 'is') {
      const verb = of.negated ? (of.status === 'not attempted' ? 'begin' : undefined) : VERBS[of.status];
      return verb === undefined ? undefined : { verb, what: name(of.item) };
    }
    if (of.kind === 'not') return undefined;
    if (of.kind === 'any')
      return together(
        of.of.flatMap((one) => taskOf(one) ?? []),
        'or',
      );
    const open = of.of.filter((one) => !canHold(one, statuses));
    const tasks = open.flatMap((one) => taskOf(one) ?? []);
    if (of.kind !== 'atLeast') return tasks.length === open.length ? together(tasks, 'and') : undefined;
    const task = together(tasks, 'or');
    const missing = of.count - (of.of.length - open.length);
    return task && missing > 1 ? { verb: task.verb, what: `${missing} of ${task.what}` } : task;
  };
  const task = taskOf(expression);
  return task ? `${task.verb[0]!.toUpperCase()}${task.verb.slice(1)} ${task.what} first` : NOT_NOW;
}

const VERBS: Readonly<Record<string, string>> = { passed: 'pass', completed: 'finish', incomplete: 'begin' };

function together(tasks: Task[], joined: 'and' | 'or'): Task | undefined {
  const [first] = tasks;
  if (!first) return undefined;
  const isOneVerb = tasks.every(({ verb }) => verb === first.verb);
  const said = isOneVerb
    ? tasks.map(({ what }) => what)
    : tasks.map(({ verb, what }, at) => (at === 0 ? what : `${verb} ${what}`));
  return { verb: first.verb, what: listed([...new Set(said)], joined) };
}

function listed(names: string[], joined: 'and' | 'or'): string {
  const named =
    names.length > MOST_NAMED + 1 ? [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} others`] : names;
  const last = named.at(-1)!;
  return named.length === 1 ? last : `${named.slice(0, -1).join(', ')} ${joined} ${last}`;
}
