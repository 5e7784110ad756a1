import type { ActivityDefinition, SequencingTree } from './definition';
import { type ActivityState, type SequencingState, untouched } from './state';

/** A process of the book stopped, and why: the code of its exception. */
export type Code = string;

/**
 * What the processes work on: the tree, and a copy of the state that is theirs alone until they are done. It is the only
 * thing in this room that changes.
 */
export class Work {
  readonly state: SequencingState;
  /** Which processes were gone through, and what they found. */
  readonly path: string[] = [];

  constructor(
    readonly tree: SequencingTree,
    before: SequencingState,
  ) {
    this.state = structuredClone(before);
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
    if (!Object.hasOwn(this.state.activities, id)) {
      // An id may be "__proto__": it is a name like any other.
      Object.defineProperty(this.state.activities, id, {
        value: untouched(),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return this.state.activities[id]!;
  }

  parent(id: string): string | undefined {
    return this.definition(id).parent;
  }

  /** The children that can be reached, in their order (SN 4.7). */
  available(id: string): readonly string[] {
    return this.seen(id).available ?? this.definition(id).children;
  }

  isAvailable(id: string): boolean {
    const parent = this.parent(id);
    return parent === undefined || this.available(parent).includes(id);
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
