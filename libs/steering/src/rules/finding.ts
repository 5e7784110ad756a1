export const SEVERITIES = ['blocking', 'should_fix', 'suggestion'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const FINDING_STATES = ['open', 'answered', 'fixed', 'will_not_fix', 'withdrawn'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** What the run-time had stored where a finding was made: to go back there. */
export interface ResumeData {
  location?: string;
  suspendData?: string;
}

export interface Finding {
  id: string;
  courseId: string;
  /** Counts the findings of the course. */
  number: number;
  roundId: string;
  versionId: string;
  authorId: string;
  severity: Severity;
  text: string;
  sco: string | null;
  scoTitle: string;
  location: string;
  /** Share done, 0 to 1, as the package reported it. */
  progress: number | null;
  resume: ResumeData | null;
  previewId: string | null;
  logFrom: number | null;
  logTo: number | null;
  /** In hex, as FileStore takes it. */
  screenshotSha256: string | null;
  screenshotType: string | null;
  state: FindingState;
  fixedInVersionId: string | null;
  /** Why it will not be fixed. */
  reason: string;
  assigneeId: string | null;
  settledAt: Date | null;
  settledBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export type ScreenshotType = 'image/png' | 'image/jpeg' | 'image/webp';

/** What a tester reports, and where they were. */
export interface NewFinding {
  roundId: string;
  severity: Severity;
  text: string;
  sco?: string;
  scoTitle?: string;
  location?: string;
  progress?: number;
  resume?: ResumeData;
  previewId?: string;
  /** First and last call of the run-time log that belong to it. */
  logFrom?: number;
  logTo?: number;
  screenshot?: { bytes: Buffer; type: ScreenshotType };
}

/** What an act changed, from and to. */
export interface FindingChange {
  state?: [FindingState, FindingState];
  severity?: [Severity, Severity];
  assignee?: [string | null, string | null];
  settled?: [boolean, boolean];
}
