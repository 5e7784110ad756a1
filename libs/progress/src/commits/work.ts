import type { TrackedVersion } from './course-versions';
import type { Incoming } from './incoming';
import type { KnownRow, OtherAttempt } from './commit.queries';
import type { Result } from '../attempt/result';
import type { ScorePolicy } from '../attempt/score';
import { nothingYet, type ScoState } from '../attempt/sco-state';
import type { PartsWork } from '../sequencing/parts-work';

/** A registration while a batch is worked out: what was read, and what the batch's commits make of it. */
export interface Work {
  registrationId: string;
  revision: number;
  personId: string;
  courseId: string;
  policy: ScorePolicy;
  recordedAt: Date;
  completedAt?: Date;
  completedVersionId?: string;
  attempts: Map<string, AttemptWork>;
  launches: Map<string, LaunchWork>;
  /** To be written, in the order of their arrival. */
  commits: NewCommit[];
}

/** Where a commit belongs. */
export interface Place {
  work: Work;
  attempt: AttemptWork;
  launch: LaunchWork;
  /** The course was opened again elsewhere. */
  superseded: boolean;
  /** Of the token. */
  liveUntil: Date;
}

export interface AttemptWork {
  id: string;
  number: number;
  versionId: string;
  version: TrackedVersion;
  /** As recorded before: never lowered. */
  before: Result;
  completedAt?: Date;
  /** The registration's other attempts as read. */
  others: OtherAttempt[];
  scos: Map<string, ScoWork>;
  /** Present when it began at a version whose parts have an order. */
  parts?: PartsWork;
}

export interface ScoWork {
  state: ScoState;
  /** False when only its result was read. */
  isWhole: boolean;
  /** suspend_data of the newest commit as a JSON string, when this batch changed it. */
  suspendText?: string;
  /** When a commit of this batch was merged into it. */
  recordedAt?: Date;
}

export interface LaunchWork {
  id: string;
  attemptId: string;
  number: number;
  openedAt: Date;
  lastCommitAt?: Date;
  finishedAt?: Date;
  /** Hashes of commits known to be in the log, and of this batch's, by sequence number. */
  hashes: Map<number, Buffer>;
}

export interface NewCommit {
  launch: LaunchWork;
  commit: Incoming;
}

/** The rows of `CommitQueries.known` as one Work for each registration. */
export function worksOf(rows: readonly KnownRow[], versions: ReadonlyMap<string, TrackedVersion>): Map<string, Work> {
  const works = new Map<string, Work>();
  for (const row of rows) {
    const work = works.get(row.registrationId) ?? newWork(row);
    works.set(row.registrationId, work);
    const attempt = work.attempts.get(row.attemptId) ?? newAttempt(row, versions.get(row.versionId)!);
    work.attempts.set(row.attemptId, attempt);
    if (row.launchId && !work.launches.has(row.launchId)) work.launches.set(row.launchId, newLaunch(row));
    if (row.sco === null) continue;
    const known = attempt.scos.get(row.sco);
    if (!known) attempt.scos.set(row.sco, { state: { ...nothingYet, result: row.result }, isWhole: false });
    if (row.runtime) {
      attempt.scos.set(row.sco, { state: { result: row.result, runtime: row.runtime }, isWhole: true });
    }
  }
  return works;
}

function newWork(row: KnownRow): Work {
  return {
    registrationId: row.registrationId,
    revision: row.revision,
    personId: row.personId,
    courseId: row.courseId,
    policy: row.scorePolicy,
    recordedAt: row.recordedAt,
    completedAt: row.completedAt ?? undefined,
    completedVersionId: row.completedVersionId ?? undefined,
    attempts: new Map(),
    launches: new Map(),
    commits: [],
  };
}

function newAttempt(row: KnownRow, version: TrackedVersion): AttemptWork {
  return {
    id: row.attemptId,
    number: row.attemptNumber,
    versionId: row.versionId,
    version,
    before: {
      completion: row.attemptCompletion,
      success: row.attemptSuccess,
      score: row.attemptScore ?? undefined,
    },
    completedAt: row.attemptCompletedAt ?? undefined,
    others: row.others ?? [],
    scos: new Map(),
  };
}

function newLaunch(row: KnownRow): LaunchWork {
  return {
    id: row.launchId!,
    attemptId: row.attemptId,
    number: row.launchNumber,
    openedAt: row.openedAt,
    lastCommitAt: row.lastCommitAt ?? undefined,
    finishedAt: row.finishedAt ?? undefined,
    hashes: new Map(),
  };
}
