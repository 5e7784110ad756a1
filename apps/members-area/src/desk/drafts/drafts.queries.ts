import { Injectable } from '@nestjs/common';
import type { DraftPackageBuilt, DraftRemoved, DraftRevisionMade, ModuleDraftStanding } from '@induct/authoring';
import type { CourseCurrent, UploadStanding, VersionStanding } from '@induct/course';
import type { PersonCurrent } from '@induct/people';
import { DataSource } from 'typeorm';

export interface DraftRow extends Pick<ModuleDraftStanding, 'id' | 'title' | 'changedAt'> {
  /** A name. */
  changedBy: PersonCurrent['name'] | null;
  /** The module whose next version it becomes. */
  module: CourseCurrent['title'] | null;
}

/** A draft that can be brought back. */
export interface RemovedRow extends Pick<DraftRemoved, 'id' | 'title' | 'removedAt'> {
  /** A name. */
  removedBy: PersonCurrent['name'] | null;
}

export type ChangeRow = Pick<DraftRevisionMade, 'number' | 'act' | 'about'>;
export type TakenRow = ChangeRow & Pick<DraftRevisionMade, 'recordedAt'>;

export interface RevisionRow extends TakenRow {
  /** A name. */
  who: PersonCurrent['name'] | null;
}

/** A package that was built of it. */
export interface PackageRow
  extends Pick<DraftPackageBuilt, 'uploadId' | 'revision'>, Pick<UploadStanding, 'state' | 'createdAt'> {
  slug: CourseCurrent['slug'] | null;
  version: VersionStanding['number'] | null;
  versionState: VersionStanding['state'] | null;
}

@Injectable()
export class DraftsQueries {
  constructor(private readonly source: DataSource) {}

  /** Those that were changed last come first. */
  page(limit: number, offset: number): Promise<DraftRow[]> {
    return this.source.query<DraftRow[]>(
      `select d.id, d.title, d.changed_at as "changedAt", p.name as "changedBy", c.title as module
         from (select * from module_draft_standing order by changed_at desc, id limit $1 offset $2) d
         left join person_current p on p.id = d.changed_by
         left join course_current c on c.id = d.course_id
        order by d.changed_at desc, d.id`,
      [limit, offset],
    );
  }

  /** Those that were removed last come first. */
  removed(limit: number, offset: number): Promise<RemovedRow[]> {
    return this.source.query<RemovedRow[]>(
      `select d.id, d.title, d.removed_at as "removedAt", p.name as "removedBy"
         from (select * from draft_removed order by removed_at desc, id limit $1 offset $2) d
         left join person_current p on p.id = d.removed_by
        order by d.removed_at desc, d.id`,
      [limit, offset],
    );
  }

  async countRemoved(): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>('select count(*)::int as count from draft_removed');
    return row!.count;
  }

  async count(): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>(
      'select count(*)::int as count from module_draft_standing',
    );
    return row!.count;
  }

  /** The newest first. */
  revisions(id: string, limit: number, offset: number): Promise<RevisionRow[]> {
    return this.source.query<RevisionRow[]>(
      `select r.number, r.act, r.about, r.recorded_at as "recordedAt", p.name as who
         from draft_revision_made r left join person_current p on p.id = r.recorded_by
        where r.draft_id = $1 order by r.number desc limit $2 offset $3`,
      [id, limit, offset],
    );
  }

  /** The change that it stands at: of states that were gone back to, the one that they lead to. */
  async standing(id: string, revision: number): Promise<ChangeRow> {
    const [row] = await this.source.query<ChangeRow[]>(
      `with recursive standing as (
         select number, act, about from draft_revision_made where draft_id = $1 and number = $2
         union all
         select r.number, r.act, r.about from standing s
           join draft_revision_made r on r.draft_id = $1
            and r.number = case when s.act = 'gone-back' then s.about::int end)
       select number, act, about from standing where act <> 'gone-back'`,
      [id, revision],
    );
    return row!;
  }

  /** Changes that took something away that can be brought back by itself; the newest first. */
  takenAway(id: string): Promise<TakenRow[]> {
    return this.source.query<TakenRow[]>(
      `select number, act, about, recorded_at as "recordedAt"
         from draft_revision_made
        where draft_id = $1 and act in ('screen-removed', 'part-removed', 'question-removed')
        order by number desc limit 50`,
      [id],
    );
  }

  /** The newest first. */
  packages(id: string): Promise<PackageRow[]> {
    return this.source.query<PackageRow[]>(
      `select b.upload_id as "uploadId", b.revision, u.state, u.created_at as "createdAt", c.slug, v.number as version,
              v.state as "versionState"
         from draft_package_built b
         join upload_standing u on u.id = b.upload_id
         left join version_standing v on v.id = u.version_id
         left join course_current c on c.id = v.course_id
        where b.draft_id = $1 order by u.created_at desc, b.upload_id limit 10`,
      [id],
    );
  }

  /** Modules that it can become the next version of. */
  modules(): Promise<Pick<CourseCurrent, 'id' | 'title'>[]> {
    return this.source.query<Pick<CourseCurrent, 'id' | 'title'>[]>(
      'select id, title from course_current order by title, id',
    );
  }

  /** The draft of a next version of a module, or of which the module was built: the one that was changed last. */
  async ofModule(courseId: string): Promise<ModuleDraftStanding['id'] | undefined> {
    const rows = await this.source.query<Pick<ModuleDraftStanding, 'id'>[]>(
      `select id from module_draft_standing
        where course_id = $1
           or id in (select b.draft_id from version_standing v
                       join upload_standing u on u.version_id = v.id
                       join draft_package_built b on b.upload_id = u.id
                      where v.course_id = $1)
        order by changed_at desc, id limit 1`,
      [courseId],
    );
    return rows[0]?.id;
  }

  /** The draft that a version was built of, as long as it is there. */
  async ofVersion(versionId: string): Promise<ModuleDraftStanding['id'] | undefined> {
    const rows = await this.source.query<Pick<ModuleDraftStanding, 'id'>[]>(
      `select d.id from upload_standing u
         join draft_package_built b on b.upload_id = u.id
         join module_draft_standing d on d.id = b.draft_id
        where u.version_id = $1`,
      [versionId],
    );
    return rows[0]?.id;
  }

  /** Drafts that can be copied. */
  drafts(): Promise<Pick<ModuleDraftStanding, 'id' | 'title'>[]> {
    return this.source.query<Pick<ModuleDraftStanding, 'id' | 'title'>[]>(
      'select id, title from module_draft_standing order by title, id limit 200',
    );
  }
}
