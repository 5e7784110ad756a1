import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { PeopleService, PersonLostRoles } from '@induct/people';
import {
  afterCommit,
  Announcements,
  AuditTrail,
  Clock,
  CONFIG,
  type Config,
  Ids,
  Transactions,
} from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate';
import { certificateEvent } from '../certificate/certificate-event';
import { CertificateQueue } from '../certificate/certificate-queue';
import { CertificateIsNotInForce } from '../certificate/certificate.errors';
import { CertificateRepository } from '../certificate/certificate.repository';
import { OwnCertificate, OwnSuspension, SuspensionIsProposed, SuspensionNotFound } from './suspension.errors';
import { liftedLetter, suspendedLetter } from './suspension.letter';
import { type OpenSuspension, SuspensionRepository } from './suspension.repository';

/**
 * Lets certificates not count for a time: one officer proposes with a reason, another confirms, any one lifts it. The public
 * learns since when, and never why; nothing else about the certificate changes.
 */
@Injectable()
export class Suspensions {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly certificates: CertificateRepository,
    private readonly suspensions: SuspensionRepository,
    private readonly queue: CertificateQueue,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    announcements: Announcements,
  ) {
    announcements.on(PersonLostRoles, (tx, lost) => this.fallWith(tx, lost));
  }

  /**
   * @returns the proposal's id
   * @throws CertificateNotFound, CertificateIsNotInForce, SuspensionIsProposed
   */
  async propose(certificateId: string, { by, reason }: { by: string; reason: string }): Promise<string> {
    return this.transactions.run(async (tx) => {
      const certificate = await this.certificates.lockInForce(tx, certificateId);
      const proposal = { id: this.ids.uuid(), certificateId, reason, proposedBy: by };
      if (!(await this.suspensions.propose(tx, proposal, this.clock.now()))) throw new SuspensionIsProposed();
      await this.audit.record(tx, certificateEvent('certificate.suspension-proposed', by, certificate, { reason }));
      return proposal.id;
    });
  }

  /**
   * @param proposalId the one that was read: another may have been made since
   * @throws CertificateNotFound, CertificateIsNotInForce, SuspensionNotFound, OwnSuspension, NotAllowed, TooNewToConfirm
   */
  async confirm(certificateId: string, proposalId: string, by: string): Promise<void> {
    await this.settle(certificateId, proposalId, 'issued', async (tx, certificate, { reason, proposedBy }) => {
      if (proposedBy === by) throw new OwnSuspension();
      await this.people.mayConfirm(tx, by, 'officer');
      await this.suspensions.confirm(tx, proposalId, by, this.clock.now());
      await this.certificates.suspend(tx, certificateId);
      await this.audit.record(tx, certificateEvent('certificate.suspended', by, certificate, { reason, proposedBy }));
      await this.tell(tx, certificate, proposalId, 'suspended');
    });
  }

  /**
   * Whoever proposed it may too: the certificate stays in force.
   * @throws CertificateNotFound, CertificateIsNotInForce, SuspensionNotFound, OwnCertificate
   */
  async withdraw(certificateId: string, proposalId: string, by: string): Promise<void> {
    await this.settle(certificateId, proposalId, 'issued', async (tx, certificate, { confirmedAt }) => {
      if (confirmedAt) throw new SuspensionNotFound();
      if (certificate.personId === by) throw new OwnCertificate();
      await this.suspensions.withdraw(tx, proposalId, by, this.clock.now());
      await this.audit.record(tx, certificateEvent('certificate.suspension-withdrawn', by, certificate));
    });
  }

  /**
   * It counts again. Any officer may, except for their own.
   * @throws CertificateNotFound, CertificateIsNotInForce, SuspensionNotFound, OwnCertificate, NotAllowed, TooNewToConfirm
   */
  async lift(certificateId: string, suspensionId: string, { by, why }: { by: string; why: string }): Promise<void> {
    await this.settle(certificateId, suspensionId, 'suspended', async (tx, certificate) => {
      if (certificate.personId === by) throw new OwnCertificate();
      await this.people.mayConfirm(tx, by, 'officer');
      await this.suspensions.lift(tx, suspensionId, { by, at: this.clock.now(), why });
      await this.certificates.letCount(tx, certificateId);
      await this.audit.record(tx, certificateEvent('certificate.suspension-lifted', by, certificate, { reason: why }));
      await this.tell(tx, certificate, suspensionId, 'lifted');
      // It may have been suspended before it was printed.
      if (!certificate.renderedAt) afterCommit(tx, () => this.queue.printAgain(certificateId));
    });
  }

  /** Nobody confirms what somebody proposed who may no longer propose it. */
  private async fallWith(tx: EntityManager, { personId, roles, by, at, fallen }: PersonLostRoles): Promise<void> {
    if (!roles.includes('officer')) return;
    for (const { id, certificateId } of await this.suspensions.fall(tx, personId, by, at)) {
      fallen.push({
        actorId: by,
        action: 'certificate.suspension-withdrawn',
        subjectType: 'certificate',
        subjectId: certificateId,
        detail: { proposal: id, proposedBy: personId },
      });
    }
  }

  private async settle(
    certificateId: string,
    suspensionId: string,
    state: 'issued' | 'suspended',
    act: (tx: EntityManager, certificate: Certificate, suspension: OpenSuspension) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const certificate = await this.certificates.lockRevocable(tx, certificateId);
      const open = await this.suspensions.open(tx, certificateId);
      if (open?.id !== suspensionId) throw new SuspensionNotFound();
      if (certificate.state !== state) {
        throw state === 'suspended' ? new SuspensionNotFound() : new CertificateIsNotInForce();
      }
      await act(tx, certificate, open);
    });
  }

  private async tell(tx: EntityManager, certificate: Certificate, suspensionId: string, what: 'suspended' | 'lifted') {
    const person = await this.people.find(certificate.personId, tx);
    if (!person) return;
    const { number, facts } = certificate;
    const url = `${this.config.SITE_ORIGIN}/certificates`;
    const letter = what === 'suspended' ? suspendedLetter : liftedLetter;
    await this.outbox.post(tx, {
      once: ['certificate', certificate.id, what, suspensionId],
      recipient: person.email,
      letter: letter({ name: person.name, number, scheme: facts.scheme, url }),
    });
  }
}
