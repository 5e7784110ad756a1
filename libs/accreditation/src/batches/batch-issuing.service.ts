import { Injectable, Logger } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { afterCommit, AuditTrail, Clock, dayInLondon, errorWords, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { AwardRepository } from '../awards/award.repository';
import { Awards } from '../awards/awards.service';
import { Issuing } from '../awards/issuing.service';
import { CertificateQueue } from '../certificate/certificate-queue';
import { EvidenceRepository } from '../requirements/evidence.repository';
import type { BatchEntity } from './batch.entity';
import type { BatchResult } from './batch-row.entity';
import { BatchRepository } from './batch.repository';

type UnderWay = Pick<BatchEntity, 'id' | 'schemeId' | 'begunBy'>;
type Came = { result: BatchResult; certificateId?: string; why?: string };

/**
 * Issues what was begun, one person and one transaction after the other. The tables say what is left: a worker that was
 * killed leaves its row as it was, and two workers never have the same.
 */
@Injectable()
export class BatchIssuing {
  private readonly logger = new Logger(BatchIssuing.name);

  constructor(
    private readonly batches: BatchRepository,
    private readonly awards: AwardRepository,
    private readonly awarding: Awards,
    private readonly issuing: Issuing,
    private readonly evidence: EvidenceRepository,
    private readonly people: PeopleService,
    private readonly queue: CertificateQueue,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything that was begun.
   * @param isStopping asked before every person
   */
  async workOff(isStopping = () => false): Promise<void> {
    for (const batch of await this.batches.underWay()) {
      while (!isStopping() && (await this.issueNext(batch)));
      await this.transactions.run((tx) => this.batches.finish(tx, batch.id, this.clock.now()));
    }
  }

  /** @returns false when nobody is left that no other worker has in hand */
  async issueNext(batch: UnderWay): Promise<boolean> {
    let inHand: string | undefined;
    try {
      return await this.transactions.run(async (tx) => {
        inHand = await this.batches.next(tx, batch.id);
        if (inHand === undefined) return false;
        const came = await this.issue(tx, batch, inHand);
        await this.batches.done(tx, { batchId: batch.id, personId: inHand }, came, this.clock.now());
        return true;
      });
    } catch (error) {
      if (inHand === undefined) throw error;
      return await this.giveUp(batch, inHand, error);
    }
  }

  private async issue(tx: EntityManager, { id, schemeId, begunBy }: UnderWay, personId: string): Promise<Came> {
    if (personId === begunBy) return { result: 'moved', why: 'Nobody issues a certificate to themselves' };
    const person = await this.people.find(personId, tx);
    if (!person || person.deactivatedAt) return { result: 'moved', why: 'Has left since' };
    await this.evidence.recordAlone(tx, personId);
    const now = this.clock.now();
    const today = dayInLondon(now);
    const waiting = () => this.awards.waiting(tx, personId, schemeId, today);
    let award = await waiting();
    if (!award) {
      if (await this.awards.stands(tx, personId, schemeId, today)) return { result: 'moved', why: 'Has one since' };
      await this.awarding.consider(tx, personId, now);
      award = await waiting();
    }
    const suspended = award && (await this.awards.suspendedUnder(tx, award.id));
    if (suspended !== undefined) return { result: 'moved', why: `Rests on ${suspended}, which is suspended` };
    const certificateId = award
      ? await this.issuing.issue(tx, award, award.version, now)
      : await this.awards.certificateOf(tx, personId, schemeId, today);
    if (!certificateId) return { result: 'moved', why: 'Does not meet what is asked for any more' };
    await this.audit.record(tx, {
      actorId: begunBy,
      action: 'certificate.issued-in-batch',
      subjectType: 'certificate',
      subjectId: certificateId,
      detail: { batch: id },
    });
    afterCommit(tx, () => this.queue.print([certificateId]));
    return { result: 'issued', certificateId };
  }

  /** One person whose certificate cannot be written holds nobody else up. When the database is away, this fails too. */
  private async giveUp({ id: batchId }: UnderWay, personId: string, error: unknown): Promise<boolean> {
    this.logger.warn(`batch ${batchId}: ${errorWords(error)}`);
    const came = { result: 'failed' as const, why: 'It could not be issued: make another batch for whoever is left' };
    await this.transactions.run((tx) => this.batches.done(tx, { batchId, personId }, came, this.clock.now()));
    return true;
  }
}
