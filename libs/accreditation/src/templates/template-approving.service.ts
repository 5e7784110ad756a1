import { Injectable } from '@nestjs/common';
import { PeopleService, PersonLostRoles, Proposals } from '@induct/people';
import { Announcements, AuditTrail, Clock, type Day, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { PreviewRepository } from './preview.repository';
import type { TemplateVersionEntity } from './template-version.entity';
import {
  OtherTemplateFromThatDay,
  OwnTemplate,
  PreviewsAreNotPrinted,
  TemplateIsNoDraft,
  TemplateIsNotApproved,
  TemplateIsNotProposed,
  TemplateNotFound,
  TemplateWasChanged,
} from './template.errors';
import { TemplateRepository } from './template.repository';

/** A decision, and why, for the record. */
interface InWords {
  by: string;
  words: string;
}

/** An officer proposes a template whose previews were printed; an administrator who did not write it approves it. */
@Injectable()
export class TemplateApproving {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly previews: PreviewRepository,
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    announcements: Announcements,
  ) {
    announcements.on(PersonLostRoles, (tx, lost) => this.fallWith(tx, lost));
  }

  /**
   * @param read.revision what was read
   * @throws TemplateNotFound, TemplateIsNoDraft, TemplateWasChanged, PreviewsAreNotPrinted, OtherTemplateFromThatDay
   */
  async propose(number: number, read: { revision: number; by: string }): Promise<void> {
    await this.alone(number, async (tx, version) => {
      if (version.state !== 'draft') throw new TemplateIsNoDraft();
      if (version.revision !== read.revision) throw new TemplateWasChanged();
      await this.mustBePrinted(tx, version);
      await this.dayOf(tx, version);
      const proposed = { state: 'proposed' as const, proposedBy: read.by, proposedAt: this.clock.now() };
      await this.templates.change(tx, version.id, proposed);
      await this.record(tx, version, 'template.proposed', read.by, { from: version.fromDay });
    });
  }

  /** Back to the draft, by whoever may propose or approve. @throws TemplateNotFound, TemplateIsNotProposed */
  async sendBack(number: number, { by, words }: InWords): Promise<void> {
    await this.alone(number, async (tx, version) => {
      if (version.state !== 'proposed') throw new TemplateIsNotProposed();
      const said = { sentBackBy: by, sentBackAt: this.clock.now(), sentBackWhy: words };
      await this.templates.change(tx, version.id, { ...BACK, ...said });
      await this.record(tx, version, 'template.sent-back', by, { words });
    });
  }

  /**
   * From its day on certificates are issued with it; from today, when that day was before.
   * @returns the day
   * @throws TemplateNotFound, TemplateIsNotProposed, TemplateWasChanged, NotAllowed, TooNewToConfirm, OwnTemplate,
   * PreviewsAreNotPrinted, OtherTemplateFromThatDay
   */
  async approve(number: number, { revision, by }: { revision: number; by: string }): Promise<Day> {
    return this.alone(number, async (tx, version) => {
      if (version.state !== 'proposed') throw new TemplateIsNotProposed();
      if (version.revision !== revision) throw new TemplateWasChanged();
      const approvedAlone = await this.mayApprove(tx, version, by);
      await this.mustBePrinted(tx, version);
      const fromDay = await this.dayOf(tx, version);
      const approved = {
        state: 'approved' as const,
        fromDay,
        approvedBy: by,
        approvedAt: this.clock.now(),
        approvedAlone,
      };
      await this.templates.change(tx, version.id, approved);
      const detail = { from: fromDay, proposedBy: version.proposedBy, ...(approvedAlone && { alone: true }) };
      await this.record(tx, version, 'template.approved', by, detail);
      return fromDay;
    });
  }

  /**
   * From now on nothing is issued with it: an administrator does it at once, alone. What was issued keeps it.
   * @throws TemplateNotFound, TemplateIsNotApproved, NotAllowed, TooNewToConfirm
   */
  async withdraw(number: number, { by, words }: InWords): Promise<void> {
    await this.alone(number, async (tx, version) => {
      if (version.state !== 'approved') throw new TemplateIsNotApproved();
      await this.people.mayConfirm(tx, by, 'administrator');
      const withdrawn = { withdrawnBy: by, withdrawnAt: this.clock.now(), withdrawnWhy: words };
      await this.templates.change(tx, version.id, { state: 'withdrawn', ...withdrawn });
      await this.record(tx, version, 'template.withdrawn', by, { words });
    });
  }

  /** @returns whether there is nobody else to ask */
  private async mayApprove(tx: EntityManager, version: TemplateVersionEntity, by: string): Promise<boolean> {
    await this.people.mayConfirm(tx, by, 'administrator');
    if (![version.draftedBy, version.changedBy, version.proposedBy].includes(by)) return false;
    const from = await this.proposals.aloneFrom(by, tx);
    if (from === undefined || from > this.clock.now()) throw new OwnTemplate();
    return true;
  }

  private async mustBePrinted(tx: EntityManager, { id }: TemplateVersionEntity): Promise<void> {
    const previews = await this.previews.of(id, tx);
    if (previews.length === 0 || previews.some(({ isPrinted }) => !isPrinted)) throw new PreviewsAreNotPrinted();
  }

  /** From which day on it would be in use, were it approved now. */
  private async dayOf(tx: EntityManager, { schemeId, fromDay }: TemplateVersionEntity): Promise<Day> {
    const today = dayInLondon(this.clock.now());
    const day = fromDay !== null && fromDay > today ? fromDay : today;
    if ((await this.templates.from(tx, schemeId, day)) !== undefined) throw new OtherTemplateFromThatDay();
    return day;
  }

  private alone<T>(number: number, act: (tx: EntityManager, version: TemplateVersionEntity) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => {
      await this.templates.alone(tx);
      const version = await this.templates.find(number, tx);
      if (!version) throw new TemplateNotFound();
      return act(tx, version);
    });
  }

  /** Nobody approves what somebody proposed who may no longer propose it. */
  private async fallWith(tx: EntityManager, { personId, roles, by, fallen }: PersonLostRoles): Promise<void> {
    if (!roles.includes('officer')) return;
    for (const { id, number } of await this.templates.proposedBy(tx, personId)) {
      await this.templates.change(tx, id, BACK);
      fallen.push({
        actorId: by,
        action: 'template.sent-back',
        subjectType: 'template',
        subjectId: id,
        detail: { number, proposedBy: personId },
      });
    }
  }

  private async record(
    tx: EntityManager,
    { id, number, schemeId }: TemplateVersionEntity,
    action: string,
    actorId: string,
    detail: object,
  ): Promise<void> {
    await this.audit.record(tx, {
      actorId,
      action,
      subjectType: 'template',
      subjectId: id,
      detail: { number, schemeId, ...detail },
    });
  }
}

const BACK = { state: 'draft' as const, proposedBy: null, proposedAt: null };
