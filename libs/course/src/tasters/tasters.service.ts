import { Inject, Injectable } from '@nestjs/common';
import {
  Announcements,
  AuditTrail,
  Clock,
  CONFIG,
  type Config,
  Ids,
  readerAddress,
  Transactions,
} from '@induct/platform';
import { isSequenced } from '@induct/scorm';
import { passOf } from '../dispatch/pass.rules';
import { contentOriginOf } from '../versions/content-origin';
import { CourseNotFound } from '../versions/course.errors';
import { CourseBecomesTaster } from '../versions/course.events';
import { Courses } from '../versions/courses';
import { OrderIsNoTaster, TasterIsNotCore, TasterMustBePublished } from './taster.errors';
import { type ShownTaster, TasterRepository } from './taster.repository';

/** Modules that may be tried without an account (docs/decisions/1328). Nothing is asked for, or claimed, by them. */
@Injectable()
export class Tasters {
  constructor(
    private readonly tasters: TasterRepository,
    private readonly courses: Courses,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * From now on it is one; nothing when it is already.
   * @throws CourseNotFound, TasterMustBePublished, TasterIsNotCore, OrderIsNoTaster, and what hearers say against it
   */
  async begin(courseId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const course = await this.tasters.lock(tx, courseId);
      if (!course) throw new CourseNotFound();
      if (course.taster) return;
      if (course.core) throw new TasterIsNotCore();
      if (!course.publishedVersionId) throw new TasterMustBePublished();
      if (isSequenced(await this.tasters.tree(tx, course.publishedVersionId))) throw new OrderIsNoTaster();
      const now = { begunBy: by, begunAt: this.clock.now(), endedBy: null, endedAt: null };
      await this.tasters.begin(tx, { id: this.ids.uuid(), courseId, filesKey: this.ids.bytes(32), ...now });
      // Before it is on record: who hears of it waits for others, who wait for the record.
      await this.announcements.announce(tx, new CourseBecomesTaster(courseId));
      await this.audit.record(tx, {
        actorId: by,
        action: 'course.taster_begun',
        subjectType: 'course',
        subjectId: courseId,
      });
    });
  }

  /** It is one no more; nothing when it is none. @throws CourseNotFound */
  async end(courseId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const course = await this.tasters.lock(tx, courseId);
      if (!course) throw new CourseNotFound();
      if (!course.taster) return;
      await this.tasters.end(tx, courseId, { endedBy: by, endedAt: this.clock.now() });
      await this.audit.record(tx, {
        actorId: by,
        action: 'course.taster_ended',
        subjectType: 'course',
        subjectId: courseId,
      });
    });
  }

  /** What the public may try. @param asOf while what it is shown is frozen, since when; null: now */
  async shown(asOf: Date | null): Promise<ShownTaster[]> {
    return await this.playable(await this.tasters.shown(asOf));
  }

  async bySlug(slug: string, asOf: Date | null): Promise<ShownTaster | undefined> {
    return (await this.playable(await this.tasters.shown(asOf, slug)))[0];
  }

  /** Where it is played, without an account: good for a day or two. */
  startUrl({ id, filesKey, versionId }: ShownTaster): string {
    const pass = passOf(filesKey, this.clock.now());
    return readerAddress(`${contentOriginOf(this.config.CONTENT_ORIGIN, versionId)}/taster/${id}.${pass}`);
  }

  /** A version that was published since may set an order for its parts. */
  private async playable(tasters: ShownTaster[]): Promise<ShownTaster[]> {
    const versions = await Promise.all(tasters.map(({ versionId }) => this.courses.version(versionId)));
    return tasters.filter((_, at) => versions[at] && !isSequenced(versions[at].tree));
  }
}
