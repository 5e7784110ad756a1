import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CourseBecomesTaster,
  CourseDescribed,
  CoursePublished,
  CourseWithdrawn,
  TasterIsAskedFor,
} from '@induct/course';
import { Announcements, Clock, dayInLondon } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EvidenceRepository } from './evidence.repository';
import { RequirementRepository } from './requirement.repository';

/** Keeps the requirements in step with the core modules that members see. */
@Injectable()
export class CoreSkills implements OnModuleInit {
  constructor(
    private readonly announcements: Announcements,
    private readonly requirements: RequirementRepository,
    private readonly evidence: EvidenceRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const event of [CoursePublished, CourseDescribed, CourseWithdrawn]) {
      this.announcements.on(event, (tx) => this.keepInStep(tx));
    }
    this.announcements.on(CourseBecomesTaster, (tx, { courseId }) => this.mustNotBeAskedFor(tx, courseId));
  }

  /**
   * Every core module that is published is asked for, from the day on which it became so; one that is no core module any
   * more, or withdrawn, is asked for no longer. What people have completed already counts.
   */
  async keepInStep(tx: EntityManager): Promise<void> {
    if ((await this.requirements.outOfStep(tx)).length === 0) return;
    await this.requirements.changeAlone(tx);
    const today = dayInLondon(this.clock.now());
    for (const module of await this.requirements.outOfStep(tx)) {
      const { requirementId, title, core, courseId } = module;
      if (requirementId === null) {
        await this.requirements.addOfModule(tx, module, today);
        await this.evidence.recordAllOf(tx, courseId);
      } else if (core) await this.requirements.askFor(tx, requirementId, title, today);
      else await this.requirements.askNoMore(tx, requirementId, today);
    }
  }

  /**
   * The requirement that a published module meets, core skill or not. When there is none it is made, and whoever has completed
   * the module has met it. @returns undefined of a module that members do not see
   * @throws TasterIsAskedFor
   */
  async requirementOf(tx: EntityManager, courseId: string): Promise<string | undefined> {
    await this.requirements.changeAlone(tx);
    const module = await this.requirements.ofModule(tx, courseId);
    if (!module || module.requirementId !== null) return module?.requirementId ?? undefined;
    if (module.taster) throw new TasterIsAskedFor();
    await this.requirements.addOfModule(tx, module, null);
    await this.evidence.recordAllOf(tx, courseId);
    return (await this.requirements.ofModule(tx, courseId))!.requirementId!;
  }

  /** Whoever would ask for it meanwhile waits, and then finds a taster. @throws TasterIsAskedFor */
  private async mustNotBeAskedFor(tx: EntityManager, courseId: string): Promise<void> {
    await this.requirements.changeAlone(tx);
    if ((await this.requirements.ofModule(tx, courseId))?.requirementId) throw new TasterIsAskedFor();
  }
}
