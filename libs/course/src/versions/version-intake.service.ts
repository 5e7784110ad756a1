import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, FileStore, Ids, Transactions } from '@induct/platform';
import type { ActivityTree } from '@induct/scorm';
import type { EntityManager } from 'typeorm';
import type { Declared } from '../declared/declared';
import { CourseNotFound } from './course.errors';
import type { PackageReport } from '../reading/package-report';
import { Room } from '../storage/room.service';
import { slugOf } from './slug';
import { storeFiles } from '../storage/stored-files';
import type { UnpackedFile } from '../archive/unpacked-file';
import { VersionRepository } from './version.repository';

export interface ImportedPackage {
  tree: ActivityTree;
  files: readonly UnpackedFile[];
  report: PackageReport;
  /** Its induct.json, where it has one. */
  declared?: Declared | undefined;
  /** Where the files lie, under their hashes. */
  folder: string;
  /** Of the zip. */
  sha256: Buffer;
  by: { courseId?: string; uploadedBy: string };
}

/** The upload an imported package comes from. */
export interface Origin {
  id: string;
  accept(tx: EntityManager, report: PackageReport, made: { courseId: string; versionId: string }): Promise<boolean>;
}

/** The upload was given up while its files were being stored. */
class UploadGivenUp extends Error {}

/** Makes a new course version of an imported package: its files go to the store and its rows into the tables together. */
@Injectable()
export class VersionIntake {
  constructor(
    private readonly store: FileStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly versions: VersionRepository,
    private readonly room: Room,
  ) {}

  /** @throws CourseNotFound when the course it was meant for is gone; NoRoom */
  async take(upload: Origin, imported: ImportedPackage): Promise<void> {
    await this.transactions.run(async (tx) => {
      const sha256s = imported.files.map(({ sha256 }) => sha256);
      const stored = await this.versions.stored(tx, sha256s);
      await this.room.expectInStore(tx, bytesOfNew(imported.files, stored));
      const files = await storeFiles(this.store, imported.folder, imported.files, stored);
      const courseId = await this.courseFor(tx, imported);
      const versionId = this.ids.uuid();
      const { uploadedBy } = imported.by;
      const number = await this.versions.add(tx, {
        id: versionId,
        courseId,
        key: this.ids.secret(18),
        tree: imported.tree,
        files,
        outside: imported.report.outside ?? [],
        declared: imported.declared,
        bytes: imported.report.bytes,
        packageSha256: imported.sha256,
        uploadedBy,
        uploadedAt: this.clock.now(),
      });
      if (!(await upload.accept(tx, imported.report, { courseId, versionId }))) throw new UploadGivenUp();
      await this.audit.record(tx, {
        actorId: uploadedBy,
        action: 'course_version.uploaded',
        subjectType: 'course_version',
        subjectId: versionId,
        detail: { courseId, number, uploadId: upload.id },
      });
    });
  }

  private async courseFor(tx: EntityManager, { by, tree }: ImportedPackage): Promise<string> {
    if (by.courseId === undefined) {
      const id = this.ids.uuid();
      const title = tree.title.slice(0, 120);
      await this.versions.addCourse(tx, { id, slug: slugOf(title), title, at: this.clock.now() });
      return id;
    }
    if (!(await this.versions.lockCourse(tx, by.courseId))) throw new CourseNotFound();
    return by.courseId;
  }
}

/** What the store does not have yet, with its compressed copies. */
function bytesOfNew(files: readonly UnpackedFile[], stored: ReadonlyMap<string, number | null>): number {
  const fresh = new Map(files.filter(({ sha256 }) => !stored.has(sha256)).map((file) => [file.sha256, file]));
  return [...fresh.values()].reduce((sum, { bytes, gzipBytes }) => sum + bytes + (gzipBytes ?? 0), 0);
}
