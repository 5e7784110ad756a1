import { Injectable, type OnModuleInit } from '@nestjs/common';
import { afterCommit, Announcements, Clock, type Day, dayInLondon, Ids, Transactions } from '@induct/platform';
import { CompletionBelieved, CourseCompleted, CourseCompletedAgain } from '@induct/progress';
import { DataSource, type EntityManager } from 'typeorm';
import { AwardRepository } from './award.repository';
import { HistoryRepository } from './history.repository';
import { CertificateQueue } from '../certificate/certificate-queue';
import { Issuing } from './issuing.service';
import { frozen } from './award-evidence';
import { SchemeRepository, type SchemeVersion } from './scheme.repository';
import { CoreSkills } from '../requirements/core-skills.service';
import { EvidenceRepository, type ShownEvidence } from '../requirements/evidence.repository';
import { type Earned, earned } from '../rules/earned';
import { nextPeriod } from '../rules/renewal';

type Made = Earned<ShownEvidence, SchemeVersion>;

/** Makes the award in the very transaction of the commit that completed the last requirement. */
@Injectable()
export class Awards implements OnModuleInit {
  /** What was asked for when everybody was looked at last, by this process. */
  private askedLast = '';

  constructor(
    private readonly announcements: Announcements,
    private readonly schemes: SchemeRepository,
    private readonly awards: AwardRepository,
    private readonly coreSkills: CoreSkills,
    private readonly evidence: EvidenceRepository,
    private readonly issuing: Issuing,
    private readonly queue: CertificateQueue,
    private readonly histories: HistoryRepository,
    private readonly transactions: Transactions,
    private readonly source: DataSource,
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
   * Awards every scheme whose version on that day the person has met, lower levels first. What is asked for anew later takes
   * no award away.
   * @returns the certificate's id when an award was made now that officers do not issue: of several the lowest level's
   */
  async consider(tx: EntityManager, personId: string, at: Date): Promise<string | undefined> {
    await this.coreSkills.keepInStep(tx);
    await this.evidence.recordAlone(tx, personId);
    const awardedOn = dayInLondon(at);
    const { versions, awards } = await this.schemes.of(tx, personId, awardedOn);
    const newest = new Map(awards.map((award) => [award.schemeId, award]));
    const open = versions.filter((version) => nextPeriod(version, newest.get(version.schemeId), awardedOn));
    if (open.length === 0) return undefined;
    const held = await this.evidence.heldBy(tx, personId, dayInLondon(this.clock.now()));
    // What is recorded has happened: a clock that is behind another's takes nothing away.
    const day = held.evidence.reduce((latest, { metOn }) => (metOn > latest ? metOn : latest), awardedOn);
    const certificates: string[] = [];
    for (const one of earned(open, { ...held, awards }, day, awardedOn)) {
      const certificate = await this.make(tx, personId, one, at);
      if (certificate) certificates.push(certificate);
    }
    return certificates[0];
  }

  private async make(tx: EntityManager, personId: string, made: Made, at: Date): Promise<string | undefined> {
    const { version, period, validUntil, by } = made;
    const { schemeId, id: schemeVersionId } = version;
    const award = { id: this.ids.uuid(), schemeId, schemeVersionId, personId, period, awardedAt: at, validUntil };
    const withEvidence = { ...award, evidence: by.map(frozen) };
    if (!(await this.awards.add(tx, withEvidence))) return undefined;
    if (await this.issuing.waits(tx, schemeId)) return undefined;
    const certificateId = await this.issuing.issue(tx, withEvidence, version);
    afterCommit(tx, () => this.queue.print([certificateId]));
    return certificateId;
  }

  /**
   * Awards what nobody announced: when a module ceases to be a core module, others may have met the rest long ago.
   * @returns how many people were awarded something
   */
  async considerOverdue(): Promise<number> {
    const today = dayInLondon(this.clock.now());
    const versions = await this.transactions.run(async (tx) => {
      await this.coreSkills.keepInStep(tx);
      return this.schemes.inEffect(tx, today);
    });
    const onlyCore = versions.filter(({ rule }) => 'core' in rule).map(({ schemeId }) => schemeId);
    const everybody = onlyCore.length > 0 ? await this.evidence.whoHasAllCore(today) : [];
    const made = await this.considerAll(await this.awards.without(everybody, onlyCore));
    return made + (onlyCore.length < versions.length ? await this.considerTurned(versions, today) : 0);
  }

  /** Of other rules everybody is looked at once what is asked for is another than it was when they were last. */
  private async considerTurned(versions: readonly SchemeVersion[], today: Day): Promise<number> {
    const core = await this.histories.core(this.source.manager, today);
    const asked = JSON.stringify([versions.map(({ id }) => id), core]);
    if (asked === this.askedLast) return 0;
    const everybody = await this.source.transaction('REPEATABLE READ', (tx) => this.histories.everybody(tx, today));
    const due = everybody.filter((history) => earned(versions, history, today).length > 0);
    const made = await this.considerAll(due.map(({ personId }) => personId));
    this.askedLast = asked;
    return made;
  }

  /**
   * One by one, each in a transaction of their own, in the order of ids.
   * @returns how many of them were awarded something
   */
  async considerAll(personIds: readonly string[]): Promise<number> {
    let made = 0;
    for (const personId of personIds.toSorted()) {
      if (await this.transactions.run((tx) => this.consider(tx, personId, this.clock.now()))) made++;
    }
    return made;
  }
}
