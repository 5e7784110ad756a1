import { Injectable } from '@nestjs/common';
import { afterCommit, AuditTrail, Clock, type Day, dayInLondon, FileStore, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { firstTemplate } from './first-template';
import { PreviewRepository } from './preview.repository';
import type { Template } from '../certificate/template';
import { templateProblems } from './template-check';
import { TemplateQueue } from './template-queue';
import type { TemplateVersionEntity } from './template-version.entity';
import {
  SchemeIsGone,
  TemplateCannotBePrinted,
  TemplateChangedMeanwhile,
  TemplateIsNoDraft,
  TemplateNotFound,
} from './template.errors';
import { TemplateRepository } from './template.repository';

/** Officers draft what certificates say and look like. Nothing of it is issued before it is approved. */
@Injectable()
export class TemplateDrafts {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly previews: PreviewRepository,
    private readonly queue: TemplateQueue,
    private readonly files: FileStore,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * As a copy of what is in use for the scheme, or else of what was shipped.
   * @param schemeId null: for every scheme that has none of its own
   * @returns its number
   * @throws SchemeIsGone
   */
  async begin({ schemeId, by }: { schemeId: string | null; by: string }): Promise<number> {
    return this.transactions.run(async (tx) => {
      await this.templates.alone(tx);
      if (schemeId !== null && !(await this.templates.isScheme(tx, schemeId))) throw new SchemeIsGone();
      const draftedAt = this.clock.now();
      const today = dayInLondon(draftedAt);
      const now = await this.templates.issuedWith(tx, schemeId, { awardedOn: today, issuedOn: today });
      const copied = now.version;
      const template = copied?.template ?? firstTemplate(now.statutory);
      const id = this.ids.uuid();
      const number = await this.templates.add(tx, { id, schemeId, template, draftedBy: by, draftedAt });
      await this.wish(tx, id);
      await this.record(tx, { id, number }, 'template.drafted', by, {
        schemeId,
        ...(copied && { copy: copied.number }),
      });
      return number;
    });
  }

  /**
   * Keeps what was typed and wishes for its previews.
   * @param fromDay null: from the day on which it is approved
   * @param seen the revision that was changed: of another nothing is overwritten
   * @throws TemplateNotFound, TemplateIsNoDraft, TemplateCannotBePrinted, TemplateChangedMeanwhile
   */
  async save(
    number: number,
    { template, fromDay, by, seen }: { template: Template; fromDay: Day | null; by: string; seen?: number | undefined },
  ): Promise<void> {
    const problems = templateProblems(template);
    if (problems.length > 0) throw new TemplateCannotBePrinted(problems);
    await this.transactions.run(async (tx) => {
      await this.templates.alone(tx);
      const { id, revision } = await this.draft(tx, number);
      if (seen !== undefined && seen !== revision) throw new TemplateChangedMeanwhile();
      const change = { template, fromDay, revision: revision + 1, changedBy: by, changedAt: this.clock.now() };
      await this.templates.change(tx, id, change);
      await this.wish(tx, id);
      await this.record(tx, { id, number }, 'template.changed', by, {});
    });
  }

  /** Lets the worker try its previews again. @throws TemplateNotFound, TemplateIsNoDraft */
  async printAgain(number: number): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.templates.alone(tx);
      await this.wish(tx, (await this.draft(tx, number)).id);
    });
  }

  /** @throws TemplateNotFound, TemplateIsNoDraft */
  async discard(number: number, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.templates.alone(tx);
      const { id } = await this.draft(tx, number);
      const files = await this.previews.files(tx, id);
      await this.templates.discard(tx, id);
      await this.record(tx, { id, number }, 'template.draft-discarded', by, {});
      afterCommit(tx, async () => {
        for (const file of files) await this.files.remove(file);
      });
    });
  }

  private async draft(tx: EntityManager, number: number): Promise<TemplateVersionEntity> {
    const version = await this.templates.find(number, tx);
    if (!version) throw new TemplateNotFound();
    if (version.state !== 'draft') throw new TemplateIsNoDraft();
    return version;
  }

  private async wish(tx: EntityManager, id: string): Promise<void> {
    const wishes = await this.previews.wish(tx, id);
    afterCommit(tx, () => this.queue.print(wishes));
  }

  private async record(
    tx: EntityManager,
    { id, number }: Pick<TemplateVersionEntity, 'id' | 'number'>,
    action: string,
    actorId: string,
    detail: object,
  ): Promise<void> {
    await this.audit.record(tx, {
      actorId,
      action,
      subjectType: 'template',
      subjectId: id,
      detail: { number, ...detail },
    });
  }
}
