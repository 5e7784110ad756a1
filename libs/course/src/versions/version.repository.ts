import { Injectable } from '@nestjs/common';
import type { ActivityTree } from '@induct/scorm';
import { type EntityManager, Not } from 'typeorm';
import type { Declared } from '../declared/declared';
import type { OutsideHost } from '../outside/outside-host';
import type { UnpackedFile } from '../archive/unpacked-file';
import { CourseVersionEntity } from './course-version.entity';
import { CourseEntity } from './course.entity';

export interface NewVersion extends Pick<
  CourseVersionEntity,
  'id' | 'courseId' | 'key' | 'packageSha256' | 'uploadedBy' | 'uploadedAt'
> {
  tree: ActivityTree;
  files: readonly UnpackedFile[];
  /** Other websites that it loads from. */
  outside: readonly OutsideHost[];
  /** What it says of itself to Induct. */
  declared?: Declared | undefined;
  bytes: number;
}

/** A version whose course is locked until the transaction ends. */
export type LockedVersion = Pick<
  CourseVersionEntity,
  'id' | 'courseId' | 'number' | 'state' | 'packageSha256' | 'publishedAt'
>;

export type VersionState = CourseVersionEntity['state'];

/** A file that versions have. */
interface StoredFile {
  /** In hex. */
  sha256: string;
  /** Size of the compressed copy; null when there is none. */
  gzip: number | null;
}

const LOCKED = `id, course_id as "courseId", number, state, package_sha256 as "packageSha256",
  published_at as "publishedAt"`;

@Injectable()
export class VersionRepository {
  /** A course without a version yet. @returns its slug: the wished one, or with a number when that is taken */
  async addCourse(tx: EntityManager, course: { id: string; slug: string; title: string; at: Date }): Promise<string> {
    for (let number = 1; ; number++) {
      const slug = number === 1 ? course.slug : `${course.slug}-${number}`;
      const rows = await tx.query<unknown[]>(
        `insert into course (id, slug, title, created_at) values ($1, $2, $3, $4)
         on conflict (slug) do nothing returning id`,
        [course.id, slug, course.title, course.at],
      );
      if (rows.length > 0) return slug;
    }
  }

  /** Holds the course until the transaction ends, so that its versions are numbered one by one. */
  async lockCourse(tx: EntityManager, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select from course where id = $1 for update', [id]);
    return rows.length > 0;
  }

  /** Of a course that is locked: whether anybody may try it without an account. */
  isTaster(tx: EntityManager, id: string): Promise<boolean> {
    return tx.existsBy(CourseEntity, { id, taster: true });
  }

  /** @returns its number. The course is locked. */
  async add(tx: EntityManager, version: NewVersion): Promise<number> {
    const { tree, files } = version;
    const [row] = await tx.query<Pick<CourseVersionEntity, 'number'>[]>(
      `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count,
         bytes, package_sha256, uploaded_by, uploaded_at, outside, declared)
       select $1, $2, coalesce(max(number), 0) + 1, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
       from course_version where course_id = $2
       returning number`,
      [
        version.id,
        version.courseId,
        version.key,
        tree.standard,
        tree.edition,
        tree.title,
        JSON.stringify(tree),
        files.length,
        version.bytes,
        version.packageSha256,
        version.uploadedBy,
        version.uploadedAt,
        JSON.stringify(version.outside),
        version.declared ? JSON.stringify(version.declared) : null,
      ],
    );
    await this.addFiles(tx, version.id, files);
    return row!.number;
  }

  /**
   * Which of these files other versions have, with the size of the compressed copy. Until the transaction ends, nobody
   * else adds files.
   */
  async stored(tx: EntityManager, sha256s: readonly string[]): Promise<Map<string, number | null>> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('package_file'))`);
    const rows = await tx.query<StoredFile[]>(
      `select encode(sha256, 'hex') as sha256, max(gzip_bytes)::float8 as gzip from package_file
       where sha256 in (select decode(hex, 'hex') from unnest($1::text[]) as hex) group by 1`,
      [sha256s],
    );
    return new Map(rows.map(({ sha256, gzip }) => [sha256, gzip]));
  }

  private async addFiles(tx: EntityManager, versionId: string, files: readonly UnpackedFile[]): Promise<void> {
    await tx.query(
      `insert into package_file (version_id, path, sha256, bytes, content_type, gzip_bytes)
       select $1, f.path, decode(f.sha256, 'hex'), f.bytes, f.type, f.gzip
       from unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::bigint[])
         as f (path, sha256, bytes, type, gzip)`,
      [
        versionId,
        files.map(({ path }) => path),
        files.map(({ sha256 }) => sha256),
        files.map(({ bytes }) => bytes),
        files.map(({ contentType }) => contentType),
        files.map(({ gzipBytes }) => gzipBytes),
      ],
    );
  }

  /** Locks the course, then reads the version. */
  async lock(tx: EntityManager, versionId: string): Promise<LockedVersion | undefined> {
    const [course] = await tx.query<Pick<CourseEntity, 'id'>[]>(
      'select id from course where id = (select course_id from course_version where id = $1) for update',
      [versionId],
    );
    if (!course) return undefined;
    // A query of its own: it sees what those before us at the lock have written.
    const [version] = await tx.query<LockedVersion[]>(`select ${LOCKED} from course_version where id = $1`, [
      versionId,
    ]);
    return version;
  }

  /** All versions of a course that is locked, the newest first. */
  ofCourse(tx: EntityManager, courseId: string): Promise<LockedVersion[]> {
    return tx.query<LockedVersion[]>(`select ${LOCKED} from course_version where course_id = $1 order by number desc`, [
      courseId,
    ]);
  }

  async become(tx: EntityManager, versionId: string, state: 'draft' | 'in_testing' | 'approved'): Promise<void> {
    await tx.update(CourseVersionEntity, { id: versionId, state: Not('published' as const) }, { state });
  }

  /** Retires the course's published version, if it has one. */
  async retirePublished(tx: EntityManager, courseId: string): Promise<void> {
    await tx.update(CourseVersionEntity, { courseId, state: 'published' }, { state: 'retired' });
  }

  async publish(tx: EntityManager, versionId: string, by: string, at: Date): Promise<void> {
    await tx.update(CourseVersionEntity, versionId, { state: 'published', publishedBy: by, publishedAt: at });
  }

  /** @param versionId null: members see none */
  async point(tx: EntityManager, courseId: string, versionId: string | null): Promise<void> {
    await tx.update(CourseEntity, courseId, { publishedVersionId: versionId });
  }

  async describe(
    tx: EntityManager,
    courseId: string,
    { title, summary, minutes, core }: Pick<CourseEntity, 'title' | 'summary' | 'minutes' | 'core'>,
  ): Promise<void> {
    await tx.update(CourseEntity, courseId, { title, summary, minutes, core });
  }
}
