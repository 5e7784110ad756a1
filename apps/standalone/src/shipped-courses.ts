import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Courses, PackageUploads, Publishing } from '@induct/course';
import { projectRoot } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { CatalogueEntry } from '../../../content/build/build.mjs';

/** As `npm run content:build` lists it. */
export type ShippedCourse = CatalogueEntry;

const CONTENT = join(projectRoot, 'dist/content');

/** The courses that come with Induct, imported and published like any upload. */
@Injectable()
export class ShippedCourses {
  constructor(
    private readonly uploads: PackageUploads,
    private readonly publishing: Publishing,
    private readonly courses: Courses,
    private readonly source: DataSource,
  ) {}

  async catalogue(): Promise<ShippedCourse[]> {
    return JSON.parse(await readFile(join(CONTENT, 'catalogue.json'), 'utf8')) as ShippedCourse[];
  }

  /** @returns the course's id; a package that was published before, byte by byte the same, is not imported again */
  async publish(shipped: ShippedCourse, officerId: string): Promise<string> {
    const file = join(CONTENT, shipped.file);
    const existing = await this.published(await readFile(file));
    if (existing) return existing;
    const upload = await this.uploads.receive(createReadStream(file), {
      fileName: shipped.file,
      uploadedBy: officerId,
    });
    const { report, versionId } = await this.uploads.finished(upload);
    if (!versionId) throw new Error(`The shipped course ${shipped.slug} was refused: ${JSON.stringify(report)}`);
    const { title, summary, minutes, core } = shipped;
    await this.publishing.publish(versionId, officerId, { title, summary, minutes, core });
    return (await this.courses.version(versionId))!.courseId;
  }

  private async published(bytes: Buffer): Promise<string | undefined> {
    const [version] = await this.source.query<{ course_id: string }[]>(
      'select course_id from course_version where package_sha256 = $1 and published_at is not null',
      [createHash('sha256').update(bytes).digest()],
    );
    return version?.course_id;
  }
}
