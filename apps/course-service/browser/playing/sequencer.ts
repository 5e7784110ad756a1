import {
  type Activity,
  type ActivityReport,
  available,
  type Available,
  navigate,
  type NavigationRequest,
  type Navigated,
  openAnyway,
  readCmi,
  report,
  reportOf,
  type RunTime,
  runTimeOf,
  type SequencingState,
  type SequencingTree,
  sequencingTree,
  whyClosed,
  type WhyClosed,
} from '@induct/scorm';
import type { Move } from '../journal/entry';
import type { Cmi, SequencingStart } from '../launch/launch-state';
import type { Asked } from '../launch/asked';

/** What the open part has said, as it is now. */
export interface Said {
  run: number;
  cmi: Cmi;
  /** Shared data that it has written, by the id of the store. */
  data: Record<string, string>;
}

/** Where the learner is among the parts of a module with an order: the same rules that the server applies. No page. */
export class Sequencer {
  private readonly tree: SequencingTree;
  private readonly activities: ReadonlyMap<string, Activity>;
  private state: SequencingState;
  /** Not acknowledged by the server. */
  private waiting: Move[] = [];
  private last: Navigated | undefined;
  private hasBegun = false;

  constructor(
    private start: SequencingStart,
    private readonly nextNumber: () => number,
    /** In milliseconds since 1970: limits of time go by it. */
    readonly now: () => number = clockOf(start.at),
  ) {
    this.tree = sequencingTree(start.tree);
    this.activities = new Map(all(start.tree.root).map((activity) => [activity.id, activity]));
    this.state = start.state;
  }

  /** The server knows more than it did when the page was made; before the first step only. */
  startFrom(start: SequencingStart): void {
    this.start = start;
    this.waiting = [];
    this.hasBegun = false;
    this.state = start.state;
  }

  /** The first step of a page: where the learner left, or from the beginning. */
  begin(): Move {
    this.hasBegun = true;
    if (this.start.open !== undefined) return this.openAnyway(this.start.open);
    const kind = this.state.suspended === undefined ? 'start' : 'resumeAll';
    return this.take({ kind }, undefined, this.start.at);
  }

  /** @param said of the part that is open */
  ask(request: NavigationRequest, said: Said | undefined): Move {
    return this.take(request, said, this.now());
  }

  /** What became of the last step. */
  get went(): Navigated | undefined {
    return this.last;
  }
  /** The part that runs; one that has ended stays the place from which the next is looked for. */
  get open(): string | undefined {
    const { current } = this.state;
    return current !== undefined && this.state.activities[current]?.active ? current : undefined;
  }
  /** Of shared data the newest only: no step depends on it, and it is long. */
  get tells(): readonly Move[] {
    const later = new Set<string>();
    return this.waiting
      .toReversed()
      .map((move) => withoutData(move, later))
      .toReversed();
  }

  /** The server has them. */
  acknowledged(moves: readonly Move[]): void {
    const upTo = Math.max(0, ...moves.map(({ number }) => number));
    this.waiting = this.waiting.filter(({ number }) => number > upTo);
  }

  /** What may be asked now, with what the open part has said so far. */
  available(said: Said | undefined): Available {
    const at = this.now();
    return available(this.tree, this.stands(said), at);
  }

  /** Of a part that is closed, what there is to do about it. */
  closed(said: Said | undefined): (activity: string) => WhyClosed | undefined {
    return whyClosed(this.tree, this.stands(said), this.now());
  }

  /** How every part stands, with what the open part has said so far. */
  stands(said: Said | undefined): SequencingState {
    return said && this.isOpen() ? report(this.tree, this.state, this.reportOf(said), this.now()) : this.state;
  }

  /** What would become of a step: nothing changes. */
  tryOut(request: NavigationRequest, said: Said | undefined): Navigated {
    return navigate(this.tree, this.stands(said), request, this.now());
  }

  /** What the standard gives to a part that is opened. */
  runTimeOf(activity: string): RunTime {
    return runTimeOf(this.tree, this.state, activity);
  }
  activity(id: string): Activity | undefined {
    return this.activities.get(id);
  }

  /** Buttons that are not there: the open part brings its own, or its group knows no such way. */
  hiddenButtons(): Asked[] {
    const { current } = this.state;
    const own = this.open === undefined ? [] : (this.activities.get(this.open)?.hideLmsUi ?? []);
    const hidden = own.flatMap((name) => BUTTONS[name] ?? []);
    const parent = current === undefined ? undefined : this.tree.activities.get(current)?.parent;
    const group = parent === undefined ? undefined : this.tree.activities.get(parent);
    // The only part of a module leads nowhere.
    if (!group?.flow || this.tree.activities.size === 2) return [...hidden, 'continue', 'previous'];
    return group.forwardOnly ? [...hidden, 'previous'] : hidden;
  }

  private openAnyway(target: string): Move {
    const { at } = this.start;
    this.state = openAnyway(this.tree, this.state, target, at);
    this.last = { state: this.state, delivered: target, ended: false, path: [`DB.2 ${target}`] };
    const move: Move = { number: this.nextNumber(), at, request: { kind: 'jump', target } };
    this.waiting.push(move);
    return move;
  }

  private isOpen(): boolean {
    return this.hasBegun && this.open !== undefined;
  }

  private take(request: NavigationRequest, said: Said | undefined, at: number): Move {
    // What is abandoned has said nothing (SN 5.6.2).
    const isAbandoned = request.kind === 'abandon' || request.kind === 'abandonAll';
    const told = said && this.isOpen() && !isAbandoned ? this.reportOf(said) : undefined;
    const state = told ? report(this.tree, this.state, told, at) : this.state;
    this.last = navigate(this.tree, state, request, at);
    this.state = this.last.state;
    const move: Move = { number: this.nextNumber(), at, request, ...(told && { run: said!.run, report: told }) };
    this.waiting.push(move);
    return move;
  }

  /** In its own words: what silence and thresholds make of them is said by the rules of the whole. */
  private reportOf({ cmi, data }: Said): ActivityReport {
    return reportOf(readCmi('scorm_2004', cmi), data);
  }
}

/** The server's time, as the page was told it: to put one's own clock back gains nobody any. */
function clockOf(at: number): () => number {
  const ahead = Date.now() - at;
  return () => Date.now() - ahead;
}

const BUTTONS: Readonly<Record<string, Asked>> = {
  continue: 'continue',
  previous: 'previous',
  exitAll: 'exit-all',
  suspendAll: 'suspend-all',
};

function withoutData(move: Move, later: Set<string>): Move {
  if (!move.report?.data) return move;
  const { data, ...told } = move.report;
  const kept = Object.entries(data).filter(([id]) => !later.has(id));
  for (const [id] of kept) later.add(id);
  return { ...move, report: kept.length > 0 ? { ...told, data: Object.fromEntries(kept) } : told };
}

const all = (activity: Activity): Activity[] => [activity, ...activity.children.flatMap(all)];
