import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { TasterIsNotCore } from '../tasters/taster.errors';
import { CourseNotFound, RefreshIsIncomplete, VersionIsPublished } from '../versions/course.errors';
import { CourseDescribed, CoursePublished, CourseWithdrawn } from '../versions/course.events';
import type { PublicationGround, RefreshPolicy } from './publication';
import { ModuleEntries } from '../search/module-entries';
import { PublicationRepository } from './publication.repository';
import { refreshProblem } from './publication.rules';
import { type LockedVersion, VersionRepository } from '../versions/version.repository';

/** What members read about a course. */
export interface CourseDescription {
  title: string;
  summary: string;
  /** How long it takes; null when nobody said. */
  minutes: number | null;
  /** A core-skills module. */
  core: boolean;
}

export interface PublishingOrder {
  /** Its course is locked. */
  version: LockedVersion;
  /** Person. */
  by: string;
  description: CourseDescription;
  refresh: RefreshPolicy;
  ground: PublicationGround;
}

/**
 * Decides which version of a course members see. Whether a version may be published is decided by libs/steering, which
 * gives the ground; the database refuses one that does not hold.
 */
@Injectable()
export class Publishing {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly transactions: Transactions,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
    private readonly versions: VersionRepository,
    private readonly publications: PublicationRepository,
    private readonly entries: ModuleEntries,
  ) {}

  /**
   * Makes a version the one that members see; the one before is retired. What people have done stays. A retired version
   * may come back.
   * @returns the publication's id
   * @throws VersionIsPublished, RefreshIsIncomplete, TasterIsNotCore
   */
  async publish(tx: EntityManager, { version, by, description, refresh, ground }: PublishingOrder): Promise<string> {
    if (version.state === 'published') throw new VersionIsPublished();
    const at = this.clock.now();
    const problem = refreshProblem(refresh, dayInLondon(at));
    if (problem) throw new RefreshIsIncomplete(problem);
    const { id: versionId, courseId } = version;
    const publicationId = this.ids.uuid();
    const number = await this.publications.add(tx, {
      id: publicationId,
      courseId,
      versionId,
      roundId: null,
      overrideId: null,
      ...ground,
      policy: refresh.policy,
      changeNote: refresh.changeNote.trim(),
      retakeBy: refresh.retakeBy ?? null,
      halfWay: refresh.halfWay,
      publishedBy: by,
      publishedAt: at,
    });
    await this.mustMayBeCore(tx, courseId, description);
    await this.versions.retirePublished(tx, courseId);
    await this.versions.publish(tx, versionId, by, at);
    await this.versions.point(tx, courseId, versionId);
    await this.versions.describe(tx, courseId, description);
    await this.entries.keep(tx, courseId);
    const { policy, halfWay } = refresh;
    const detail = { courseId, core: description.core, publicationId, number, policy, halfWay, ...ground };
    // Before it is on record, here and below: who hears of it waits for others, who wait for the record.
    await this.announcements.announce(tx, new CoursePublished(courseId, versionId, description.core, publicationId));
    await this.record(tx, 'course_version.published', by, versionId, detail);
    return publicationId;
  }

  /** Changes what members read about a course; which version they see stays. The course is locked. @throws CourseNotFound, TasterIsNotCore */
  async describe(tx: EntityManager, courseId: string, by: string, description: CourseDescription): Promise<void> {
    if (!(await this.versions.lockCourse(tx, courseId))) throw new CourseNotFound();
    await this.mustMayBeCore(tx, courseId, description);
    await this.versions.describe(tx, courseId, description);
    await this.entries.keep(tx, courseId);
    await this.announcements.announce(tx, new CourseDescribed(courseId));
    await this.record(tx, 'course.described', by, courseId, { core: description.core });
  }

  /** Takes a course away from members. @throws CourseNotFound */
  async withdraw(courseId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.versions.lockCourse(tx, courseId))) throw new CourseNotFound();
      await this.versions.retirePublished(tx, courseId);
      await this.versions.point(tx, courseId, null);
      await this.entries.keep(tx, courseId);
      await this.announcements.announce(tx, new CourseWithdrawn(courseId));
      await this.record(tx, 'course.withdrawn', by, courseId, {});
    });
  }

  private async mustMayBeCore(tx: EntityManager, courseId: string, { core }: CourseDescription): Promise<void> {
    if (core && (await this.versions.isTaster(tx, courseId))) throw new TasterIsNotCore();
  }

  private async record(
    tx: EntityManager,
    action: string,
    actorId: string,
    subjectId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const [subjectType = ''] = action.split('.');
    await this.audit.record(tx, { actorId, action, subjectType, subjectId, detail });
  }
}
