import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { afterCommit, AuditTrail, FileStore, Transactions } from '@induct/platform';
import { VersionIsNeeded, VersionNotFound } from './course.errors';
import { type DeletableVersion, DeletionRepository } from '../storage/deletion.repository';
import { VersionRepository } from './version.repository';

/** Deletes drafts that nobody has done anything with, and the files that only they had. */
@Injectable()
export class VersionDeletion implements OnApplicationBootstrap {
  private readonly logger = new Logger(VersionDeletion.name);

  constructor(
    private readonly store: FileStore,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly versions: VersionRepository,
    private readonly deletions: DeletionRepository,
  ) {}

  onApplicationBootstrap(): void {
    // What a process that died had not come to.
    this.removeFiles().catch((error: unknown) => this.logger.error(error));
  }

  mayDelete(versionId: string): Promise<boolean> {
    return this.deletions.mayGo(versionId);
  }

  /** What could be deleted to make room, the largest first. */
  deletable(most: number): Promise<DeletableVersion[]> {
    return this.deletions.deletable(most);
  }

  /**
   * Deletes a version; its module too when that was the only one. The upload's report stays.
   * @throws VersionNotFound, VersionIsNeeded
   */
  async delete(versionId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const version = await this.versions.lock(tx, versionId);
      if (!version) throw new VersionNotFound();
      if (!(await this.deletions.mayGo(versionId, tx))) throw new VersionIsNeeded();
      const { title, bytes } = await this.deletions.delete(tx, versionId);
      const { courseId, number } = version;
      const isLast = await this.deletions.deleteCourseWithoutVersions(tx, courseId);
      await this.audit.record(tx, {
        actorId: by,
        action: 'course_version.deleted',
        subjectType: 'course_version',
        subjectId: versionId,
        detail: { courseId, number, title, bytes, sha256: version.packageSha256.toString('hex'), moduleToo: isLast },
      });
      afterCommit(tx, () => this.removeFiles());
    });
  }

  /** Removes files of deleted versions from the store, but for those that something else has. */
  async removeFiles(): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const sha256 of await this.deletions.filesToRemove(tx)) await this.store.remove(sha256);
      await this.deletions.filesAreRemoved(tx);
    });
  }
}
