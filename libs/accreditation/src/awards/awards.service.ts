import { Injectable, type OnModuleInit } from '@nestjs/common';
import { afterCommit, Announcements, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import { CompletionBelieved, CourseCompleted, CourseCompletedAgain } from '@induct/progress';
import type { EntityManager } from 'typeorm';
import { AwardRepository } from './award.repository';
import { CertificateQueue } from '../certificate/certificate-queue';
import { Issuing } from './issuing.service';
import { LearningRecord } from './learning-record';
import { evaluate } from './requirement';
import { SchemeRepository } from './scheme.repository';
import { CORE_SKILLS } from '../tables/tables';
import { validUntil } from '../certificate/validity';

/** Makes the award in the very transaction of the commit that completed the last requirement. */
@Injectable()
export class Awards implements OnModuleInit {
  constructor(
    private readonly announcements: Announcements,
    private readonly schemes: SchemeRepository,
    private readonly awards: AwardRepository,
    private readonly learning: LearningRecord,
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
   * @returns the certificate's id when the award was made now
   */
  async consider(tx: EntityManager, personId: string, at: Date): Promise<string | undefined> {
    await this.awards.considerAlone(tx, personId);
    const awardedOn = dayInLondon(at);
    const scheme = await this.schemes.inEffect(tx, CORE_SKILLS, awardedOn);
    if (!scheme || (await this.awards.has(tx, personId, scheme.schemeId))) return undefined;
    const result = evaluate(await this.learning.required(tx), await this.learning.completed(tx, personId));
    if (!result.met) return undefined;
    const award = {
      id: this.ids.uuid(),
      schemeId: scheme.schemeId,
      schemeVersionId: scheme.id,
      personId,
      period: 1,
      awardedAt: at,
      validUntil: validUntil(awardedOn, scheme.validityMonths),
      evidence: result.evidence,
    };
    if (!(await this.awards.add(tx, award))) return undefined;
    const certificateId = await this.issuing.issue(tx, award, scheme);
    afterCommit(tx, () => this.queue.print([certificateId]));
    return certificateId;
  }

  /**
   * Awards what nobody announced: when a module ceases to be a core module, others may have met the rest long ago.
   * @returns how many awards were made
   */
  async considerOverdue(): Promise<number> {
    const people = await this.awards.without(await this.learning.whoMeetsAll(), CORE_SKILLS);
    let made = 0;
    for (const personId of people) {
      if (await this.transactions.run((tx) => this.consider(tx, personId, this.clock.now()))) made++;
    }
    return made;
  }
}
