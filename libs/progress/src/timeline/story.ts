import type { PartNow, Step } from './replay';

/** The player was opened. */
export interface Opening {
  kind: 'opening';
  at: Date;
  /** False when it saved something that the log no longer holds. */
  isKept: boolean;
}

/** Saves of one part in which nothing turned. */
export interface Saves {
  kind: 'saves';
  at: Date;
  until: Date;
  count: number;
  sco: string;
  /** What the part had come to when they began: before them, or with the first where nothing is known before it. */
  before: PartNow;
  after: PartNow;
}

/** A save with which something became of the part or of the attempt. */
export interface Turn extends Step {
  kind: 'turn';
}

export type Moment = Opening | Saves | Turn;

/** What happened in an attempt, from its openings and the steps of its replay: quiet stretches are one moment. */
export class Story {
  readonly moments: Moment[] = [];

  /** @param isWhole false when earlier saves are not known: the first that is known of a part then turns nothing */
  constructor(private readonly isWhole: boolean) {}

  opened(opening: Omit<Opening, 'kind'>): void {
    this.moments.push({ kind: 'opening', ...opening });
  }

  tell(step: Step): void {
    const last = this.moments.at(-1);
    const { at, sco, before, after } = step;
    if (!this.isQuiet(step)) this.moments.push({ kind: 'turn', ...step });
    else if (last?.kind === 'saves' && last.sco === sco)
      Object.assign(last, { until: at, count: last.count + 1, after });
    else this.moments.push({ kind: 'saves', at, until: at, count: 1, sco, before: before ?? after, after });
  }

  private isQuiet({ before, after, closed, completes }: Step): boolean {
    if (closed || completes) return false;
    if (!before) return !this.isWhole || !(hasTurned(NOTHING, after) || after.awaitsResult);
    return !hasTurned(before, after) && before.awaitsResult === after.awaitsResult;
  }
}

const NOTHING: PartNow = { completion: 'not_attempted', success: 'unknown', awaitsResult: false };

const hasTurned = (before: PartNow, after: PartNow): boolean =>
  before.success !== after.success || (before.completion === 'completed') !== (after.completion === 'completed');
