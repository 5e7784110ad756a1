import { Injectable } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { AuditTrail, Clock, type Day, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { slugOf } from '../programme/slug';
import { PaperWishes } from './paper-wishes';
import { PlannedFacts } from './planned-facts.queries';
import type { ProgrammePeriodEntity } from './programme-period.entity';
import type { ProgrammeVersionEntity } from './programme-version.entity';
import { type Decision, isOpen, mayBecome, type VersionState, wasApproved } from './version-state';
import {
  ConfirmsOnesOwn,
  DaysAreWrong,
  DecisionIsGone,
  MeetingIsToCome,
  NothingIsPlanned,
  VersionCannotBecome,
  VersionIsOpen,
  VersionNotFound,
} from './version.errors';
import { VersionsPost } from './versions.post';
import { VersionsRepository } from './versions.repository';

/** Days that are planned as one, as somebody describes them. */
export type DescribedProgramme = Pick<ProgrammePeriodEntity, 'title' | 'firstDay' | 'lastDay'>;

/** Programmes, and their versions on the way from a draft to what is published. Each act locks its programme first. */
@Injectable()
export class ProgrammeVersions {
  constructor(
    private readonly rows: VersionsRepository,
    private readonly planned: PlannedFacts,
    private readonly papers: PaperWishes,
    private readonly post: VersionsPost,
    private readonly people: PeopleService,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Its address is made of its years. @returns that @throws DaysAreWrong */
  add({ title, firstDay, lastDay }: DescribedProgramme, by: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      mustBeDays(firstDay, lastDay);
      const years = yearsOf(firstDay, lastDay);
      const programme = {
        id: this.ids.uuid(),
        title,
        firstDay,
        lastDay,
        pollOn: null,
        slug: slugOf(years, await this.rows.slugsLike(tx, years)),
        recordedAt: this.clock.now(),
        recordedBy: by,
      };
      await this.rows.add(tx, programme);
      await this.record(tx, by, 'programme.added', programme.id, { title, firstDay, lastDay });
      return programme.slug;
    });
  }

  /** Another title or other days. Versions stay as they are; the next is of these days. @throws ProgrammeNotFound, DaysAreWrong */
  change(id: string, { title, firstDay, lastDay }: DescribedProgramme, by: string): Promise<void> {
    return this.on(id, async (tx, before) => {
      mustBeDays(firstDay, lastDay);
      await this.rows.change(tx, id, { title, firstDay, lastDay });
      const was = { title: before.title, firstDay: before.firstDay, lastDay: before.lastDay };
      await this.record(tx, by, 'programme.changed', id, { before: was, after: { title, firstDay, lastDay } });
    });
  }

  /** Takes the programme as it is planned now. @returns the version's number @throws ProgrammeNotFound, VersionIsOpen, NothingIsPlanned */
  async freeze(id: string, by: string): Promise<number> {
    const programme = await this.transactions.run((tx) => this.rows.locked(tx, id));
    const { facts } = await this.planned.now(programme);
    if (facts.sessions.length === 0) throw new NothingIsPlanned();
    return await this.on(id, async (tx) => {
      const versions = await this.rows.versionsOf([id], tx);
      const open = versions.find(({ state }) => isOpen(state));
      if (open) throw new VersionIsOpen(open.number);
      const version = { id: this.ids.uuid(), number: (versions[0]?.number ?? 0) + 1, facts };
      await this.rows.addVersion(tx, {
        ...version,
        programmeId: id,
        state: 'draft',
        frozenAt: this.clock.now(),
        frozenBy: by,
        proposedAt: null,
        proposedBy: null,
        publishedAt: null,
        publishedBy: null,
      });
      await this.record(tx, by, 'programme.frozen', id, { version: version.number, sessions: facts.sessions.length });
      return version.number;
    });
  }

  /** The steering group is to decide about it. @throws VersionNotFound, VersionCannotBecome */
  propose(versionId: string, by: string): Promise<void> {
    return this.onVersion(versionId, async (tx, programme, version) => {
      const at = { proposedAt: this.clock.now(), proposedBy: by };
      await this.become(tx, version, 'proposed', by, at);
      await this.post.proposed(tx, programme, version);
    });
  }

  /** What the next version is to be based on has changed, or nobody wants it. @throws VersionNotFound, VersionCannotBecome */
  withdraw(versionId: string, by: string): Promise<void> {
    return this.onVersion(versionId, async (tx, _programme, version) => {
      const decision = await this.rows.decisionOf(tx, versionId);
      if (decision && !decision.confirmedAt)
        await this.rows.changeDecision(tx, decision.id, { withdrawnAt: this.clock.now(), withdrawnBy: by });
      await this.become(tx, version, 'withdrawn', by);
    });
  }

  /**
   * Records what the steering group decided, for another of them to confirm. What was recorded before and not confirmed gives
   * way to it.
   * @throws VersionNotFound, VersionCannotBecome, MeetingIsToCome
   */
  decide(
    { versionId, ...decided }: { versionId: string; decision: Decision; meetingOn: Day; minute: string },
    by: string,
  ): Promise<void> {
    return this.onVersion(versionId, async (tx, programme, version) => {
      if (!mayBecome(version.state, decided.decision)) throw new VersionCannotBecome(version.state, decided.decision);
      const now = this.clock.now();
      if (decided.meetingOn > dayInLondon(now)) throw new MeetingIsToCome();
      const before = await this.rows.decisionOf(tx, versionId);
      if (before) await this.rows.changeDecision(tx, before.id, { withdrawnAt: now, withdrawnBy: by });
      const row = {
        ...decided,
        id: this.ids.uuid(),
        versionId,
        recordedAt: now,
        recordedBy: by,
        confirmedAt: null,
        confirmedBy: null,
        withdrawnAt: null,
        withdrawnBy: null,
      };
      await this.rows.addDecision(tx, row);
      await this.post.toConfirm(tx, programme, version, row);
      await this.record(tx, by, 'programme.decision-recorded', programme.id, { version: version.number, ...decided });
    });
  }

  /**
   * One of the steering group, and not whoever recorded it, says that it was decided so: from now on it counts.
   * @param decisionId as whoever confirms has read it
   * @throws VersionNotFound, DecisionIsGone, ConfirmsOnesOwn, NotAllowed, TooNewToConfirm
   */
  confirm({ versionId, decisionId }: { versionId: string; decisionId: string }, by: string): Promise<void> {
    return this.onVersion(versionId, async (tx, _programme, version) => {
      await this.people.mayConfirm(tx, by, 'tester');
      const decision = await this.rows.decisionOf(tx, versionId);
      if (!decision || decision.id !== decisionId || decision.confirmedAt) throw new DecisionIsGone();
      if (decision.recordedBy === by) throw new ConfirmsOnesOwn();
      await this.rows.changeDecision(tx, decision.id, { confirmedAt: this.clock.now(), confirmedBy: by });
      await this.become(tx, version, decision.decision, by, {}, { recordedBy: decision.recordedBy });
      if (decision.decision === 'approved') await this.papers.want(tx, version.id);
    });
  }

  /** Everybody may read it; the one before it gives way. @throws VersionNotFound, VersionCannotBecome */
  publish(versionId: string, by: string): Promise<void> {
    return this.onVersion(versionId, async (tx, programme, version) => {
      const before = (await this.rows.versionsOf([programme.id], tx)).find(({ state }) => state === 'published');
      if (!mayBecome(version.state, 'published')) throw new VersionCannotBecome(version.state, 'published');
      if (before) await this.rows.changeVersion(tx, before.id, { state: 'superseded' });
      const at = { publishedAt: this.clock.now(), publishedBy: by };
      await this.become(tx, version, 'published', by, at, { replaces: before?.number ?? null });
    });
  }

  /** Another try at a PDF that could not be made. @throws VersionNotFound, VersionCannotBecome of one that was not approved */
  printAgain(versionId: string, by: string): Promise<void> {
    return this.onVersion(versionId, async (tx, programme, version) => {
      if (!wasApproved(version.state)) throw new VersionCannotBecome(version.state, 'published');
      await this.papers.want(tx, versionId);
      await this.record(tx, by, 'programme.print-asked', programme.id, { version: version.number });
    });
  }

  private async become(
    tx: EntityManager,
    { id, programmeId, number, state }: ProgrammeVersionEntity,
    to: VersionState,
    by: string,
    change: Partial<ProgrammeVersionEntity> = {},
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    if (!mayBecome(state, to)) throw new VersionCannotBecome(state, to);
    await this.rows.changeVersion(tx, id, { ...change, state: to });
    await this.record(tx, by, `programme.${to}`, programmeId, { version: number, ...detail });
  }

  private on<T>(id: string, act: (tx: EntityManager, programme: ProgrammePeriodEntity) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => act(tx, await this.rows.locked(tx, id)));
  }

  private onVersion<T>(
    id: string,
    act: (tx: EntityManager, programme: ProgrammePeriodEntity, version: ProgrammeVersionEntity) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run(async (tx) => {
      const seen = await this.rows.findVersion(tx, id);
      if (!seen) throw new VersionNotFound();
      const programme = await this.rows.locked(tx, seen.programmeId);
      // Read again: it may have become something else while the programme was locked by another.
      return act(tx, programme, (await this.rows.findVersion(tx, id))!);
    });
  }

  private async record(
    tx: EntityManager,
    by: string,
    action: string,
    programmeId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, { actorId: by, action, subjectType: 'programme', subjectId: programmeId, detail });
  }
}

/** `2017-18`, or `2017` when it is all in one. */
function yearsOf(firstDay: Day, lastDay: Day): string {
  const [first, last] = [firstDay.slice(0, 4), lastDay.slice(0, 4)];
  return first === last ? first : `${first}-${last.slice(2)}`;
}

function mustBeDays(firstDay: Day, lastDay: Day): void {
  if (lastDay < firstDay) throw new DaysAreWrong();
}
