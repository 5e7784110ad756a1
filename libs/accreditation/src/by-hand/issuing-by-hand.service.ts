import { Injectable } from '@nestjs/common';
import { PeopleService, PersonNotFound } from '@induct/people';
import {
  afterCommit,
  AuditTrail,
  Clock,
  type Day,
  dayInLondon,
  Ids,
  momentInLondon,
  Transactions,
} from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { AttachedFiles, type FileInStore } from '../attached/attached-files';
import { AwardRepository } from '../awards/award.repository';
import { Awards } from '../awards/awards.service';
import { Issuing } from '../awards/issuing.service';
import { SchemeRepository, type SchemeVersion } from '../awards/scheme.repository';
import { CertificateQueue } from '../certificate/certificate-queue';
import { validUntil } from '../certificate/validity';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { SecondOfficer } from '../second-officer/second-officer';
import type { ByHand } from './by-hand';
import {
  ByHandIsDecided,
  ByHandNotFound,
  ByHandWaits,
  HoldsOneAlready,
  NoSchemeThatDay,
  NotForOneself,
  SecondOfficerIssues,
  WouldHaveExpired,
} from './by-hand.errors';
import { ByHandRepository, type NewByHand, type SchemeByHand } from './by-hand.repository';

/** What an officer wants issued. */
export type ProposedByHand = Omit<NewByHand, 'id' | 'proposedBy' | 'proposedAt'> & {
  by: string;
  /** What they saw. */
  file?: Buffer | undefined;
};

/**
 * Officers issue a certificate for what Induct did not see: one proposes, another confirms, and neither is the holder. Its
 * facts say how it came about; number, printing and letter are as of every other.
 */
@Injectable()
export class IssuingByHand {
  constructor(
    private readonly proposals: ByHandRepository,
    private readonly schemesInEffect: SchemeRepository,
    private readonly awards: AwardRepository,
    private readonly awarding: Awards,
    private readonly issuing: Issuing,
    private readonly evidence: EvidenceRepository,
    private readonly attached: AttachedFiles,
    private readonly queue: CertificateQueue,
    private readonly people: PeopleService,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly second: SecondOfficer,
  ) {
    second.fallsWithItsProposer(proposals, ({ personId: subjectId }) => ({
      action: 'by-hand.withdrawn',
      subjectType: 'person',
      subjectId,
    }));
  }

  /** What can be issued, by name. */
  schemes(): Promise<SchemeByHand[]> {
    return this.proposals.schemes(dayInLondon(this.clock.now()));
  }

  /**
   * @returns the proposal's id
   * @throws NotForOneself, PersonNotFound, NoSchemeThatDay, WouldHaveExpired, HoldsOneAlready, ByHandWaits, NotAFileThatShows
   */
  async propose({ by, file, ...proposed }: ProposedByHand): Promise<string> {
    if (proposed.personId === by) throw new NotForOneself();
    const stored = file && (await this.attached.keep(file));
    return this.transactions.run(async (tx) => {
      const person = await this.people.find(proposed.personId, tx);
      if (!person || person.deactivatedAt) throw new PersonNotFound();
      await this.issuable(tx, proposed);
      const proposal = { ...proposed, id: this.ids.uuid(), proposedBy: by, proposedAt: this.clock.now() };
      if (!(await this.proposals.propose(tx, proposal))) throw new ByHandWaits();
      if (stored) await this.proposals.addFile(tx, proposal.id, stored);
      await this.record(tx, 'proposed', proposal, by);
      return proposal.id;
    });
  }

  /** @throws ByHandNotFound */
  async find(id: string): Promise<ByHand> {
    const proposal = await this.proposals.find(id);
    if (!proposal) throw new ByHandNotFound();
    return proposal;
  }

  /**
   * The file that came with one, for an officer: that they took it is on record.
   * @throws ByHandNotFound, also when it has none
   */
  async takeFile(id: string, by: string): Promise<FileInStore> {
    const { sha256, fileType, ...proposal } = await this.find(id);
    if (!sha256 || !fileType) throw new ByHandNotFound();
    await this.transactions.run((tx) => this.record(tx, 'file-taken', proposal, by));
    return { sha256, fileType };
  }

  ofCertificate(certificateId: string): Promise<ByHand | undefined> {
    return this.proposals.ofCertificate(certificateId);
  }

  /** Those that wait, the oldest first. */
  waiting(limit: number, offset: number): Promise<{ rows: ByHand[]; total: number }> {
    return this.proposals.waiting(limit, offset);
  }

