import type { ChecklistAnswer, ChecklistItem, ClosedWhy, Decision, RoundState } from './round';
import type { FindingState, Severity } from './finding';
import type { AboutVersion } from './steering.rows';

/** What the steering group's papers say about a round; the page and the PDF say the same. */
export interface RoundReport extends AboutVersion {
  roundId: string;
  number: number;
  state: RoundState;
  focus: string;
  checklist: ChecklistItem[];
  quorum: number;
  deadline: Date;
  openedByName: string;
  openedAt: Date;
  closedAt: Date | null;
  closedWhy: ClosedWhy | null;
  /** Invited. */
  testers: {
    personId: string;
    name: string;
    previewSeconds: number;
    decision: Decision | null;
    reason: string;
    decidedAt: Date | null;
    couldNotFinishWhy: string | null;
  }[];
  /** Who opened a preview. */
  started: number;
  signedOff: number;
  refused: number;
  /** Of all previews together. */
  previewSeconds: number;
  /** How often each answer was given, in the checklist's order. */
  answers: { id: string; text: string; counts: Record<ChecklistAnswer, number>; notes: string[] }[];
  bySeverity: { severity: Severity; raised: number; settled: number; unsettled: number }[];
  findings: {
    id: string;
    number: number;
    severity: Severity;
    state: FindingState;
    settled: boolean;
    text: string;
    scoTitle: string;
    location: string;
    authorName: string;
    fixedInVersionNumber: number | null;
    reason: string;
    carried: boolean;
  }[];
  /** In words: what the round came to. */
  decision: string;
  publishedAt: Date | null;
  publishedByName: string | null;
}
