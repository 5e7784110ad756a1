import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { ChangedMeanwhile, DraftBeingTakenIn, DraftNotFound } from '../authoring.errors';
import { bringBack } from '../format/bring-back';
import { changed, changesTo, type FileChanges, idFor, type ModuleFiles } from '../format/folder';
import type { DraftAct } from './draft-acts';
import { mustFit, named, readable, titleIn } from './draft-files';
import { DraftRepository } from './draft.repository';
import type { ModuleDraftEntity } from './module-draft.entity';
import { shippedFiles, shippedModules, starterFiles } from './shipped-modules';

/** A module that is written here, as it stands or stood. */
export interface Draft extends Pick<
  ModuleDraftEntity,
  'id' | 'title' | 'slug' | 'begunFrom' | 'courseId' | 'revision'
> {
  files: ModuleFiles;
}

/** What a module begins with. */
export type Beginning = { from: 'starter' } | { from: 'shipped'; slug: string } | { from: 'draft'; id: string };

export interface BeginOrder {
  beginning: Beginning;
  /** What it is called; left as it is in what is copied when empty. */
  title: string;
  /** The module whose next version it becomes. */
  courseId: string | null;
  by: string;
}

/** A change, in words of the program. */
export interface DraftChange {
  act: DraftAct;
  about: string;
  by: string;
}

