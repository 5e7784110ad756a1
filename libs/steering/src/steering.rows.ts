import type { Decision, ChecklistAnswers, ChecklistItem, ClosedWhy, RoundState } from './round';
import type { FindingChange, FindingState, ResumeData, Severity } from './finding';

/** The course and version a row is about. */
export interface AboutVersion {
  courseId: string;
  courseSlug: string;
  courseTitle: string;
  versionId: string;
  versionNumber: number;
}

/** A round in a list. */
export interface RoundRow extends AboutVersion {
  id: string;
  number: number;
  state: RoundState;
  quorum: number;
  deadline: Date;
  openedAt: Date;
  closedAt: Date | null;
  closedWhy: ClosedWhy | null;
  testers: number;
  signedOff: number;
  refused: number;
  /** Testers without a preview. */
  notStarted: number;
  /** Raised in it. */
  findings: number;
  /** Unsettled blocking findings of the course. */
  blocking: number;
}

/** A tester of a round. */
export interface TesterRow {
  personId: string;
  name: string;
  invitedAt: Date;
  nudgedAt: Date | null;
  couldNotFinishAt: Date | null;
  couldNotFinishWhy: string | null;
  /** When they first opened a preview of the version. */
  startedAt: Date | null;
  previewSeconds: number;
  decision: Decision | null;
  reason: string;
  checklist: ChecklistAnswers | null;
  decidedAt: Date | null;
  findings: number;
}

/** Everything the page of one round shows but its findings. */
export interface RoundDetail extends RoundRow {
  focus: string;
  checklist: ChecklistItem[];
  openedBy: string;
  openedByName: string;
  /** In hex; null while the PDF is being made. */
  reportSha256: string | null;
  /** The version of the course that was tested before, when there is one. */
  versionState: string;
  testersList: TesterRow[];
  /** By severity: unsettled and all, of the course's findings that this round shows. */
  counts: { severity: Severity; all: number; unsettled: number }[];
}

/** A finding in a list. */
export interface FindingRow extends AboutVersion {
  id: string;
  number: number;
  roundId: string;
  roundNumber: number;
  /** Raised in an earlier round than the one whose list this is. */
  carried: boolean;
  severity: Severity;
  state: FindingState;
  settledAt: Date | null;
  text: string;
  sco: string | null;
  scoTitle: string;
  location: string;
  progress: number | null;
  authorId: string;
  authorName: string;
  assigneeId: string | null;
  assigneeName: string | null;
  fixedInVersionId: string | null;
  fixedInVersionNumber: number | null;
  comments: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface CommentRow {
  id: string;
  authorId: string;
  authorName: string;
  text: string;
  change: FindingChange | null;
  at: Date;
}

/** A finding with its thread. */
export interface FindingDetail extends FindingRow {
  reason: string;
  resume: ResumeData | null;
  previewId: string | null;
  logFrom: number | null;
  logTo: number | null;
  /** In hex. */
  screenshotSha256: string | null;
  screenshotType: string | null;
  settledBy: string | null;
  settledByName: string | null;
  /** The course's newest round: its testers speak for an author who is not among them. */
  currentRound: { id: string; number: number; state: RoundState; versionId: string; testers: string[] };
  thread: CommentRow[];
  /** Newer versions of the course, to mark it as fixed in. */
  newerVersions: { id: string; number: number }[];
}

/** What waits for a person. */
export interface Waiting {
  kind: 'preview' | 'sign_off' | 'confirm' | 'answer' | 'assigned' | 'override';
  courseTitle: string;
  /** Path on the site. */
  href: string;
  /** Of the round or finding. */
  number: number;
  text: string;
  due: Date | null;
}

export interface OverrideRow extends AboutVersion {
  id: string;
  proposedBy: string;
  proposedByName: string;
  reason: string;
  proposedAt: Date;
  confirmedBy: string | null;
  confirmedByName: string | null;
  confirmedAt: Date | null;
}

/** The steering group's home. */
export interface SteeringHome {
  waiting: Waiting[];
  /** Testers: theirs. Everybody else: all. The newest first. */
  open: RoundRow[];
  closed: RoundRow[];
  /** Testers of open rounds who have not opened a preview: whose rounds one sees. */
  notStarted: {
    roundId: string;
    roundNumber: number;
    courseTitle: string;
    personId: string;
    name: string;
    invitedAt: Date;
    nudgedAt: Date | null;
  }[];
  /** Overrides in force: until a later round on the course closes with its quorum. */
  overrides: OverrideRow[];
}

export interface ReadyVersion extends AboutVersion {
  roundId: string;
  roundNumber: number;
  closedAt: Date;
}

/** Findings of a module in a month. */
export interface FindingsInMonth {
  courseId: string;
  courseTitle: string;
  /** `2026-11` in London. */
  month: string;
  raised: number;
  settled: number;
  blocking: number;
}

export interface RoundsFilter {
  state?: RoundState | undefined;
  courseId?: string | undefined;
  /** Only the rounds this person tests in. */
  testerId?: string | undefined;
}

export interface Paging {
  limit: number;
  offset: number;
}
