import { Injectable } from '@nestjs/common';
import { type CourseDescription, Publishing, type RefreshPolicy, VersionNotFound } from '@induct/course';
import type { EntityManager } from 'typeorm';
import { CourseActs } from '../acts/course-acts';
import type { GateAnswer } from '../rules/gate-answer';
import { gateAnswer, type VersionAtGate } from '../rules/gate.rules';
import { OverrideRepository } from './override.repository';
import { Overrides } from './overrides.service';
import { ReportWishes } from '../report/report-wishes';
import { GateQueries } from '../settling/gate.queries';
import { Settling } from '../settling/settling.service';
import { GateIsClosed } from '../rules/steering.errors';
import { WhoMay } from '../acts/who-may';

/** The only way to publish: through the gate, or over it by two people. The database refuses every other. */
@Injectable()
export class GatedPublishing {
  constructor(
    private readonly acts: CourseActs,
    private readonly queries: GateQueries,
    private readonly settling: Settling,
    private readonly reports: ReportWishes,
    private readonly publishing: Publishing,
    private readonly overrides: Overrides,
    private readonly waiting: OverrideRepository,
    private readonly who: WhoMay,
  ) {}

  /** Whether a version may be published now, and what stands in its way. @throws VersionNotFound */
  async mayPublish(versionId: string): Promise<GateAnswer> {
    const version = await this.queries.version(versionId);
    if (!version) throw new VersionNotFound();
    return await this.ask(version.courseId, version);
  }

  /** @throws VersionNotFound, GateIsClosed, RefreshIsIncomplete, NotYoursToDo */
  async publish(
    versionId: string,
    by: string,
    description: CourseDescription,
    refresh: RefreshPolicy,
  ): Promise<{ publicationId: string }> {
    return await this.acts.onVersion(versionId, async (tx, version) => {
      await this.who.require(tx, by, 'officer', 'publish a module');
      const { open, refusals, round } = await this.ask(version.courseId, version, tx);
      if (!open || !round) throw new GateIsClosed(refusals);
      const ground = { ground: 'round' as const, roundId: round.id };
      const publicationId = await this.publishing.publish(tx, { version, by, description, refresh, ground });
      await this.reports.roundChanged(tx, round.id);
      await this.settling.settle(tx, version.courseId);
      return { publicationId };
    });
  }

  /** For an urgent correction: an administrator asks an officer to publish over the gate. */
  proposeOverride(versionId: string, by: string, reason: string): Promise<{ overrideId: string }> {
    return this.overrides.propose(versionId, by, reason);
  }

  /** Publishes over the gate, once. @param by an officer who did not propose it */
  confirmOverride(
    overrideId: string,
    by: string,
    description: CourseDescription,
    refresh: RefreshPolicy,
  ): Promise<{ publicationId: string }> {
    return this.overrides.confirm(overrideId, by, description, refresh);
  }

  withdrawOverride(overrideId: string, by: string): Promise<void> {
    return this.overrides.withdraw(overrideId, by);
  }

  /** What members read about a module; which version they see stays. @throws CourseNotFound, NotYoursToDo */
  async describe(courseId: string, by: string, description: CourseDescription): Promise<void> {
    await this.acts.onCourse(courseId, async (tx) => {
      await this.who.require(tx, by, 'officer', 'change a module');
      await this.publishing.describe(tx, courseId, by, description);
    });
  }

  private async ask(courseId: string, version: VersionAtGate, tx?: EntityManager): Promise<GateAnswer> {
    const { slug } = await this.queries.course(courseId, tx);
    const round = (await this.queries.lastRounds(courseId, tx)).get(version.id);
    const answer = gateAnswer(slug, version, round, await this.queries.blocking(courseId, tx));
    const override = await this.waiting.waiting(version.id, tx);
    if (!override) return answer;
    const { id, proposedBy, reason, proposedAt } = override;
    return { ...answer, override: { id, proposedBy, reason, proposedAt } };
  }
}
