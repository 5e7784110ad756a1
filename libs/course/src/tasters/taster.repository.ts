import { Injectable } from '@nestjs/common';
import type { ActivityTree } from '@induct/scorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { CourseVersionEntity } from '../versions/course-version.entity';
import { CourseEntity } from '../versions/course.entity';
import { TasterEntity } from './taster.entity';

/** A taster as the public is shown it, and what is played. */
export interface ShownTaster
  extends Pick<TasterEntity, 'id' | 'filesKey'>, Pick<CourseEntity, 'slug' | 'title' | 'summary' | 'minutes'> {
  courseId: string;
  versionId: string;
  versionKey: string;
}

const SHOWN = `
  select t.id, t.files_key as "filesKey", c.id as "courseId", c.slug, c.title, c.summary, c.minutes, v.id as "versionId",
         v.key as "versionKey"
    from taster t join course c on c.id = t.course_id join course_version v on v.id = c.published_version_id`;

@Injectable()
export class TasterRepository {
  constructor(private readonly source: DataSource) {}

  /** What it is now; nobody else changes it until the end of the transaction. */
  async lock(
    tx: EntityManager,
    courseId: string,
  ): Promise<Pick<CourseEntity, 'core' | 'taster' | 'publishedVersionId'> | undefined> {
    const rows = await tx.query<Pick<CourseEntity, 'core' | 'taster' | 'publishedVersionId'>[]>(
      'select core, taster, published_version_id as "publishedVersionId" from course where id = $1 for update',
      [courseId],
    );
    return rows[0];
  }

  /** What a version is made of. */
  async tree(tx: EntityManager, versionId: string): Promise<ActivityTree> {
    const { manifest } = await tx.findOneByOrFail(CourseVersionEntity, { id: versionId });
    return manifest as unknown as ActivityTree;
  }

  async begin(tx: EntityManager, taster: TasterEntity): Promise<void> {
    await tx.update(CourseEntity, taster.courseId, { taster: true });
    await tx.insert(TasterEntity, taster);
  }

  async end(tx: EntityManager, courseId: string, ended: Pick<TasterEntity, 'endedBy' | 'endedAt'>): Promise<void> {
    await tx.update(CourseEntity, courseId, { taster: false });
    await tx.update(TasterEntity, { courseId, endedAt: IsNull() }, ended);
  }

  /**
   * Those that members can see too, by title. @param asOf what was so at that moment; null: now
   * @param slug only this one
   */
  shown(asOf: Date | null, slug: string | null = null): Promise<ShownTaster[]> {
    return this.source.query<ShownTaster[]>(
      `${SHOWN}
        where ($1::timestamptz is null and t.ended_at is null
               or t.begun_at < $1 and (t.ended_at is null or t.ended_at >= $1))
          and ($2::text is null or c.slug = $2)
        order by lower(c.title), c.id`,
      [asOf, slug],
    );
  }

  async find(id: string): Promise<ShownTaster | undefined> {
    const rows = await this.source.query<ShownTaster[]>(`${SHOWN} where t.id = $1`, [id]);
    return rows[0];
  }
}
