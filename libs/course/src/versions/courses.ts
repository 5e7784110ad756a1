import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ActivityTree } from '@induct/scorm';
import { DataSource } from 'typeorm';
import { type PackageFile, VersionFiles } from '../storage/version-files';
import type { CourseVersionEntity } from './course-version.entity';
import type { CourseEntity } from './course.entity';

export interface PublishedCourse extends Pick<CourseEntity, 'id' | 'slug' | 'title' | 'summary' | 'minutes' | 'core'> {
  versionId: string;
  versionKey: string;
  publishedAt: Date;
}

export interface CourseVersion extends Pick<
  CourseVersionEntity,
  'id' | 'courseId' | 'number' | 'state' | 'key' | 'standard' | 'edition' | 'title'
> {
  tree: ActivityTree;
}

const PUBLISHED = `
  select c.id, c.slug, c.title, c.summary, c.minutes, c.core, v.id as "versionId", v.key as "versionKey",
    v.published_at as "publishedAt"
  from course c join course_version v on v.id = c.published_version_id`;
const VERSION = `
  select id, course_id as "courseId", number, state, key, standard, edition, title, manifest as tree
  from course_version`;

/** What is there to learn. */
@Injectable()
export class Courses {
  private readonly files: VersionFiles;

  constructor(@InjectDataSource() private readonly source: DataSource) {
    this.files = new VersionFiles(source);
  }

  /** All that members see, by title. */
  published(): Promise<PublishedCourse[]> {
    return this.source.query<PublishedCourse[]>(`${PUBLISHED} order by lower(c.title), c.id`);
  }

  /** A published course by the part of its address. */
  async publishedBySlug(slug: string): Promise<PublishedCourse | undefined> {
    const [course] = await this.source.query<PublishedCourse[]>(`${PUBLISHED} where c.slug = $1`, [slug]);
    return course;
  }

  async publishedById(id: string): Promise<PublishedCourse | undefined> {
    const [course] = await this.source.query<PublishedCourse[]>(`${PUBLISHED} where c.id = $1`, [id]);
    return course;
  }

  async version(id: string): Promise<CourseVersion | undefined> {
    const [version] = await this.source.query<CourseVersion[]>(`${VERSION} where id = $1`, [id]);
    return version;
  }

  async versionByKey(key: string): Promise<CourseVersion | undefined> {
    const [version] = await this.source.query<CourseVersion[]>(`${VERSION} where key = $1`, [key]);
    return version;
  }

  /** All versions of a course, the newest first. */
  versions(courseId: string): Promise<CourseVersion[]> {
    return this.source.query<CourseVersion[]>(`${VERSION} where course_id = $1 order by number desc`, [courseId]);
  }

  /**
   * A package file by its version's key and its path, in the wrong case too if need be. No query once the version is
   * known. @param path below the package's root, as in an address or plain
   */
  file(key: string, path: string): Promise<PackageFile | undefined> {
    return this.files.find(key, path);
  }
}