/** Modules that are written here. Every change is a revision; nothing is ever lost. */
@Injectable()
export class Drafts {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly drafts: DraftRepository,
  ) {}

  /** @param revision the newest when left out @throws DraftNotFound */
  async read(id: string, revision?: number): Promise<Draft> {
    const draft = await this.drafts.find(id);
    if (!draft || (revision !== undefined && (revision < 1 || revision > draft.revision))) throw new DraftNotFound();
    const at = revision ?? draft.revision;
    const { title, slug, begunFrom, courseId } = draft;
    return { id, title, slug, begunFrom, courseId, revision: at, files: await this.drafts.files(id, at) };
  }

  /** Begins a module from the pattern, or as a copy. @returns its id @throws DraftNotFound */
  async begin({ beginning, title, courseId, by }: BeginOrder): Promise<string> {
    const given = await this.filesOf(beginning);
    const isNew = beginning.from === 'starter';
    const files = title === '' ? given : named(given, title, isNew ? dayInLondon(this.clock.now()) : undefined);
    const begunFrom =
      beginning.from === 'starter'
        ? 'starter'
        : beginning.from === 'draft'
          ? `draft:${beginning.id}`
          : `shipped:${beginning.slug}`;
    return await this.add({ files, begunFrom, courseId, by, act: 'begun' });
  }

  /** Takes in a folder that was read from a zip. @returns its id */
  bringIn(files: ModuleFiles, courseId: string | null, by: string): Promise<string> {
    return this.add({ files, begunFrom: 'folder', courseId, by, act: 'brought-in' });
  }

  /**
   * Changes files of a draft, on what they are at that moment: whoever changes something at the same time waits.
   * @param edit says what changes; what it throws changes nothing
   * @returns the number of the revision
   * @throws DraftNotFound, DraftTooLarge, TextTooLong, DraftUnreadable
   */
  async change(
    id: string,
    { act, about, by }: DraftChange,
    edit: (files: ModuleFiles) => FileChanges,
  ): Promise<number> {
    return await this.transactions.run(async (tx) => {
      const draft = await this.written(tx, id);
      const files = await this.drafts.files(id, draft.revision, tx);
      const wanted = changed(
        files,
        readable(() => edit(files)),
      );
      // What is saved as it was is no change.
      const changes = changesTo(files, wanted);
      if (changes.size === 0) return draft.revision;
      const number = draft.revision + 1;
      await this.write(tx, draft, { number, act, about, by }, changes, wanted);
      return number;
    });
  }

  /**
   * Goes back to how it was. That is a change like any other, and can be taken back, too.
   * @param seen the newest revision that who asks has seen
   * @throws DraftNotFound, ChangedMeanwhile
   */
  async goBack(id: string, to: number, seen: number, by: string): Promise<void> {
    const then = await this.read(id, to);
    await this.transactions.run(async (tx) => {
      const draft = await this.written(tx, id);
      if (draft.revision !== seen) throw new ChangedMeanwhile(undefined);
      const changes = changesTo(await this.drafts.files(id, draft.revision, tx), then.files);
      if (changes.size === 0) return;
      const change = { number: draft.revision + 1, act: 'gone-back', about: String(to), by } as const;
      await this.write(tx, draft, change, changes, then.files);
    });
  }

  /**
   * Brings back what one change removed, and leaves what was written since as it is.
   * @param number of the change
   * @throws DraftNotFound, DraftUnreadable
   */
  async bringBackFrom(id: string, number: number, by: string): Promise<void> {
    const [before, after] = [await this.read(id, number - 1), await this.read(id, number)];
    const about = (await this.drafts.revision(id, number))!.about;
    await this.change(id, { act: 'brought-back', about, by }, (now) => bringBack(now, before.files, after.files));
  }

  /**
   * The module that its next package is a version of: the one that was named, or the one that a package of it became.
   * @throws DraftBeingTakenIn while a first package is on its way in: the next would become another module
   */
  async courseOf(tx: EntityManager, id: string): Promise<string | null> {
    const draft = await this.written(tx, id);
    if (draft.courseId) return draft.courseId;
    const uploads = await this.drafts.uploads(id, tx);
    const became = uploads.find(({ courseId }) => courseId !== null)?.courseId;
    if (became) {
      await this.drafts.becomes(tx, id, became);
      return became;
    }
    const onItsWay = uploads.find(({ isRunning }) => isRunning);
    if (onItsWay) throw new DraftBeingTakenIn(onItsWay.id);
    return null;
  }

  /**
   * Removes a draft from sight. What was written stays, as do packages that were built of it: it can be brought back.
   * @throws DraftNotFound when it is removed already
   */
  async remove(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { title } = await this.written(tx, id);
      await this.drafts.remove(tx, id, { removedAt: this.clock.now(), removedBy: by });
      await this.recordAct(tx, id, 'module_draft.removed', title, by);
    });
  }

  /** Takes back that it was removed; of a draft that is being written, does nothing. @throws DraftNotFound */
  async bringBack(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const draft = await this.drafts.lock(tx, id);
      if (!draft) throw new DraftNotFound();
      if (draft.removedAt === null) return;
      await this.drafts.remove(tx, id, { removedAt: null, removedBy: null });
      await this.recordAct(tx, id, 'module_draft.brought_back', draft.title, by);
    });
  }

  private async recordAct(tx: EntityManager, id: string, action: string, title: string, by: string): Promise<void> {
    await this.audit.record(tx, { actorId: by, action, subjectType: 'module_draft', subjectId: id, detail: { title } });
  }

  /** Locked, and not removed. @throws DraftNotFound */
  private async written(tx: EntityManager, id: string): Promise<ModuleDraftEntity> {
    const draft = await this.drafts.lock(tx, id);
    if (!draft || draft.removedAt !== null) throw new DraftNotFound();
    return draft;
  }

  private async filesOf(beginning: Beginning): Promise<ModuleFiles> {
    if (beginning.from === 'starter') return await starterFiles();
    if (beginning.from === 'draft') return (await this.read(beginning.id)).files;
    const isShipped = (await shippedModules()).some(({ slug }) => slug === beginning.slug);
    if (!isShipped) throw new DraftNotFound();
    return await shippedFiles(beginning.slug);
  }

  private async add(order: {
    files: ModuleFiles;
    begunFrom: string;
    courseId: string | null;
    by: string;
    act: DraftAct;
  }): Promise<string> {
    const { files, begunFrom, courseId, by, act } = order;
    mustFit(files);
    const id = this.ids.uuid();
    const title = titleIn(files) ?? 'A module';
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      await this.drafts.add(tx, {
        id,
        title,
        slug: idFor(title, [], 'module'),
        begunFrom,
        courseId,
        revision: 1,
        begunBy: by,
        begunAt: now,
        changedAt: now,
        removedAt: null,
        removedBy: null,
      });
      await this.drafts.write(
        tx,
        { draftId: id, number: 1, act, about: title, recordedBy: by, recordedAt: now },
        files,
      );
      await this.audit.record(tx, {
        actorId: by,
        action: 'module_draft.begun',
        subjectType: 'module_draft',
        subjectId: id,
        detail: { title, from: begunFrom },
      });
    });
    return id;
  }

  private async write(
    tx: EntityManager,
    draft: ModuleDraftEntity,
    { number, act, about, by }: DraftChange & { number: number },
    changes: FileChanges,
    files: ModuleFiles,
  ): Promise<void> {
    mustFit(files);
    const now = this.clock.now();
    await this.drafts.write(
      tx,
      { draftId: draft.id, number, act, about: about.slice(0, 200), recordedBy: by, recordedAt: now },
      changes,
    );
    await this.drafts.stands(tx, draft.id, {
      revision: number,
      changedAt: now,
      title: titleIn(files) ?? draft.title,
    });
  }
}
