import { Injectable } from '@nestjs/common';
import type { UploadStanding } from '@induct/course';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { FileChanges, ModuleFiles } from '../format/folder';
import { ModuleDraftFileEntity } from './module-draft-file.entity';
import { ModuleDraftPackageEntity } from './module-draft-package.entity';
import { ModuleDraftRevisionEntity } from './module-draft-revision.entity';
import { ModuleDraftEntity } from './module-draft.entity';

/** A package of a draft on its way in, or what became of it. */
export type BuiltUpload = Pick<UploadStanding, 'id' | 'courseId' | 'isRunning'>;

type FileRow = Pick<ModuleDraftFileEntity, 'path' | 'text' | 'bytes'>;

@Injectable()
export class DraftRepository {
  constructor(private readonly source: DataSource) {}

  /** Undefined when it was removed, too. */
  async find(id: string): Promise<ModuleDraftEntity | undefined> {
    return (await this.source.manager.findOneBy(ModuleDraftEntity, { id, removedAt: IsNull() })) ?? undefined;
  }

  /** Nobody else changes it until the end of the transaction. */
  async lock(tx: EntityManager, id: string): Promise<ModuleDraftEntity | undefined> {
    const draft = await tx.findOne(ModuleDraftEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return draft ?? undefined;
  }

  /** Puts it away, or takes it out again. */
  async remove(
    tx: EntityManager,
    id: string,
    removed: Pick<ModuleDraftEntity, 'removedAt' | 'removedBy'>,
  ): Promise<void> {
    await tx.update(ModuleDraftEntity, id, removed);
  }

  async add(tx: EntityManager, draft: ModuleDraftEntity): Promise<void> {
    await tx.insert(ModuleDraftEntity, draft);
  }

  /** The folder as a revision left it. */
  async files(id: string, revision: number, tx: EntityManager = this.source.manager): Promise<ModuleFiles> {
    const rows = await tx.query<FileRow[]>(
      `select path, text, bytes from (
         select distinct on (path) path, text, bytes from module_draft_file
          where draft_id = $1 and revision <= $2 order by path, revision desc) newest
        where text is not null or bytes is not null order by path`,
      [id, revision],
    );
    return new Map(rows.map(({ path, text, bytes }) => [path, text ?? bytes!]));
  }

  async revision(draftId: string, number: number): Promise<ModuleDraftRevisionEntity | undefined> {
    return (await this.source.manager.findOneBy(ModuleDraftRevisionEntity, { draftId, number })) ?? undefined;
  }

  /** Writes what a revision changed. */
  async write(tx: EntityManager, revision: ModuleDraftRevisionEntity, changes: FileChanges): Promise<void> {
    await tx.insert(ModuleDraftRevisionEntity, revision);
    const rows = [...changes].map(([path, file]) => ({
      draftId: revision.draftId,
      revision: revision.number,
      path,
      text: typeof file === 'string' ? file : null,
      bytes: file !== null && typeof file !== 'string' ? file : null,
    }));
    if (rows.length > 0) await tx.insert(ModuleDraftFileEntity, rows);
  }

  async stands(
    tx: EntityManager,
    id: string,
    now: Pick<ModuleDraftEntity, 'revision' | 'changedAt' | 'title'>,
  ): Promise<void> {
    await tx.update(ModuleDraftEntity, id, now);
  }

  async addPackage(tx: EntityManager, built: ModuleDraftPackageEntity): Promise<void> {
    await tx.insert(ModuleDraftPackageEntity, built);
  }

  /** What was built of it, and for which module each was taken in; the newest first. */
  uploads(id: string, tx: EntityManager = this.source.manager): Promise<BuiltUpload[]> {
    return tx.query<BuiltUpload[]>(
      `select u.id, u.course_id as "courseId", u.is_running as "isRunning"
         from module_draft_package b join upload_standing u on u.id = b.upload_id
        where b.draft_id = $1 order by u.created_at desc, u.id`,
      [id],
    );
  }

  /** Every later version belongs to that module, too. */
  async becomes(tx: EntityManager, id: string, courseId: string): Promise<void> {
    await tx.update(ModuleDraftEntity, id, { courseId });
  }
}
