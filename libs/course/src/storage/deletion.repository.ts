import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/** A draft that nobody has done anything with. */
export interface DeletableVersion {
  module: string;
  number: number;
  bytes: number;
}

interface DeletedVersion extends Pick<DeletableVersion, 'bytes'> {
  /** Of the package. */
  title: string;
}

@Injectable()
export class DeletionRepository {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async mayGo(versionId: string, tx: EntityManager = this.source.manager): Promise<boolean> {
    const [row] = await tx.query<{ can: boolean }[]>('select version_can_go($1) as can', [versionId]);
    return row!.can;
  }

  deletable(most: number): Promise<DeletableVersion[]> {
    return this.source.query<DeletableVersion[]>(
      `select c.title as module, v.number, v.bytes::float8 as bytes
       from course_version v join course c on c.id = v.course_id
       where v.state = 'draft' and version_can_go(v.id) order by v.bytes desc limit $1`,
      [most],
    );
  }

  /** Of all packages, each file once, with its compressed copy. */
  async bytesStored(tx: EntityManager = this.source.manager): Promise<number> {
    const [row] = await tx.query<{ bytes: number }[]>(
      `select coalesce(sum(bytes), 0)::float8 as bytes
       from (select max(bytes) + coalesce(max(gzip_bytes), 0) as bytes from package_file group by sha256) file`,
    );
    return row!.bytes;
  }

  /** The course is locked. */
  async delete(tx: EntityManager, versionId: string): Promise<DeletedVersion> {
    await tx.query(
      `insert into package_file_to_remove select distinct sha256 from package_file where version_id = $1
       on conflict do nothing`,
      [versionId],
    );
    await tx.query('update package_upload set version_id = null where version_id = $1', [versionId]);
    const [rows] = await tx.query<[DeletedVersion[], number]>(
      'delete from course_version where id = $1 returning title, bytes::float8 as bytes',
      [versionId],
    );
    return rows[0]!;
  }

  /** @returns whether it was one */
  async deleteCourseWithoutVersions(tx: EntityManager, courseId: string): Promise<boolean> {
    const [left] = await tx.query<unknown[]>('select from course_version where course_id = $1 limit 1', [courseId]);
    if (left) return false;
    await tx.query('update package_upload set course_id = null where course_id = $1', [courseId]);
    await tx.query('delete from course where id = $1', [courseId]);
    return true;
  }

  /** What nothing has any more. Until the transaction ends, nobody adds files of packages. */
  async filesToRemove(tx: EntityManager): Promise<string[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('package_file'))`);
    const rows = await tx.query<{ sha256: string }[]>(
      `select encode(sha256, 'hex') as sha256 from package_file_to_remove where not file_is_needed(sha256)`,
    );
    return rows.map(({ sha256 }) => sha256);
  }

  async filesAreRemoved(tx: EntityManager): Promise<void> {
    await tx.query('delete from package_file_to_remove');
  }
}
