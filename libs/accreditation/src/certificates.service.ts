import { Injectable } from '@nestjs/common';
import { afterCommit, AuditTrail, Clock, dayInLondon, Deliveries, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Certificate } from './certificate';
import { CertificateMail } from './certificate-mail';
import { CertificateQueue } from './certificate-queue';
import { CertificateIsBeingPrepared, CertificateIsNotInForce, CertificateNotFound } from './certificate.errors';
import { CertificateRepository } from './certificate.repository';
import { Issuing } from './issuing.service';
import { LearningRecord } from './learning-record';
import { type FailedJob, type RegisterFilter, RegisterQueries } from './register.queries';
import { RenderingRepository } from './rendering.repository';
import { type Validity, validityOf } from './validity';

/** The register of certificates: what members and officers do with it. */
@Injectable()
export class Certificates {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly queries: RegisterQueries,
    private readonly rendering: RenderingRepository,
    private readonly issuing: Issuing,
    private readonly learning: LearningRecord,
    private readonly mail: CertificateMail,
    private readonly queue: CertificateQueue,
    private readonly deliveries: Deliveries,
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
   * Takes a certificate out of force. The reason stays inside: the public learns the date only.
   * @throws CertificateNotFound, CertificateIsNotInForce
   */
  async revoke(id: string, { by, reason }: { by: string; reason: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const certificate = await this.inForce(tx, id);
      await this.certificates.revoke(tx, id, { at: this.clock.now(), by, reason });
      await this.record(tx, 'certificate.revoked', by, certificate, { reason });
    });
  }

  /**
   * Issues another in its place, with the name the holder bears now and a new number.
   * @returns the new certificate's id
   * @throws CertificateNotFound, CertificateIsNotInForce
   */
  async replace(id: string, { by, reason }: { by: string; reason: string }): Promise<string> {
    return this.transactions.run(async (tx) => {
      const old = await this.inForce(tx, id);
      const holder = await this.learning.nameOf(tx, old.personId);
      const award = { id: old.awardId, personId: old.personId };
      await this.certificates.withdraw(tx, id);
      const next = await this.issuing.write(tx, award, { ...old.facts, holder }, this.clock.now());
      await this.certificates.pointTo(tx, id, next);
      await this.record(tx, 'certificate.replaced', by, old, { reason, replacedBy: next });
      afterCommit(tx, () => this.queue.print([next]));
      return next;
    });
  }

  /**
   * Sends the letter to the holder again.
   * @throws CertificateNotFound, CertificateIsNotInForce, CertificateIsBeingPrepared
   */
  async resend(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const certificate = await this.inForce(tx, id);
      if (!certificate.renderedAt) throw new CertificateIsBeingPrepared();
      // A second press within the minute is the same wish.
      const minute = this.clock.now().toISOString().slice(0, 16);
      await this.mail.post(tx, certificate, `again:${minute}`);
      await this.record(tx, 'certificate.sent-again', by, certificate, {});
    });
  }

  /** What the worker could not do, certificates and letters, the newest first. */
  failedJobs(): Promise<FailedJob[]> {
    return this.queries.failures();
  }

  /**
   * Lets the worker try again, also when it had given up.
   * @param id of a failed job: a certificate's or a letter's
   * @throws CertificateNotFound
   */
  async retry(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (await this.deliveries.retry(tx, id)) {
        await this.audit.record(tx, { actorId: by, action: 'mail.retried', subjectType: 'mail', subjectId: id });
        return;
      }
      const certificate = await this.certificates.lock(tx, id);
      if (!certificate) throw new CertificateNotFound();
      await this.rendering.forgetAttempts(tx, id);
      await this.record(tx, 'certificate.retried', by, certificate, {});
      afterCommit(tx, () => this.queue.printAgain(id));
    });
  }

  private async inForce(tx: EntityManager, id: string): Promise<Certificate> {
    const certificate = await this.certificates.lock(tx, id);
    if (!certificate) throw new CertificateNotFound();
    if (certificate.state !== 'issued') throw new CertificateIsNotInForce();
    return certificate;
  }

  private record(
    tx: EntityManager,
    action: string,
    actorId: string,
    { id, number }: Certificate,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, {
      actorId,
      action,
      subjectType: 'certificate',
      subjectId: id,
      detail: { number, ...detail },
    });
  }
}
