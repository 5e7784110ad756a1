import { ViewColumn, ViewEntity } from 'typeorm';
import type { ActivityTree, Standard } from '@induct/scorm';
import type { OutsideHost } from '../outside/outside-host';
import type { VersionState } from '../versions/version.repository';

/** A version of a course, and where it stands. */
@ViewEntity({ name: 'version_standing', synchronize: false })
export class VersionStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  courseId: string;

  /** Counts the versions of the course. */
  @ViewColumn()
  number: number;

  @ViewColumn()
  state: VersionState;

  /** The unguessable part of the address of its files. */
  @ViewColumn()
  key: string;

  @ViewColumn()
  standard: Standard;

  /** Of the standard. */
  @ViewColumn()
  edition: string;

  /** As the package calls itself. */
  @ViewColumn()
  title: string;

  @ViewColumn()
  manifest: ActivityTree;

  @ViewColumn()
  fileCount: number;

  /** Of the package; a bigint. */
  @ViewColumn()
  bytes: string;

  @ViewColumn()
  packageSha256: Buffer;

  /** Other websites found in it; null until it was looked through. */
  @ViewColumn()
  outside: OutsideHost[] | null;

  @ViewColumn()
  uploadedBy: string;

  @ViewColumn()
  uploadedAt: Date;

  @ViewColumn()
  publishedBy: string | null;

  @ViewColumn()
  publishedAt: Date | null;

  /** A draft that nobody has done anything with: it can be deleted. */
  @ViewColumn()
  canGo: boolean;

  /** No later version of the course has been uploaded. */
  @ViewColumn()
  isNewest: boolean;
}
