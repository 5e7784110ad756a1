import {
  courseResult,
  readCmi,
  reportOf,
  type Activity,
  type ScoResult,
  type SequencingState,
  type SequencingTree,
} from '@induct/scorm';
import {
  again,
  atTheStart,
  compareMoves,
  left,
  type PlacedMove,
  type Standing,
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
  /** What the open part reports with it, as its run-time data without suspend_data. */
  cmi: unknown;
  final: boolean;
  activity: Activity;
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

  constructor(
    private readonly tree: SequencingTree,
    private readonly begin: SequencingState,
    public standing: Standing = atTheStart(begin),
  ) {}

  /** Whether it takes the steps before to know what becomes of these. */
  needsAllMoves(launch: number, moves: readonly Move[]): boolean {
    return moves.some(({ number }) => compareMoves({ launch, number }, this.standing) <= 0);
  }

  /** @param before all steps that are known, when `needsAllMoves` */
  take(said: SaidOfParts, before: readonly PlacedMove[] = []): void {
    const known = new Set([...before, ...this.newMoves].map(({ launch, number }) => `${launch}.${number}`));
    const placed = said.moves.map((move) => ({ ...move, launch: said.launch }));
    const fresh = placed.filter(({ launch, number }) => !known.has(`${launch}.${number}`)).toSorted(compareMoves);
    const isLate = fresh.some((move) => compareMoves(move, this.standing) <= 0);
    if (isLate) this.tellAgain(fresh, [...before, ...this.newMoves], said);
    else for (const move of fresh) this.add(step(this.tree, this.standing, move), said);
    this.hear(said);
  }

  /** What the course has come to, as if the learner saved and went now; undefined before the first step. */
  result(at: Date): ScoResult | undefined {
    if (this.standing.number === 0) return undefined;
    return courseResult(this.tree, left(this.tree, this.standing, at.getTime()));
  }

  /** After everything was written. */
  written(): void {
    this.newMoves = [];
    this.isChanged = false;
  }

  private add({ after, move }: { after: Standing; move: ToldMove }, { seq, receivedAt }: SaidOfParts): void {
    this.standing = after;
    this.newMoves.push({ ...move, seq, receivedAt });
    this.isChanged = true;
  }

  private tellAgain(late: readonly PlacedMove[], others: readonly PlacedMove[], said: SaidOfParts): void {
    const { open, differs: differed } = this.standing;
    const isLate = new Set(late);
    let standing = atTheStart(this.begin);
    for (const move of [...others, ...late].toSorted(compareMoves)) {
      if (isLate.has(move)) {
        const told = step(this.tree, standing, move);
        this.add(told, said);
        standing = told.after;
      } else standing = again(this.tree, standing, move);
    }
    // Whether those after them went by the rules was said when they came: nobody knew of these.
    const differs = differed || this.newMoves.some((move) => move.differs);
    this.standing = { ...standing, differs };
    const now = standing.open;
    if (open && now && now.launch === open.launch && now.run === open.run) this.standing.open = open;
  }

  private hear({ launch, run, seq, cmi, final, activity }: SaidOfParts): void {
    const { open } = this.standing;
    if (open?.launch !== launch || open.run !== run || open.seq >= seq) return;
    const reported = reportOf(readCmi('scorm_2004', cmi, activity, final));
    this.standing = { ...this.standing, open: { launch, run, seq, report: reported } };
    this.isChanged = true;
  }
}
