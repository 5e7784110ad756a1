import { Injectable } from '@nestjs/common';
import type { CourseCurrent, UploadStanding, VersionStanding } from '@induct/course';
import { DataSource } from 'typeorm';

export interface UploadRow extends Pick<UploadStanding, 'id' | 'fileName' | 'state' | 'createdAt' | 'finishedAt'> {
  bytes: number;
  /** Title and address of the module it belongs to, as soon as there is one. */
  module: string | null;
  slug: string | null;
  /** Of the version it became. */
  version: VersionStanding['number'] | null;
  versionState: VersionStanding['state'] | null;
  /** A name. */
  uploadedBy: string | null;
}

export interface Upload extends UploadRow, Pick<UploadStanding, 'progress' | 'report'> {
  /** While it waits: how many uploads are imported before it. */
  before: number;
}

type ModuleChoice = Pick<CourseCurrent, 'id' | 'slug' | 'title'>;

const ROW = `u.id, u.file_name as "fileName", u.bytes::float8 as bytes, u.state,
  coalesce(c.title, vc.title) as module, coalesce(c.slug, vc.slug) as slug,
  v.number as version, v.state as "versionState", p.name as "uploadedBy",
  u.created_at as "createdAt", u.finished_at as "finishedAt"`;
const JOINS = `
  left join course_current c on c.id = u.course_id
  left join version_standing v on v.id = u.version_id
  left join course_current vc on vc.id = v.course_id
  left join person_current p on p.id = u.uploaded_by`;

@Injectable()
export class UploadsQueries {
  constructor(private readonly source: DataSource) {}

  /** Newest first. */
  page(limit: number, offset: number): Promise<UploadRow[]> {
    return this.source.query<UploadRow[]>(
      `select ${ROW} from (select * from upload_standing order by created_at desc, id limit $1 offset $2) u ${JOINS}
        order by u.created_at desc, u.id`,
      [limit, offset],
    );
  }

  async count(): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>('select count(*)::int as count from upload_standing');
    return row!.count;
  }

  async find(id: string): Promise<Upload | undefined> {
    const [row] = await this.source.query<Upload[]>(
      `select ${ROW}, u.progress, u.report, coalesce(u.before, 0) as before
       from upload_standing u ${JOINS} where u.id = $1`,
      [id],
    );
    return row;
  }

  /** Modules a new version can be uploaded to. */
  modules(): Promise<ModuleChoice[]> {
    return this.source.query<ModuleChoice[]>('select id, slug, title from course_current order by title, id');
  }
}
