import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Courses, PackageUploads, Publishing } from '@induct/course';
import { projectRoot } from '@induct/platform';
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
  ) {}

  async catalogue(): Promise<ShippedCourse[]> {
    return JSON.parse(await readFile(join(CONTENT, 'catalogue.json'), 'utf8')) as ShippedCourse[];
  }

  /** @returns the course's id; one that is there already is left as it is */
  async publish(shipped: ShippedCourse, officerId: string): Promise<string> {
    const existing = await this.courses.publishedBySlug(shipped.slug);
    if (existing) return existing.id;
    const upload = await this.uploads.receive(createReadStream(join(CONTENT, shipped.file)), {
      fileName: shipped.file,
      uploadedBy: officerId,
    });
    const { report, versionId } = await this.uploads.finished(upload);
    if (!versionId) throw new Error(`The shipped course ${shipped.slug} was refused: ${JSON.stringify(report)}`);
    const { title, summary, minutes, core } = shipped;
    await this.publishing.publish(versionId, officerId, { title, summary, minutes, core });
    return (await this.courses.version(versionId))!.courseId;
  }
}
