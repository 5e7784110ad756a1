import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PackageReport } from '../reading/package-report';

/** A package on its way in, and what was found in it. */
@Entity({ name: 'package_upload' })
export class PackageUploadEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  courseId: string | null;

  @Column('text')
  fileName: string;

  @Column('bigint')
  bytes: string;

  @Column('text')
  state: 'receiving' | 'waiting' | 'importing' | 'accepted' | 'refused' | 'failed';

  /** While importing: {"done": files, "total": files}. */
  @Column('jsonb', { nullable: true })
  progress: { done: number; total: number } | null;

  @Column('jsonb', { nullable: true })
  report: PackageReport | null;

  @Column('uuid', { nullable: true })
  versionId: string | null;

  @Column('uuid')
  uploadedBy: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Prolonged by the process at work; when it has passed, that process is gone and the upload failed. */
  @Column('timestamptz', { nullable: true })
  aliveUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** Among the uploads that wait for their turn, the lowest is next. */
  @Column('bigint', { nullable: true })
  waitingPlace: string | null;
}
