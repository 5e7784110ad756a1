import { Injectable } from '@nestjs/common';
import type { CourseCurrent, VersionStanding, VersionState } from '@induct/course';
import { DataSource } from 'typeorm';
import { OVERRIDDEN, type OverrideInForce } from './overridden.queries';

export interface ModuleRow extends Pick<CourseCurrent, 'slug' | 'title' | 'core' | 'minutes'> {
  /** Number of the version members see; null while none is published. */
  published: number | null;
  publishedAt: VersionStanding['publishedAt'];
  /** Of the newest version. */
  newest: number | null;
  newestState: VersionState | null;
}

export interface Module extends ModuleRow, Pick<CourseCurrent, 'id' | 'summary' | 'taster'> {
  versions: VersionRow[];
  /** Members of the council, and how many of them began and completed the module. */
  members: number;
  begun: number;
  completed: number;
  /** Published by override, and no later round has reached its quorum. */
  overridden: OverrideInForce | null;
}

export interface VersionRow extends Pick<
  VersionStanding,
  'id' | 'number' | 'state' | 'standard' | 'edition' | 'title' | 'uploadedAt' | 'publishedAt'
> {
  files: number;
  bytes: number;
  /** Names. */
  uploadedBy: string | null;
  publishedBy: string | null;
  uploadId: string | null;
}

const MODULE = `c.slug, c.title, c.core, c.minutes, v.number as published, v.published_at as "publishedAt",
  n.number as newest, n.state as "newestState"`;
const VERSIONS = `
  left join version_standing v on v.id = c.published_version_id
  left join lateral (
    select number, state from version_standing where course_id = c.id order by number desc limit 1
  ) n on true`;

@Injectable()
export class ModulesQueries {
  constructor(private readonly source: DataSource) {}

  page(limit: number, offset: number): Promise<ModuleRow[]> {
    return this.source.query<ModuleRow[]>(
      `select ${MODULE} from (select * from course_current order by title, id limit $1 offset $2) c ${VERSIONS}
        order by c.title, c.id`,
      [limit, offset],
    );
  }

  async count(): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>('select count(*)::int as count from course_current');
    return row!.count;
  }

  async find(slug: string): Promise<Module | undefined> {
    const [module] = await this.source.query<Omit<Module, 'versions'>[]>(
      `select c.id, c.summary, c.taster, ${MODULE},
              (select count(*)::int from role_held where role = 'member') as members,
              r.begun, r.completed, x.overridden
         from course_current c ${VERSIONS}
         cross join lateral (
           select count(*)::int as begun, count(*) filter (where r.completed_at is not null)::int as completed
             from registration_standing r
            where r.course_id = c.id
              and exists (select 1 from role_held x where x.person_id = r.person_id and x.role = 'member')
         ) r
         left join lateral (${OVERRIDDEN}) x on true
        where c.slug = $1`,
      [slug],
    );
    if (!module) return undefined;
    return { ...module, versions: await this.versions(module.id) };
  }

  /** Newest first. */
  private versions(courseId: string): Promise<VersionRow[]> {
    return this.source.query<VersionRow[]>(
      `select v.id, v.number, v.state, v.standard, v.edition, v.title, v.file_count as files, v.bytes::float8 as bytes,
              v.uploaded_at as "uploadedAt", u.name as "uploadedBy", p.id as "uploadId",
              v.published_at as "publishedAt", b.name as "publishedBy"
         from version_standing v
         left join person_current u on u.id = v.uploaded_by
         left join person_current b on b.id = v.published_by
         left join lateral (select id from upload_standing where version_id = v.id order by created_at limit 1) p on true
        where v.course_id = $1
        order by v.number desc`,
      [courseId],
    );
  }
}