  /**
   * Award, number, certificate and the decision in one transaction.
   * @returns the certificate's id
   * @throws ByHandNotFound, ByHandIsDecided, SecondOfficerIssues, NotForOneself, NotAllowed, TooNewToConfirm, HoldsOneAlready,
   * WouldHaveExpired
   */
  async confirm(id: string, by: string): Promise<string> {
    return this.settle(id, async (tx, proposal) => {
      if (proposal.personId === by) throw new NotForOneself();
      await this.second.mayConfirm(tx, proposal.proposedBy, by, SecondOfficerIssues);
      // The person's lock: what a commit awards at this moment is seen here, or sees this.
      await this.evidence.recordAlone(tx, proposal.personId);
      const { scheme, lastDay } = await this.issuable(tx, proposal);
      const certificateId = await this.issue(tx, proposal, scheme, lastDay);
      // A level above may have waited for nothing else.
      await this.awarding.consider(tx, proposal.personId, this.clock.now());
      await this.proposals.confirm(tx, id, by, this.clock.now(), { certificateId });
      await this.record(tx, 'confirmed', proposal, by);
      await this.audit.record(tx, {
        actorId: by,
        action: 'certificate.issued-by-hand',
        subjectType: 'certificate',
        subjectId: certificateId,
        detail: { reason: proposal.reason, proposal: id, proposedBy: proposal.proposedBy },
      });
      afterCommit(tx, () => this.queue.print([certificateId]));
      return certificateId;
    });
  }

  /** Whoever proposed it may too, and whoever it is for may not. @throws ByHandNotFound, ByHandIsDecided, NotForOneself */
  async withdraw(id: string, by: string): Promise<void> {
    await this.settle(id, async (tx, proposal) => {
      if (proposal.personId === by) throw new NotForOneself();
      await this.proposals.withdraw(tx, id, by, this.clock.now());
      await this.record(tx, 'withdrawn', proposal, by);
    });
  }

  private async settle<T>(id: string, act: (tx: EntityManager, proposal: ByHand) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => {
      const proposal = await this.proposals.lock(tx, id);
      if (!proposal) throw new ByHandNotFound();
      if (proposal.confirmedAt || proposal.withdrawnAt) throw new ByHandIsDecided();
      return act(tx, proposal);
    });
  }

  /** It is valid from the day on which it was achieved: nobody gains by being late. */
  private async issuable(
    tx: EntityManager,
    { personId, schemeId, achievedOn }: Pick<NewByHand, 'personId' | 'schemeId' | 'achievedOn'>,
  ) {
    const today = dayInLondon(this.clock.now());
    const scheme = (await this.schemesInEffect.inEffect(tx, achievedOn)).find(
      (version) => version.schemeId === schemeId,
    );
    if (!scheme) throw new NoSchemeThatDay();
    const lastDay = scheme.validityMonths === null ? null : validUntil(achievedOn, scheme.validityMonths);
    if (lastDay !== null && lastDay < today) throw new WouldHaveExpired();
    if (await this.awards.stands(tx, personId, schemeId, today)) throw new HoldsOneAlready();
    return { scheme, lastDay };
  }

  private async issue(
    tx: EntityManager,
    { id: byHandId, ...proposal }: ByHand,
    scheme: SchemeVersion,
    lastDay: Day | null,
  ) {
    const award = {
      id: this.ids.uuid(),
      schemeId: scheme.schemeId,
      schemeVersionId: scheme.id,
      personId: proposal.personId,
      period: 1 + (await this.awards.lastPeriod(tx, proposal.personId, scheme.schemeId)),
      awardedAt: this.clock.now(),
      validUntil: lastDay,
      evidence: [
        {
          kind: 'by_hand' as const,
          byHandId,
          title: proposal.shown,
          completedAt: momentInLondon(proposal.achievedOn, '12:00'),
          score: null,
          learningSeconds: 0 as const,
        },
      ],
    };
    await this.awards.add(tx, award);
    return this.issuing.issue(tx, award, scheme);
  }

  private async record(
    tx: EntityManager,
    what: 'proposed' | 'confirmed' | 'withdrawn' | 'file-taken',
    { id, personId, schemeId, reason }: Pick<NewByHand, 'id' | 'personId' | 'schemeId' | 'reason'>,
    actorId: string,
  ): Promise<void> {
    await this.audit.record(tx, {
      actorId,
      action: `by-hand.${what}`,
      subjectType: 'person',
      subjectId: personId,
      detail: { proposal: id, scheme: schemeId, reason },
    });
  }
}
