import type { Finding, FindingState, Severity } from '../rules/finding';
import type { FindingCommentEntity } from '../rules/finding-comment.entity';
import type { ChecklistAnswers, Decision, Round, RoundState } from '../rules/round';
import type { TestRoundTesterEntity } from '../rules/test-round-tester.entity';

/** The course and version a row is about. */
export interface AboutVersion {
  courseId: string;
  courseSlug: string;
  courseTitle: string;
  versionId: string;
  versionNumber: number;
}

/** A round in a list. */
export interface RoundRow
  extends
    AboutVersion,
    Pick<Round, 'id' | 'number' | 'state' | 'quorum' | 'deadline' | 'openedAt' | 'closedAt' | 'closedWhy'> {
  testers: number;
  signedOff: number;
  refused: number;
  /** Names of the testers who have not opened a preview, in alphabetical order. */
  notStarted: string[];
  /** Raised in it. */
  findings: number;
  /** Unsettled blocking findings of the course. */
  blocking: number;
}

/** A tester of a round. */
export interface TesterRow extends Omit<TestRoundTesterEntity, 'roundId'> {
  name: string;
  /** They asked for a preview, whether or not anything opened. */
  tried: boolean;
  /** When a part of the version first really opened for them. */
  startedAt: Date | null;
  previewSeconds: number;
  /** How many parts of the version have opened for them. */
  partsOpened: number;
  /** Before this they cannot sign off; null: they are no tester any more. */
  confirmsFrom: Date | null;
  /** There was no second person when they became a tester. */
  grantedAlone: boolean;
  decision: Decision | null;
  reason: string;
  checklist: ChecklistAnswers | null;
  decidedAt: Date | null;
  findings: number;
}

/** Everything the page of one round shows but its findings. */
export interface RoundDetail extends RoundRow, Pick<Round, 'focus' | 'checklist' | 'openedBy'> {
  /** How many the version has. */
  parts: number;
  openedByName: string;
  testersList: TesterRow[];
  /** By severity, of the findings that this round shows: its own, and those carried into it. */
  counts: { severity: Severity; all: number; unsettled: number }[];
}

/** A finding in a list. */
export interface FindingRow
  extends
    AboutVersion,
    Pick<
      Finding,
      | 'id'
      | 'number'
      | 'roundId'
      | 'severity'
      | 'state'
      | 'settledAt'
      | 'text'
      | 'sco'
      | 'scoTitle'
      | 'location'
      | 'progress'
      | 'authorId'
      | 'assigneeId'
      | 'fixedInVersionId'
      | 'createdAt'
      | 'updatedAt'
    > {
  roundNumber: number;
  /** Raised in an earlier round than the one whose list this is. */
  carried: boolean;
  authorName: string;
  assigneeName: string | null;
  fixedInVersionNumber: number | null;
  comments: number;
}

export interface CommentRow extends Omit<FindingCommentEntity, 'findingId'> {
  authorName: string;
}

/** A finding with its thread. */
export interface FindingDetail
  extends
    FindingRow,
    Pick<
      Finding,
      'reason' | 'resume' | 'previewId' | 'logFrom' | 'logTo' | 'screenshotSha256' | 'screenshotType' | 'settledBy'
    > {
  settledByName: string | null;
  /** Who tested in the round it was raised in. */
  roundTesters: string[];
  /** The course's newest round: its testers speak for an author who is not among them. */
  currentRound: { id: string; number: number; state: RoundState; versionId: string; testers: string[] };
  thread: CommentRow[];
  /** Newer versions of the course, to mark it as fixed in. */
  newerVersions: { id: string; number: number }[];
}

/**
 * What waits for a person. Testers: a version to preview, a decision that is due, a finding to confirm. Officers: a round
 * that ends soon without its quorum, findings nobody has answered, an override to confirm. Both: what they look after.
 */
export type WaitingKind = 'deadline' | 'override' | 'confirm' | 'preview' | 'sign_off' | 'assigned' | 'unanswered';

export interface Waiting {
  kind: WaitingKind;
  courseTitle: string;
  courseSlug: string;
  versionNumber: number;
  /** Of the round, the finding (`confirm`, `assigned`) or the override. */
  id: string;
  /** Of the round or finding; how many there are (`unanswered`); how many sign-offs are missing (`deadline`). */
  number: number;
  /** Beginning of the finding. */
  text: string;
  due: Date | null;
  /** How many of this kind wait in all: ten of each are listed. */
  total: number;
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

/** Of a round's findings. */
export interface FindingsFilter {
  severity?: Severity | undefined;
  state?: FindingState | undefined;
  settled?: boolean | undefined;
  carried?: boolean | undefined;
}

export interface Paging {
  limit: number;
  offset: number;
}
