import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PackageAddress } from './package-address';

export interface PackageFileRow {
  versionId: string;
  /** In hex. */
  sha256: string;
  bytes: number;
  contentType: string;
  /** Of the pre-compressed copy in the store; null when there is none. */
  gzipBytes: number | null;
}

/** Where package files are looked up; read only. */
@Injectable()
export class PackageFileQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The file of a course version. Packages made on Windows name files in the wrong case: when nothing has the exact
   * path, the one that only differs by case is meant.
   */
  async find({ key, path }: PackageAddress): Promise<PackageFileRow | undefined> {
    return (
      (await this.look('file.path = $2', key, path)) ?? (await this.look('lower(file.path) = lower($2)', key, path))
    );
  }

  private async look(which: string, key: string, path: string): Promise<PackageFileRow | undefined> {
    const [row] = await this.source.query<PackageFileRow[]>(
      `select version.id as "versionId", encode(file.sha256, 'hex') as sha256, file.bytes,
         file.content_type as "contentType", file.gzip_bytes as "gzipBytes"
       from course_version version join package_file file on file.version_id = version.id
       where version.key = $1 and ${which} order by file.path limit 1`,
      [key, path],
    );
    return row;
  }
}
