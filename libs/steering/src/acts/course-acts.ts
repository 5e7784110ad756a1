import { Injectable } from '@nestjs/common';
import { type LockedVersion, VersionNotFound, VersionStates } from '@induct/course';
import { AuditTrail, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';

/** Every act of testing or publishing begins with the lock on its course, and leaves a line in the audit trail. */
@Injectable()
export class CourseActs {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: VersionStates,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws VersionNotFound */
  onVersion<T>(versionId: string, act: (tx: EntityManager, version: LockedVersion) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => {
      const version = await this.versions.lock(tx, versionId);
      if (!version) throw new VersionNotFound();
      return await act(tx, version);
    });
  }

  onCourse<T>(courseId: string, act: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => {
      await this.versions.lockCourse(tx, courseId);
      return await act(tx);
    });
  }

  /** @param action `test_round.opened`: of the subject named before the point */
  async record(
    tx: EntityManager,
    action: string,
    actorId: string | null,
    subjectId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const [subjectType = ''] = action.split('.');
    await this.audit.record(tx, { actorId, action, subjectType, subjectId, detail });
  }
}
