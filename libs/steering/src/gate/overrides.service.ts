import { Injectable } from '@nestjs/common';
import { type CourseDescription, Publishing, type RefreshPolicy, VersionIsPublished } from '@induct/course';
import { PersonLostRoles } from '@induct/people';
import { Announcements, Clock, Ids } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CourseActs } from '../acts/course-acts';
import { textOf } from '../findings/finding-acts';
import { mayConfirmOverride, OVERRIDE_REASON } from '../rules/gate.rules';
import { type Override, OverrideRepository } from './override.repository';
import { ReportWishes } from '../report/report-wishes';
import { Settling } from '../settling/settling.service';
import { NotYoursToDo, OverrideIsDone, OverrideNotFound, OverrideWaits } from '../rules/steering.errors';
import { WhoMay } from '../acts/who-may';

/** Publishing over the gate: an administrator proposes it with a reason, and an officer who is somebody else does it. */
@Injectable()
export class Overrides {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly acts: CourseActs,
    private readonly overrides: OverrideRepository,
    private readonly publishing: Publishing,
    private readonly settling: Settling,
    private readonly reports: ReportWishes,
    private readonly who: WhoMay,
    announcements: Announcements,
  ) {
    announcements.on(PersonLostRoles, (tx, lost) => this.fallWith(tx, lost));
  }

  /** @throws VersionNotFound, VersionIsPublished, OverrideWaits, SteeringFormIsWrong, NotYoursToDo */
  async propose(versionId: string, by: string, reason: string): Promise<{ overrideId: string }> {
    const words = textOf(reason, true, OVERRIDE_REASON);
    return await this.acts.onVersion(versionId, async (tx, { courseId, state }) => {
      await this.who.require(tx, by, 'administrator', 'propose an override');
      if (state === 'published') throw new VersionIsPublished();
      if (await this.overrides.waiting(versionId, tx)) throw new OverrideWaits();
      const id = this.ids.uuid();
      const proposedAt = this.clock.now();
      await this.overrides.add(tx, { id, versionId, courseId, proposedBy: by, reason: words, proposedAt });
      const detail = { courseId, overrideId: id, reason: words };
      await this.acts.record(tx, 'course_version.override_proposed', by, versionId, detail);
      return { overrideId: id };
    });
  }

  /** @throws OverrideNotFound, OverrideIsDone, VersionIsPublished, RefreshIsIncomplete, NotYoursToDo, TooNewToConfirm */
  async confirm(
    overrideId: string,
    by: string,
    description: CourseDescription,
    refresh: RefreshPolicy,
  ): Promise<{ publicationId: string }> {
    const { versionId } = await this.known(overrideId);
    return await this.acts.onVersion(versionId, async (tx, version) => {
      const override = await this.stillWaiting(tx, overrideId);
      await this.who.requireLongEnough(tx, by, 'officer', 'confirm an override');
      if (!mayConfirmOverride(override, by)) throw new NotYoursToDo('An override is confirmed by somebody else');
      await this.overrides.confirm(tx, overrideId, by, this.clock.now());
      const { courseId } = version;
      const detail = { courseId, overrideId, proposedBy: override.proposedBy, reason: override.reason };
      await this.acts.record(tx, 'course_version.override_confirmed', by, versionId, detail);
      const ground = { ground: 'override' as const, overrideId };
      const publicationId = await this.publishing.publish(tx, { version, by, description, refresh, ground });
      await this.reports.versionChanged(tx, versionId);
      await this.settling.settle(tx, courseId);
      return { publicationId };
    });
  }

  /** By whoever proposed it, another administrator or an officer. @throws OverrideNotFound, OverrideIsDone, NotYoursToDo */
  async withdraw(overrideId: string, by: string): Promise<void> {
    const { versionId } = await this.known(overrideId);
    await this.acts.onVersion(versionId, async (tx, { courseId }) => {
      if (!(await this.who.has(tx, by, 'administrator'))) {
        await this.who.require(tx, by, 'officer', 'withdraw an override');
      }
      await this.stillWaiting(tx, overrideId);
      await this.overrides.withdraw(tx, overrideId, this.clock.now());
      await this.acts.record(tx, 'course_version.override_withdrawn', by, versionId, { courseId, overrideId });
    });
  }

  /** Nobody confirms what somebody proposed who may no longer propose it. */
  private async fallWith(tx: EntityManager, { personId, roles, by, at, fallen }: PersonLostRoles): Promise<void> {
    if (!roles.includes('administrator')) return;
    for (const { id: overrideId, versionId, courseId } of await this.overrides.fall(tx, personId, at)) {
      fallen.push({
        actorId: by,
        action: 'course_version.override_withdrawn',
        subjectType: 'course_version',
        subjectId: versionId,
        detail: { courseId, overrideId, proposedBy: personId },
      });
    }
  }

  private async known(overrideId: string): Promise<Override> {
    const override = await this.overrides.find(overrideId);
    if (!override) throw new OverrideNotFound();
    return override;
  }

  private async stillWaiting(tx: EntityManager, overrideId: string): Promise<Override> {
    const override = await this.overrides.find(overrideId, tx);
    if (!override || override.confirmedAt || override.withdrawnAt) throw new OverrideIsDone();
    return override;
  }
}
