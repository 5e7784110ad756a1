import { ViewColumn, ViewEntity } from 'typeorm';
import type { Doubt } from '../attempt/plausibility';

/** A completion that is hard to believe, and what an officer said of it. */
@ViewEntity({ name: 'doubt_standing', synchronize: false })
export class DoubtStanding {
  @ViewColumn()
  attemptId: string;

  @ViewColumn()
  doubts: Doubt[];

  @ViewColumn()
  recordedAt: Date;

  /** Nobody has looked yet. */
  @ViewColumn()
  waits: boolean;

  /** What the officer said; null until then. */
  @ViewColumn()
  counts: boolean | null;

  @ViewColumn()
  lookedBy: string | null;

  @ViewColumn()
  lookedAt: Date | null;

  @ViewColumn()
  words: string | null;
}
