import type { FindingEntity } from './finding.entity';
import type { ResumeData } from './resume-data';

export type { ResumeData } from './resume-data';

export const SEVERITIES = ['blocking', 'should_fix', 'suggestion'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const FINDING_STATES = ['open', 'answered', 'fixed', 'will_not_fix', 'withdrawn'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** As acts and pages take it, not as PostgreSQL hands it out. */
interface Readable {
  /** Share done, 0 to 1, as the package reported it. */
  progress: number | null;
  /** In hex, as FileStore takes it. */
  screenshotSha256: string | null;
}

export type Finding = Omit<FindingEntity, keyof Readable> & Readable;

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
