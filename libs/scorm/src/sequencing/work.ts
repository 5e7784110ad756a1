import type { ActivityDefinition, SequencingTree } from './definition';
import { type ActivityState, type ObjectiveState, type SequencingState, untouched } from './state';

/** A process of the book stopped, and why: the code of its exception. */
export type Code = string;

/**
 * What the processes work on: the tree, and a copy of the state that is theirs alone until they are done. It is the only
 * thing in this room that changes. Of an activity or a global objective a copy is made when it is first written to.
 */
export class Work {
  readonly state: SequencingState;
  private readonly own = new Set<string>();
  /** What was worked out of the state as it is. */
  private readonly answers = new Map<string, Map<string, unknown>>();
  /** Which processes were gone through, and what they found. */
  readonly path: string[] = [];

  constructor(
    readonly tree: SequencingTree,
    before: SequencingState,
    /** Now, in milliseconds since 1970: of the step that is taken. */
    readonly at: number,
  ) {
    this.state = { ...before, activities: { ...before.activities }, globals: { ...before.globals } };
  }

  /** What follows from the state is worked out once, until something is written. */
  once<Answer>(question: string, id: string, find: () => Answer): Answer {
    const answers = this.answersTo(question);
    if (!answers.has(id)) answers.set(id, find());
    return answers.get(id) as Answer;
  }

  /** What is known already of a question, by id; forgotten when something is written. */
  answersTo(question: string): Map<string, unknown> {
    let known = this.answers.get(question);
    if (!known) this.answers.set(question, (known = new Map()));
    return known;
  }

  /** Something was written: what was worked out before may not hold any more. */
  changed(): void {
    this.answers.clear();
  }

  note(step: string): void {
    this.path.push(step);
  }

  get current(): string | undefined {
    return this.state.current;
  }

  definition(id: string): ActivityDefinition {
    const definition = this.tree.activities.get(id);
    if (!definition) throw new Error(`There is no activity ${id}`);
    return definition;
  }

  /** To be read only. */
  seen(id: string): Readonly<ActivityState> {
    return Object.hasOwn(this.state.activities, id) ? this.state.activities[id]! : UNTOUCHED;
  }

  /** To be changed. */
  of(id: string): ActivityState {
    this.changed();
    const { activities } = this.state;
    if (!this.own.has(id)) {
      this.own.add(id);
      define(activities, id, Object.hasOwn(activities, id) ? structuredClone(activities[id]!) : untouched());
    }
    return activities[id]!;
  }

  /** A global objective, to be changed. */
  global(id: string): ObjectiveState {
    this.changed();
    const { globals } = this.state;
    define(globals, id, Object.hasOwn(globals, id) ? { ...globals[id] } : {});
    return globals[id]!;
  }

  parent(id: string): string | undefined {
    return this.definition(id).parent;
  }

  /** The children that can be reached, in their order (SN 4.7). */
  available(id: string): readonly string[] {
    return this.seen(id).available ?? this.definition(id).children;
  }

  isAvailable(id: string): boolean {
    return this.parent(id) === undefined || this.place(id) >= 0;
  }

  /** Where it stands among those of its group that can be reached, from 0; −1 when it cannot. */
  place(id: string): number {
    const parent = this.parent(id);
    return parent === undefined ? -1 : (placesIn(this.available(parent)).get(id) ?? -1);
  }

  /** From `id` up to the root, both with it. */
  upFrom(id: string): string[] {
    const path: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = this.parent(at)) path.push(at);
    return path;
  }

  /** From the root down to `id`, both with it. */
  downTo(id: string): string[] {
    return this.upFrom(id).toReversed();
  }

  commonAncestor(one: string, other: string): string {
    const above = new Set(this.upFrom(one));
    return this.upFrom(other).find((id) => above.has(id))!;
  }

  /** From `id` up to `ancestor`, without the ancestor. */
  upTo(id: string, ancestor: string): string[] {
    const path = this.upFrom(id);
    return path.slice(0, path.indexOf(ancestor));
  }

  isWithin(id: string, ancestor: string): boolean {
    return this.upFrom(id).includes(ancestor);
  }
}

const UNTOUCHED: Readonly<ActivityState> = Object.freeze({ ...untouched(), objectives: Object.freeze({}) });

/** Lists are never changed, and most belong to the tree. */
const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function placesIn(ids: readonly string[]): ReadonlyMap<string, number> {
  const known = places.get(ids) ?? new Map(ids.map((id, at) => [id, at]));
  places.set(ids, known);
  return known;
}

/** An id may be "__proto__": it is a name like any other. */
export function define<Value>(values: Record<string, Value>, id: string, value: Value): void {
  Object.defineProperty(values, id, { value, enumerable: true, configurable: true, writable: true });
}
