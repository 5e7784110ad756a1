import { Injectable, type OnModuleInit } from '@nestjs/common';
import { afterCommit, Announcements, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import { CompletionBelieved, CourseCompleted, CourseCompletedAgain } from '@induct/progress';
import type { EntityManager } from 'typeorm';
import { AwardRepository } from './award.repository';
import { CertificateQueue } from '../certificate/certificate-queue';
import { Issuing } from './issuing.service';
import { frozen } from './award-evidence';
import { SchemeRepository } from './scheme.repository';
import { CORE_SKILLS } from '../tables/tables';
import { validUntil } from '../certificate/validity';
import { CoreSkills } from '../requirements/core-skills.service';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { readRule } from '../rules/rule';
import { standing } from '../rules/standing';

/** Makes the award in the very transaction of the commit that completed the last requirement. */
@Injectable()
export class Awards implements OnModuleInit {
  constructor(
    private readonly announcements: Announcements,
    private readonly schemes: SchemeRepository,
    private readonly awards: AwardRepository,
    private readonly coreSkills: CoreSkills,
    private readonly evidence: EvidenceRepository,
    private readonly issuing: Issuing,
    private readonly queue: CertificateQueue,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.announcements.on(CourseCompleted, async (tx, { personId, completedAt }) => {
      await this.consider(tx, personId, completedAt);
    });
    // It may be what counts where the first completion is doubted.
    this.announcements.on(CourseCompletedAgain, async (tx, { personId, completedAt }) => {
      await this.consider(tx, personId, completedAt);
    });
    this.announcements.on(CompletionBelieved, async (tx, { personId, at }) => {
      await this.consider(tx, personId, at);
    });
  }

  /**
   * Awards "Core skills" when everything that is asked for is there. A module that is published later takes no award away.
   * @returns the certificate's id when the award was made now and officers do not issue it
   */
  async consider(tx: EntityManager, personId: string, at: Date): Promise<string | undefined> {
    await this.coreSkills.keepInStep(tx);
    await this.evidence.recordAlone(tx, personId);
    const awardedOn = dayInLondon(at);
    const scheme = await this.schemes.inEffect(tx, CORE_SKILLS, awardedOn);
    if (!scheme || (await this.awards.has(tx, personId, scheme.schemeId))) return undefined;
    const held = await this.evidence.heldBy(tx, personId);
    // What is recorded has happened: a clock that is behind another's takes nothing away.
    const day = held.evidence.reduce((latest, { metOn }) => (metOn > latest ? metOn : latest), awardedOn);
    const result = standing(readRule(scheme.rule), held, day);
    if (!result.met) return undefined;
    const award = {
      id: this.ids.uuid(),
      schemeId: scheme.schemeId,
      schemeVersionId: scheme.id,
      personId,
      period: 1,
      awardedAt: at,
      validUntil: validUntil(awardedOn, scheme.validityMonths),
      evidence: result.by.map(frozen),
    };
    if (!(await this.awards.add(tx, award))) return undefined;
    if (await this.issuing.waits(tx, award.schemeId)) return undefined;
    const certificateId = await this.issuing.issue(tx, award, scheme);
    afterCommit(tx, () => this.queue.print([certificateId]));
    return certificateId;
  }

  /**
   * Awards what nobody announced: when a module ceases to be a core module, others may have met the rest long ago.
   * @returns how many awards were made
   */
  async considerOverdue(): Promise<number> {
    await this.transactions.run((tx) => this.coreSkills.keepInStep(tx));
    const everybody = await this.evidence.whoHasAllCore(dayInLondon(this.clock.now()));
    let made = 0;
    for (const personId of await this.awards.without(everybody, CORE_SKILLS)) {
      if (await this.transactions.run((tx) => this.consider(tx, personId, this.clock.now()))) made++;
    }
    return made;
  }
}
