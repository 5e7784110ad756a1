import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PackageUploads, type VersionStanding } from '@induct/course';
import { projectRoot } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { CatalogueEntry } from '../../../../content/build/build.mjs';

/** As `npm run content:build` lists it. */
export type ShippedCourse = CatalogueEntry;

/** A version in the tables. */
export interface ImportedVersion extends Pick<VersionStanding, 'courseId'> {
  versionId: string;
  published: boolean;
}

const CONTENT = join(projectRoot, 'dist/content');

/** The courses that come with Induct, imported like any upload. */
@Injectable()
export class ShippedCourses {
  constructor(
    private readonly uploads: PackageUploads,
    private readonly source: DataSource,
  ) {}

  async catalogue(): Promise<ShippedCourse[]> {
    return JSON.parse(await readFile(join(CONTENT, 'catalogue.json'), 'utf8')) as ShippedCourse[];
  }

  pathOf(shipped: ShippedCourse): string {
    return join(CONTENT, shipped.file);
  }

  /** A package that is there already, byte by byte the same, is not imported again. */
  async import(shipped: ShippedCourse, officerId: string): Promise<ImportedVersion> {
    const file = this.pathOf(shipped);
    const known = await this.known(await readFile(file));
    if (known) return known;
    const upload = await this.uploads.receive(createReadStream(file), {
      fileName: shipped.file,
      uploadedBy: officerId,
    });
    const { report } = await this.uploads.finished(upload);
    const made = await this.known(await readFile(file));
    if (!made) throw new Error(`The shipped course ${shipped.slug} was refused: ${JSON.stringify(report)}`);
    return made;
  }

  private async known(bytes: Buffer): Promise<ImportedVersion | undefined> {
    const [version] = await this.source.query<ImportedVersion[]>(
      `select id as "versionId", course_id as "courseId", published_at is not null as published
       from version_standing where package_sha256 = $1 order by uploaded_at limit 1`,
      [createHash('sha256').update(bytes).digest()],
    );
    return version;
  }
}
