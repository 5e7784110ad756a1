import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  afterCommit,
  Announcements,
  Clock,
  type Day,
  dayInLondon,
  Ids,
  type Question,
  several,
  together,
  Transactions,
  withCommit,
} from '@induct/platform';
import { CompletionBelieved, CourseCompleted, CourseCompletedAgain } from '@induct/progress';
import { DataSource, type EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';
import { ConsideredRepository, type Grounds } from './considered.repository';
import { HistoryRepository } from './history.repository';
import { CertificateQueue } from '../certificate/certificate-queue';
import { Issuing } from './issuing.service';
import { frozen } from './award-evidence';
import { type SaidOf, SaidQueries } from './said.queries';
import { SchemeRepository, type SchemeVersion } from './scheme.repository';
import { CoreSkills } from '../requirements/core-skills.service';
import { EvidenceRepository, type ShownEvidence } from '../requirements/evidence.repository';
import { type Earned, earned } from '../rules/earned';

type Completed = CourseCompleted | CourseCompletedAgain;
type Made = Earned<ShownEvidence, SchemeVersion>;

/** Somebody who may have met a scheme. */
interface Considered {
  personId: string;
  at: Date;
}

/** What is asked about people first of all. */
interface Ahead {
  grounds: Grounds;
  /** What certificates would say, when some are likely. */
  said: SaidOf | undefined;
}

/** An award that is to be written, with what its certificate says of the scheme. */
interface Making {
  award: AwardEntity;
  version: SchemeVersion;
}

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
    private readonly considered: ConsideredRepository,
    private readonly evidence: EvidenceRepository,
    private readonly said: SaidQueries,
    private readonly issuing: Issuing,
    private readonly queue: CertificateQueue,
    private readonly histories: HistoryRepository,
    private readonly transactions: Transactions,
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    // A further completion may be what counts where the first is doubted.
    this.announcements.onAll<Completed, Ahead>(
      [CourseCompleted, CourseCompletedAgain],
      (tx, completed, ahead) => this.considerTogether(tx, completed.map(consideredOf), ahead),
      (completed) => this.ahead(completed.map(consideredOf)),
    );
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
    const certificates = await this.make(tx, await this.earnedBy(tx, [{ personId, at }]));
    return certificates[0];
  }

  /**
   * The same for several in one transaction, who are locked in the order of their ids: as many statements as for one.
   * @param ahead where they stand, when that was asked before
   */
  async considerTogether(tx: EntityManager, considered: readonly Considered[], ahead?: Ahead): Promise<void> {
    // Whoever stands there twice is considered at each of the moments, one after the other.
    for (let left = considered.toSorted(byPerson); left.length > 0;) {
      const turn = left.filter(({ personId }, nth) => personId !== left[nth - 1]?.personId);
      left = left.filter((one) => !turn.includes(one));
      const made = await this.earnedBy(tx, turn, ahead?.grounds);
      // Somebody's second turn rests on what their first one wrote.
      await (left.length > 0 ? this.make(tx, made) : this.makeAtTheEnd(tx, made, ahead?.said));
    }
  }

  /** What is asked of people first of all, when each of them is considered once. */
  private ahead(considered: readonly Considered[]): Question<Ahead> | undefined {
    const people = considered.map(({ personId }) => personId);
    if (new Set(people).size < people.length) return undefined;
    const { statements, answer } = several([this.grounds(considered.toSorted(byPerson)), this.said.ahead(people)]);
    return {
      statements,
      answer: (rows) => {
        const [grounds, said] = answer(rows);
        return { grounds, said };
      },
    };
  }

  private grounds(considered: readonly Considered[]): Question<Grounds> {
    const asked = considered.map(({ personId, at }) => ({ personId, day: dayInLondon(at) }));
    const today = dayInLondon(this.clock.now());
    return this.considered.grounds(asked, today);
  }

  /** @param considered each person once, in the order of ids */
  private async earnedBy(tx: EntityManager, considered: readonly Considered[], ahead?: Grounds): Promise<Making[]> {
    let grounds = ahead ?? (await together(tx, [this.grounds(considered)]))[0];
    if (grounds.isOutOfStep) {
      await this.coreSkills.keepInStep(tx);
      [grounds] = await together(tx, [this.grounds(considered)]);
    }
    return considered.flatMap(({ personId, at }, nth) => {
      const { versions, ...held } = grounds.ofEach[nth]!;
      const awardedOn = dayInLondon(at);
      // What is recorded has happened: a clock that is behind another's takes nothing away.
      const day = held.evidence.reduce((latest, { metOn }) => (metOn > latest ? metOn : latest), awardedOn);
      return earned(versions, held, day, awardedOn).map((one) => this.awardOf(personId, one, at));
    });
  }

  private awardOf(personId: string, { version, period, validUntil, by }: Made, awardedAt: Date): Making {
    const { schemeId, id: schemeVersionId } = version;
    const rests = { period, awardedAt, validUntil, evidence: by.map(frozen) };
    return { version, award: { id: this.ids.uuid(), schemeId, schemeVersionId, personId, ...rests } };
  }

  /** @returns the ids of the certificates that do not wait for an officer */
  private async make(tx: EntityManager, made: readonly Making[]): Promise<string[]> {
    if (made.length === 0) return [];
    const certificates = await this.issuing.award(tx, awardsOf(made), issuesOf(made));
    if (certificates.length === 0) return [];
    afterCommit(tx, () => this.queue.printSoon(certificates));
    return certificates;
  }

  /** The same as the last that a transaction does: nobody waits in it for what came of it. */
  private async makeAtTheEnd(tx: EntityManager, made: readonly Making[], said?: SaidOf): Promise<void> {
    if (made.length === 0) return this.said.noneMade();
    const awarding = await this.issuing.awarding(tx, awardsOf(made), issuesOf(made), said);
    await withCommit(tx, awarding, (certificates) =>
      certificates.length > 0 ? this.queue.printSoon(certificates) : undefined,
    );
  }

  /**
   * Writes down and awards what nobody announced: a module may have become a core module while somebody completed it, and when one
   * ceases to be a core module, others may have met the rest long ago.
   * @returns how many people were awarded something
   */
  async considerOverdue(): Promise<number> {
    const today = dayInLondon(this.clock.now());
    const versions = await this.transactions.run(async (tx) => {
      await this.coreSkills.keepInStep(tx);
      return this.schemes.inEffect(tx, today);
    });
    const unseen = await this.considerAll(await this.evidence.whoIsNotWrittenDown());
    const onlyCore = versions.filter(({ rule }) => 'core' in rule).map(({ schemeId }) => schemeId);
    const everybody = onlyCore.length > 0 ? await this.evidence.whoHasAllCore(today) : [];
    const made = await this.considerAll(await this.awards.without(everybody, onlyCore));
    return unseen + made + (onlyCore.length < versions.length ? await this.considerTurned(versions, today) : 0);
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

const awardsOf = (made: readonly Making[]) => made.map(({ award }) => award);

/** Those that do not wait for an officer. */
const issuesOf = (made: readonly Making[]) =>
  made.flatMap(({ award, version }) =>
    version.issuedBy === 'system' ? { award, scheme: version, issuedAt: award.awardedAt } : [],
  );

const consideredOf = ({ personId, completedAt: at }: Completed): Considered => ({ personId, at });

function byPerson({ personId: a }: Considered, { personId: b }: Considered): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
