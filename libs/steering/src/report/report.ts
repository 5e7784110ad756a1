import type { VersionReview } from '@induct/course';
import type { ChecklistAnswer, ChecklistItem, ClosedWhy, Decision, RoundState } from '../rules/round';
import type { FindingState, Severity } from '../rules/finding';
import type { AboutVersion } from '../reading/steering.rows';

/** What the steering group's papers say about a round; the page and the PDF say the same. */
export interface RoundReport extends AboutVersion {
  roundId: string;
  number: number;
  state: RoundState;
  focus: string;
  checklist: ChecklistItem[];
  quorum: number;
  /** How many the version has. */
  parts: number;
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
    /** How many parts of the version opened for them. */
    partsOpened: number;
    /** There was no second person when they became a tester. */
    grantedAlone: boolean;
    /** Raised in this round. */
    findings: number;
    decision: Decision | null;
    reason: string;
    decidedAt: Date | null;
    couldNotFinishWhy: string | null;
  }[];
  /** Who opened a preview. */
  started: number;
  signedOff: number;
  refused: number;
  /** Of all testers together. */
  previewSeconds: number;
  /** Of those who signed it off: who answered no to something. */
  signedOffDespiteNo: number;
  /** What was said of each line, in the checklist's order. */
  answers: {
    id: string;
    text: string;
    /** How often each answer was given. */
    counts: Record<ChecklistAnswer, number>;
    /** Who answered no. */
    noes: { name: string; decision: Decision; note: string }[];
    /** With other answers. */
    notes: string[];
  }[];
  /** Of the findings below. */
  bySeverity: { severity: Severity; raised: number; settled: number; unsettled: number }[];
  /** Its own and those carried into it: what is not settled first, the most serious first. */
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
    /** Where it was raised. */
    roundNumber: number;
    foundInVersionNumber: number;
  }[];
  /** Of the version, where it says what is to be reviewed. */
  review: (Pick<VersionReview, 'asked' | 'confirmed' | 'changed'> & { by: VersionReview['reviewBy'] }) | null;
  /** In words: what the round came to. */
  decision: string;
  publishedAt: Date | null;
  publishedByName: string | null;
  /** When the version was published over the gate. */
  override: {
    reason: string;
    proposedByName: string;
    proposedAt: Date;
    confirmedByName: string;
    confirmedAt: Date;
  } | null;
}

/** The report as a PDF. It is printed when a round closes, anew when what it says has changed, and when somebody asks. */
export type ReportPdf =
  | { state: 'made'; sha256: string; bytes: number; madeAt: Date }
  | { state: 'being made' | 'failed' }
  /** Nobody asked for one. */
  | { state: 'none' };
