import { Injectable } from '@nestjs/common';
import type { CourseCurrent } from '@induct/course';
import { DataSource } from 'typeorm';
import { isOpen, type Needed } from './what-it-meets';

/** A module that meets what a session would meet. */
export type CatchUp = Pick<CourseCurrent, 'slug' | 'title'>;

/** For those who cannot come: modules that meet what they still need, too. */
@Injectable()
export class CatchUpQueries {
  constructor(private readonly source: DataSource) {}

  /** @param topics of the event's sessions */
  async of(topics: readonly string[], { asked }: Needed): Promise<CatchUp[]> {
    const served = asked.filter((one) => isOpen(one) && topics.includes(one.slug));
    const courses = served.flatMap(({ ways }) => ways.flatMap(({ courseId }) => courseId ?? []));
    if (courses.length === 0) return [];
    return this.source.query<CatchUp[]>(
      'select slug, title from course_current where id = any($1) and published_version_id is not null order by title, slug',
      [courses],
    );
  }
}
