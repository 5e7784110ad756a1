import { Injectable } from '@nestjs/common';
import { PeopleService, PersonLostRoles } from '@induct/people';
import { Announcements, AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate';
import { certificateEvent } from '../certificate/certificate-event';
import { OwnProposal, RevocationIsProposed, RevocationNotFound } from '../certificate/certificate.errors';
import { CertificateRepository } from '../certificate/certificate.repository';
import { RevocationRepository, type WaitingRevocation } from '../certificate/revocation.repository';

/**
 * Takes certificates out of force: one officer proposes with a reason, another confirms. Until then it is in force. The
 * reason stays inside: the public learns the day only.
 */
@Injectable()
export class Revocations {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly revocations: RevocationRepository,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly people: PeopleService,
    announcements: Announcements,
  ) {
    announcements.on(PersonLostRoles, (tx, lost) => this.fallWith(tx, lost));
  }

  /**
   * @returns the proposal's id
   * @throws CertificateNotFound, CertificateIsNotInForce, RevocationIsProposed
   */
  async propose(certificateId: string, { by, reason }: { by: string; reason: string }): Promise<string> {
    return this.transactions.run((tx) => this.proposeIn(tx, certificateId, { by, reason }));
  }

  /** In a transaction that is given. @throws what `propose` throws */
  async proposeIn(
    tx: EntityManager,
    certificateId: string,
    { by, reason }: { by: string; reason: string },
  ): Promise<string> {
    const certificate = await this.certificates.lockInForce(tx, certificateId);
    const proposal = { id: this.ids.uuid(), certificateId, reason, proposedBy: by };
    if (!(await this.revocations.propose(tx, proposal, this.clock.now()))) throw new RevocationIsProposed();
    await this.audit.record(tx, certificateEvent('certificate.revocation-proposed', by, certificate, { reason }));
    return proposal.id;
  }

  /**
   * @param proposalId the one that was read: another may have been made since
   * @throws CertificateNotFound, CertificateIsNotInForce, RevocationNotFound, OwnProposal, NotAllowed, TooNewToConfirm
   */
  async confirm(certificateId: string, proposalId: string, by: string): Promise<void> {
    await this.settle(certificateId, proposalId, async (tx, certificate, { reason, proposedBy }) => {
      if (proposedBy === by) throw new OwnProposal();
      await this.people.mayConfirm(tx, by, 'officer');
      const at = this.clock.now();
      await this.revocations.confirm(tx, proposalId, by, at);
      await this.certificates.revoke(tx, certificateId, { at, by, reason });
      await this.audit.record(tx, certificateEvent('certificate.revoked', by, certificate, { reason, proposedBy }));
    });
  }

  /**
   * Any officer may, whoever proposed: the certificate stays in force.
   * @throws CertificateNotFound, CertificateIsNotInForce, RevocationNotFound
   */
  async withdraw(certificateId: string, proposalId: string, by: string): Promise<void> {
    await this.settle(certificateId, proposalId, async (tx, certificate) => {
      await this.revocations.withdraw(tx, proposalId, by, this.clock.now());
      await this.audit.record(tx, certificateEvent('certificate.revocation-withdrawn', by, certificate));
    });
  }

  /** Nobody confirms what somebody proposed who may no longer propose it. */
  private async fallWith(tx: EntityManager, { personId, roles, by, at, fallen }: PersonLostRoles): Promise<void> {
    if (!roles.includes('officer')) return;
    for (const { id, certificateId } of await this.revocations.fall(tx, personId, by, at)) {
      fallen.push({
        actorId: by,
        action: 'certificate.revocation-withdrawn',
        subjectType: 'certificate',
        subjectId: certificateId,
        detail: { proposal: id, proposedBy: personId },
      });
    }
  }

  private async settle(
    certificateId: string,
    proposalId: string,
    act: (tx: EntityManager, certificate: Certificate, proposal: WaitingRevocation) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const certificate = await this.certificates.lockInForce(tx, certificateId);
      const proposal = await this.revocations.waiting(tx, certificateId);
      if (proposal?.id !== proposalId) throw new RevocationNotFound();
      await act(tx, certificate, proposal);
    });
  }
}
