import { ViewColumn, ViewEntity } from 'typeorm';
import type { PackageReport } from '../reading/package-report';
import type { UploadState } from '../uploads/upload.repository';

/** An uploaded package, and how far it is. */
@ViewEntity({ name: 'upload_standing', synchronize: false })
export class UploadStanding {
  @ViewColumn()
  id: string;

  /** The course it was uploaded to; null for a new one. */
  @ViewColumn()
  courseId: string | null;

  /** What it became. */
  @ViewColumn()
  versionId: string | null;

  @ViewColumn()
  fileName: string;

  /** A bigint. */
  @ViewColumn()
  bytes: string;

  @ViewColumn()
  state: UploadState;

  /** Neither accepted nor refused yet. */
  @ViewColumn()
  isRunning: boolean;

  /** It was refused, or the work on it was interrupted. */
  @ViewColumn()
  wentWrong: boolean;

  /** While importing, in files. */
  @ViewColumn()
  progress: { done: number; total: number } | null;

  @ViewColumn()
  report: PackageReport | null;

  /** While it waits: how many are imported before it. */
  @ViewColumn()
  before: number | null;

  @ViewColumn()
  uploadedBy: string;

  @ViewColumn()
  createdAt: Date;

  @ViewColumn()
  finishedAt: Date | null;
}
