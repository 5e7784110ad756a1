import { Injectable } from '@nestjs/common';
import { afterCommit, AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type Certificate, isInQuestion } from '../certificate/certificate';
import { certificateEvent } from '../certificate/certificate-event';
import { CertificateMail } from '../certificate/certificate-mail';
import { CertificateQueue } from '../certificate/certificate-queue';
import { CertificateIsInQuestion, CertificateNotFound, notThere } from '../certificate/certificate.errors';
import { CertificateRepository } from '../certificate/certificate.repository';
import { Issuing } from '../awards/issuing.service';
import { Holders } from '../awards/holders';
import { type FailedJob, type RegisterFilter, RegisterQueries } from '../certificate/register.queries';
import { RenderingRepository } from '../certificate/rendering.repository';
import { type Validity, validityOf } from '../certificate/validity';

/** The register of certificates: what members and officers do with it. */
@Injectable()
export class Certificates {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly queries: RegisterQueries,
    private readonly rendering: RenderingRepository,
    private readonly issuing: Issuing,
    private readonly holders: Holders,
    private readonly mail: CertificateMail,
    private readonly queue: CertificateQueue,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One page of the register, the newest first. */
  register(filter: RegisterFilter): Promise<{ certificates: Certificate[]; total: number }> {
    return this.queries.page(filter);
  }

  find(id: string): Promise<Certificate | undefined> {
    return this.certificates.find(id);
  }

  /** @param number as printed */
  byNumber(number: string): Promise<Certificate | undefined> {
    return this.certificates.byNumber(number);
  }

  /** The newest first. */
  byPerson(personId: string): Promise<Certificate[]> {
    return this.certificates.byPerson(personId);
  }

  /** What the public is told about it today. */
  validity(certificate: Certificate): Validity {
    const { state, facts } = certificate;
    return validityOf({ state, validUntil: facts.validUntil }, dayInLondon(this.clock.now()));
  }

  /**
   * Issues another in its place, with the name the holder bears now and a new number.
   * @returns the new certificate's id
   * @throws CertificateNotFound, CertificateIsNotInForce, CertificateIsInQuestion
   */
  async replace(id: string, { by, reason }: { by: string; reason: string }): Promise<string> {
    return this.transactions.run(async (tx) => {
      const old = await this.certificates.lockInForce(tx, id);
      if (isInQuestion(old)) throw new CertificateIsInQuestion();
      return (await this.replaceWithin(tx, old, { by, reason })).id;
    });
  }

  /**
   * The same in the transaction of another act. It is printed with what the other was: its words were approved for that day.
   * @param old locked, in force, and not in question
   */
  async replaceWithin(
    tx: EntityManager,
    old: Certificate,
    { by, reason }: { by: string; reason: string },
  ): Promise<Pick<Certificate, 'id' | 'number'>> {
    const holder = await this.holders.nameOf(tx, old.personId);
    const award = { id: old.awardId, personId: old.personId };
    await this.certificates.withdraw(tx, old.id);
    const { template, templateVersionId } = old;
    const as = { template, templateVersionId, issuedAt: this.clock.now() };
    const next = await this.issuing.write(tx, award, { ...old.facts, holder }, as);
    await this.certificates.pointTo(tx, old.id, next);
    await this.audit.record(tx, certificateEvent('certificate.replaced', by, old, { reason, replacedBy: next }));
    afterCommit(tx, () => this.queue.print([next]));
    return (await this.certificates.find(next, tx))!;
  }

  /**
   * Sends the letter to the holder again.
   * @throws CertificateNotFound, CertificateIsNotInForce, CertificateIsBeingPrepared, CertificateCannotBeMade
   */
  async resend(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const certificate = await this.certificates.lockInForce(tx, id);
      if (!certificate.renderedAt) throw notThere(certificate);
      // A second press within the minute is the same wish.
      const minute = this.clock.now().toISOString().slice(0, 16);
      await this.mail.post(tx, certificate, `again:${minute}`);
      await this.audit.record(tx, certificateEvent('certificate.sent-again', by, certificate));
    });
  }

  /** What the worker could not do, certificates and letters, the newest first. */
  failedJobs(limit?: number): Promise<FailedJob[]> {
    return this.queries.failures(limit);
  }

  /**
   * Lets the worker try to print it again, also when it had given up. What was never printed takes the name that the holder
   * bears now: the old one may be why it could not be.
   * @throws CertificateNotFound
   */
  async retry(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const certificate = await this.certificates.lock(tx, id);
      if (!certificate) throw new CertificateNotFound();
      await this.rendering.forgetAttempts(tx, id);
      const holder = await this.holders.nameOf(tx, certificate.personId);
      const renamed = await this.rendering.rename(tx, id, holder, this.clock.now());
      await this.audit.record(tx, certificateEvent('certificate.retried', by, certificate, renamed ? { renamed } : {}));
      afterCommit(tx, () => this.queue.printAgain(id));
    });
  }
}
