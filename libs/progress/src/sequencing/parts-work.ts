import {
  courseResult,
  readCmi,
  reportOf,
  type ScoResult,
  type SequencingState,
  type SequencingTree,
  type Shared,
} from '@induct/scorm';
import {
  atTheStart,
  type BesideSteps,
  compareMoves,
  isBeginning,
  type KnownCourse,
  keyOfRun,
  left,
  type LeftReport,
  type OpenRun,
  type PlacedMove,
  type Position,
  step,
  type ToldMove,
} from './course-of-parts';
import type { Move } from './move';

/** What a commit says of the order of parts. */
export interface SaidOfParts {
  launch: number;
  run: number;
  seq: number;
  moves: readonly Move[];
  receivedAt: Date;
  /** When it was said, by the browser's clock, where the browser has told that. */
  at?: number | undefined;
  /** The part that reports with it, and what: its run-time data without suspend_data, and shared data that it wrote. */
  sco: string;
  cmi: unknown;
  data: Record<string, string> | undefined;
}

/** A step that is to be written, with the commit that brought it. */
export interface NewMove extends ToldMove {
  seq: number;
  receivedAt: Date;
}

/**
 * Where an attempt at a module with an order is while a batch is worked out. The state follows from the seed and the steps alone,
 * whenever these arrive: a late one is put where it belongs, and what comes after it is told again.
 */
export class PartsWork {
  /** To be written. */
  newMoves: NewMove[] = [];
  isChanged = false;
  private readonly leftToWrite = new Map<string, LeftReport>();
  private readonly beside: { shared: Map<number, Shared>; left: Map<string, LeftReport> };

  /** @param beside of the launch of the last step, and those after it: what is older is given when it is needed */
  constructor(
    private readonly tree: SequencingTree,
    private readonly begin: SequencingState,
    public standing: Position = atTheStart(begin),
    beside: Partial<BesideSteps> = {},
  ) {
    this.beside = { shared: new Map(beside.shared), left: new Map(beside.left) };
  }

  /** To be written: of a run the newest. */
  get newLeft(): LeftReport[] {
    return [...this.leftToWrite.values()];
  }

  /** Whether it takes the steps before to know what becomes of these. */
  needsAllMoves({ launch, run, moves }: Pick<SaidOfParts, 'launch' | 'run' | 'moves'>): boolean {
    const { standing } = this;
    if (moves.length > 0) {
      const isLate = moves.some(({ number }) => compareMoves({ launch, number }, standing) <= 0);
      // A page begins once: who says otherwise is not believed without the steps before.
      return isLate || moves.slice(1).some(isBeginning);
    }
    const isOlder = launch < standing.launch;
    return isOlder || (launch === standing.launch && standing.open !== undefined && run < standing.open.run);
  }

  /** @param whole what is known of the attempt, when `needsAllMoves` */
  take(said: SaidOfParts, whole?: KnownCourse): void {
    const before = whole?.moves ?? [];
    if (whole) this.remember(whole);
    const known = [...before, ...this.newMoves];
    const numbers = new Set(known.map(({ launch, number }) => `${launch}.${number}`));
    const placed = said.moves.map((move) => ({ ...move, launch: said.launch }));
    const fresh = placed.filter(({ launch, number }) => !numbers.has(`${launch}.${number}`)).toSorted(compareMoves);
    const isLate = fresh.some((move) => compareMoves(move, this.standing) <= 0);
    if (isLate) this.tellAgain(fresh, known, said);
    else for (const move of fresh) this.follow(move, said);
    this.hear(said, [...before, ...this.newMoves]);
  }

  private remember({ shared, left: reports }: BesideSteps): void {
    for (const [launch, told] of shared) this.beside.shared.set(launch, told);
    for (const [key, report] of reports)
      if (report.seq > (this.beside.left.get(key)?.seq ?? 0)) this.beside.left.set(key, report);
  }

  /** What the course has come to, as if the learner saved and went now; undefined before the first step. */
  result(at: Date): ScoResult | undefined {
    if (this.standing.number === 0) return undefined;
    return courseResult(this.tree, left(this.tree, this.standing, at.getTime()));
  }

  /** After everything was written. */
  written(): void {
    this.newMoves = [];
    this.leftToWrite.clear();
    this.isChanged = false;
  }

  private follow(move: PlacedMove, said: SaidOfParts): void {
    const { open } = this.standing;
    if (isBeginning(move) && open?.report) this.keep(open, open.run, open.report, open.seq);
    this.add(step(this.tree, this.standing, move, this.beside), said);
  }

  private keep({ launch }: Pick<OpenRun, 'launch'>, run: number, report: LeftReport['report'], seq: number): void {
    const reported = { launch, run, seq, report };
    this.beside.left.set(keyOfRun(reported), reported);
    this.leftToWrite.set(keyOfRun(reported), reported);
  }

  private add({ after, move }: { after: Position; move: ToldMove }, { seq, receivedAt }: SaidOfParts): void {
    this.standing = after;
    this.newMoves.push({ ...move, seq, receivedAt });
    this.isChanged = true;
  }

  private tellAgain(late: readonly PlacedMove[], others: readonly PlacedMove[], said: SaidOfParts): void {
    const { open, differs: differed } = this.standing;
    const isLate = new Set(late);
    let standing = atTheStart(this.begin);
    for (const move of [...others, ...late].toSorted(compareMoves)) {
      const told = step(this.tree, standing, move, this.beside);
      if (isLate.has(move)) this.add(told, said);
      standing = told.after;
    }
    // Whether those after them went by the rules was said when they came: nobody knew of these.
    const differs = differed || this.newMoves.some((move) => move.differs);
    this.standing = { ...standing, differs };
    const now = standing.open;
    if (open && now && now.launch === open.launch && now.run === open.run) this.standing.open = open;
  }

  private hear(said: SaidOfParts, known: readonly PlacedMove[]): void {
    const { launch, run, seq, sco, cmi, data, receivedAt } = said;
    // A clock that runs ahead must not win over all that comes later.
    const at = Math.min(said.at ?? Infinity, receivedAt.getTime());
    const { open, state } = this.standing;
    // Content that takes itself to be leaving and stays goes on in a further run, without a step: its commits go by their numbers.
    const isOpen = open?.launch === launch && open.run <= run && open.seq < seq;
    const report = () => ({ ...reportOf(readCmi('scorm_2004', cmi), data), at });
    if (isOpen && state.current === sco) {
      this.standing = { ...this.standing, open: { ...open, seq, report: report() } };
      this.isChanged = true;
      return;
    }
    const openedAs = wasLeft(said, known);
    if (openedAs === undefined || seq <= (this.beside.left.get(keyOfRun({ launch, run: openedAs }))?.seq ?? 0)) return;
    this.keep(said, openedAs, report(), seq);
    this.tellAgain([], known, said);
    this.isChanged = true;
  }
}

/** The run that was open when its page went away without a word: another page's first step came after it. */
function wasLeft({ launch, run, sco }: SaidOfParts, known: readonly PlacedMove[]): number | undefined {
  const moves = known.toSorted(compareMoves);
  const at = moves.findLastIndex(
    ({ launch: of, opened }) => of === launch && opened !== undefined && opened.run <= run,
  );
  const [opened, next] = [moves[at]?.opened, moves[at + 1]];
  return opened?.activity === sco && next && isBeginning(next) ? opened.run : undefined;
}
