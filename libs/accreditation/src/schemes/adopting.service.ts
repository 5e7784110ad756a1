import { Injectable } from '@nestjs/common';
import { PeopleService, PersonLostRoles, Proposals, SecondPersonNeeded } from '@induct/people';
import { Announcements, AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { canTakeEffect, type VersionInWork } from './draft';
import { DraftRepository } from './draft.repository';
import { Forecasting } from './forecasting.service';
import { moved } from './moved';
import {
  DayIsTooEarly,
  NothingIsDrafted,
  NothingIsProposed,
  NotSimulatedYet,
  OtherSimulationWasRead,
} from './scheme.errors';
import { SimulationRepository } from './simulation.repository';

/** Adopted; or nothing was, as so many people would be served otherwise than was read. */
export type Adoption = { adopted: true } | { adopted: false; moved: number };

/**
 * One person proposes a version, with what it would change; another adopts it. What it would change is worked out again
 * then, and must be what they have read.
 */
@Injectable()
export class Adopting {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly simulations: SimulationRepository,
    private readonly forecasting: Forecasting,
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    announcements: Announcements,
  ) {
    announcements.on(PersonLostRoles, (tx, lost) => this.fallWith(tx, lost));
  }

  /**
   * @param simulationId what was read
   * @throws NothingIsDrafted, NotSimulatedYet, OtherSimulationWasRead, DayIsTooEarly, SchemesGoInACircle
   */
  async propose(schemeId: string, simulationId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.drafts.alone(tx);
      const version = await this.drafts.inWork(tx, schemeId);
      if (version?.state !== 'draft') throw new NothingIsDrafted();
      const simulation = await this.simulations.newestOf(version.id, tx);
      if (!simulation?.digest) throw new NotSimulatedYet();
      if (simulation.id !== simulationId) throw new OtherSimulationWasRead();
      await this.mayTakeEffect(tx, version);
      const proposed = { state: 'proposed' as const, proposedBy: by, proposedAt: this.clock.now(), simulationId };
      await this.drafts.change(tx, version.id, proposed);
      await this.record(tx, version, 'scheme.version-proposed', by, { day: version.effectiveFrom });
    });
  }

  /**
   * Back to the draft, by whoever may propose, whoever proposed it.
   * @param words why, for the record
   * @throws NothingIsProposed
   */
  async sendBack(schemeId: string, { by, words }: { by: string; words: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.drafts.alone(tx);
      const version = await this.proposed(tx, schemeId);
      await this.drafts.change(tx, version.id, BACK);
      await this.record(tx, version, 'scheme.version-sent-back', by, { words });
    });
  }

  /**
   * What the version would change is worked out again. When it is not what was read, nothing is adopted, and what it would be
   * now is kept with what it was.
   * @param simulationId what was read
   * @throws NothingIsProposed, OtherSimulationWasRead, SecondPersonNeeded, NotAllowed, TooNewToConfirm, DayIsTooEarly,
   * SchemesGoInACircle
   */
  async adopt(schemeId: string, simulationId: string, by: string): Promise<Adoption> {
    return this.transactions.run(async (tx) => {
      await this.drafts.alone(tx);
      const version = await this.proposed(tx, schemeId);
      if (version.simulationId !== simulationId) throw new OtherSimulationWasRead();
      const alone = await this.mayAdopt(tx, version, by);
      await this.mayTakeEffect(tx, version);
      const now = await this.asItIsNow(tx, version, by);
      if (now) return { adopted: false, moved: now };
      const adopted = { state: 'adopted' as const, adoptedBy: by, adoptedAt: this.clock.now(), adoptedAlone: alone };
      await this.drafts.change(tx, version.id, adopted);
      const { proposedBy, effectiveFrom: day } = version;
      await this.record(tx, version, 'scheme.version-adopted', by, { day, proposedBy, ...(alone && { alone }) });
      return { adopted: true };
    });
  }

  /** @returns how many people would be served otherwise than was read, when any would */
  private async asItIsNow(tx: EntityManager, version: VersionInWork, by: string): Promise<number | undefined> {
    const read = (await this.simulations.find(version.simulationId!, tx))!;
    const change = await this.forecasting.change(tx, version);
    const histories = await this.forecasting.everybody(tx, change);
    const { rows, digest } = await this.forecasting.forecast(change, histories);
    if (digest === read.digest) return undefined;
    const compared = moved(await this.simulations.rows(tx, read.id), rows);
    const id = this.ids.uuid();
    const at = this.clock.now();
    const people = histories.length;
    const asked = { id, schemeVersionId: version.id, day: change.day, askedBy: by, askedAt: at };
    await this.simulations.add(tx, { ...asked, people, done: people, endedAt: at, digest });
    await this.simulations.addRows(tx, id, compared);
    await this.drafts.change(tx, version.id, { simulationId: id });
    return compared.filter(({ was }) => was !== undefined).length;
  }

  /** @returns whether there is nobody else to ask */
  private async mayAdopt(tx: EntityManager, { proposedBy }: VersionInWork, by: string): Promise<boolean> {
    await this.people.mayConfirm(tx, by, 'officer');
    if (proposedBy !== by) return false;
    const from = await this.proposals.aloneFrom(by, tx);
    if (from === undefined || from > this.clock.now()) throw new SecondPersonNeeded();
    return true;
  }

  private async mayTakeEffect(tx: EntityManager, version: VersionInWork): Promise<void> {
    const newest = await this.drafts.newest(tx, version.schemeId);
    const today = dayInLondon(this.clock.now());
    if (!canTakeEffect(version.effectiveFrom!, today, newest?.effectiveFrom ?? null)) throw new DayIsTooEarly();
    await this.forecasting.change(tx, version);
  }

  private async proposed(tx: EntityManager, schemeId: string): Promise<VersionInWork> {
    const version = await this.drafts.inWork(tx, schemeId);
    if (version?.state !== 'proposed') throw new NothingIsProposed();
    return version;
  }

  /** Nobody adopts what somebody proposed who may no longer propose it. */
  private async fallWith(tx: EntityManager, { personId, roles, by, fallen }: PersonLostRoles): Promise<void> {
    if (!roles.includes('officer')) return;
    for (const { id, schemeId, number } of await this.drafts.proposedBy(tx, personId)) {
      await this.drafts.change(tx, id, BACK);
      fallen.push({
        actorId: by,
        action: 'scheme.version-sent-back',
        subjectType: 'scheme',
        subjectId: schemeId,
        detail: { version: number, proposedBy: personId },
      });
    }
  }

  private async record(tx: EntityManager, version: VersionInWork, action: string, by: string, detail: object) {
    const { schemeId: subjectId, name, number } = version;
    await this.audit.record(tx, {
      actorId: by,
      action,
      subjectType: 'scheme',
      subjectId,
      detail: { name, version: number, ...detail },
    });
  }
}

const BACK = { state: 'draft' as const, proposedBy: null, proposedAt: null, simulationId: null };
