import {
  type ActivityReport,
  navigate,
  openAnyway,
  report,
  type SequencingState,
  type SequencingTree,
  type Shared,
  withShared,
} from '@induct/scorm';
import type { Move } from './move';

/** The part that is open, and what it has reported since it was. */
export interface OpenRun {
  launch: number;
  run: number;
  /** Of the newest commit of the run; 0 before the first. */
  seq: number;
  report?: ActivityReport;
}

/** Where an attempt stands after some steps. */
export interface Position {
  state: SequencingState;
  /** Of the last step: its launch, and its number there. */
  launch: number;
  number: number;
  open?: OpenRun;
  /** Some step went elsewhere than the module's rules would have led. */
  differs: boolean;
}

/** What a run had reported whose page went away without a word: another page has begun since. */
export interface LeftReport {
  launch: number;
  run: number;
  seq: number;
  report: ActivityReport;
}

/** What is known beside the steps themselves. */
export interface BesideSteps {
  /** What other packages had shared when a launch was opened, by the launch's number. */
  shared: ReadonlyMap<number, Shared>;
  /** The newest of each run, by `keyOfRun`. */
  left: ReadonlyMap<string, LeftReport>;
}

/** All that is known of an attempt: its steps, in any order, and what is known beside them. */
export interface KnownCourse extends BesideSteps {
  moves: readonly PlacedMove[];
}

export const keyOfRun = ({ launch, run }: { launch: number; run: number }): string => `${launch}.${run}`;
const NOTHING: BesideSteps = { shared: new Map(), left: new Map() };

/** A step, and in which launch it was taken. */
export interface PlacedMove extends Move {
  launch: number;
}

export type ToldMove = PlacedMove & { differs: boolean };

/** Negative when `a` was taken before `b`, whenever they arrived here. */
export const compareMoves = (a: Pick<PlacedMove, 'launch' | 'number'>, b: Pick<PlacedMove, 'launch' | 'number'>) =>
  a.launch - b.launch || a.number - b.number;

/**
 * One step further: the same request to the same engine as in the browser. Where the player opened something else than the
 * rules lead to, that is what the learner has seen: it is followed, and said.
 */
export function step(
  tree: SequencingTree,
  before: Position,
  given: PlacedMove,
  beside: BesideSteps = NOTHING,
): { after: Position; move: ToldMove } {
  const move = isBeginning(given) ? { ...given, run: undefined, report: reportedBefore(given, before, beside) } : given;
  let { state } = before;
  if (isBeginning(move)) state = begun(tree, leftWith(tree, before, move), beside.shared.get(move.launch));
  else if (move.report && before.open && state.current !== undefined) state = report(tree, state, move.report, move.at);
  const went = navigate(tree, state, move.request, move.at);
  const differs = went.delivered !== move.opened?.activity;
  const followed = differs && move.opened ? openAnyway(tree, state, move.opened.activity, move.at) : went.state;
  const open = move.opened && { launch: move.launch, run: move.opened.run, seq: 0 };
  // A request that leads nowhere leaves what was open as it was; what has ended is heard no more.
  const { current } = followed;
  const stays =
    !open && current !== undefined && current === before.state.current && followed.activities[current]?.active;
  const after: Position = {
    state: followed,
    launch: move.launch,
    number: move.number,
    open: stays ? before.open : open,
    differs: before.differs || differs,
  };
  // Kept as it came: whatever the page before had reported is kept by its run, and may turn out to be of another part.
  return { after, move: { ...given, differs } };
}

/** What the page before had reported when it went away. */
const reportedBefore = ({ report: known }: PlacedMove, { open }: Position, beside: BesideSteps) =>
  open && (beside.left.get(keyOfRun(open))?.report ?? open.report ?? known);

const leftWith = (tree: SequencingTree, { state, open }: Position, { at, report: reported }: PlacedMove) =>
  left(tree, { state, open: open && { ...open, report: reported } }, at);

/** A page begins with what other packages have shared since. */
export function begun(tree: SequencingTree, state: SequencingState, shared: Shared | undefined): SequencingState {
  return shared ? withShared(tree, state, shared) : state;
}

/** A page's first step. */
export const isBeginning = ({ request }: Move): boolean => request.kind === 'start' || request.kind === 'resumeAll';

/**
 * As if the learner had saved and gone: so it is taken whenever a page went away without a word. They went when the part was heard
 * last: what another module has shared since is newer.
 * @param at where that is not known
 */
export function left(tree: SequencingTree, { state, open }: Pick<Position, 'state' | 'open'>, at: number) {
  if (state.current === undefined) return state;
  // Where time is limited, a part that was never heard was not worked in.
  const moment = open?.report?.at ?? state.activities[state.current]?.time?.since ?? at;
  const told = open?.report ? report(tree, state, open.report, moment) : state;
  return navigate(tree, told, { kind: 'suspendAll' }, moment).state;
}

export const atTheStart = (state: SequencingState): Position => ({ state, launch: 0, number: 0, differs: false });
