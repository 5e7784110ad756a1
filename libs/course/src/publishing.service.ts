import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Clock, Transactions } from '@induct/platform';
import { CourseNotFound, VersionNotFound } from './course.errors';
import { CoursePublished, CourseWithdrawn } from './course.events';
import { VersionRepository } from './version.repository';

/** What members read about a course. */
export interface CourseDescription {
  title: string;
  summary: string;
  /** How long it takes; null when nobody said. */
  minutes: number | null;
  /** A core-skills module. */
  core: boolean;
}

/** Decides which version of a course members see. */
@Injectable()
export class Publishing {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
    private readonly versions: VersionRepository,
  ) {}

  /**
   * Makes a version the one that members see; the one before is retired. What people have done stays. A retired version
   * may come back. @param by person @throws VersionNotFound
   */
  async publish(versionId: string, by: string, description: CourseDescription): Promise<void> {
    await this.transactions.run(async (tx) => {
      const version = await this.versions.state(tx, versionId);
      if (!version) throw new VersionNotFound();
      const { courseId } = version;
      await this.versions.lockCourse(tx, courseId);
      await this.versions.retirePublished(tx, courseId);
      await this.versions.publish(tx, versionId, by, this.clock.now());
      await this.versions.point(tx, courseId, versionId);
      await this.versions.describe(tx, courseId, description);
      await this.record(tx, 'course_version.published', by, versionId, { courseId, core: description.core });
      await this.announcements.announce(tx, new CoursePublished(courseId, versionId, description.core));
    });
  }

  /** Takes a course away from members. @throws CourseNotFound */
  async withdraw(courseId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.versions.lockCourse(tx, courseId))) throw new CourseNotFound();
      await this.versions.retirePublished(tx, courseId);
      await this.versions.point(tx, courseId, null);
      await this.record(tx, 'course.withdrawn', by, courseId, {});
      await this.announcements.announce(tx, new CourseWithdrawn(courseId));
    });
  }

  private async record(
    tx: Parameters<AuditTrail['record']>[0],
    action: string,
    actorId: string,
    subjectId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const [subjectType = ''] = action.split('.');
    await this.audit.record(tx, { actorId, action, subjectType, subjectId, detail });
  }
}
