import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type DomainError, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate';
import { certificateEvent } from '../certificate/certificate-event';
import { OwnCertificate } from '../certificate/certificate.errors';
import { CertificateRepository } from '../certificate/certificate.repository';
import { MarksRepository } from '../mandates/marks.repository';
import type { Proposed } from '../second-officer/proposed.columns';
import { ProposedRepository } from '../second-officer/proposed.repository';
import { SecondOfficer } from '../second-officer/second-officer';
import { type RestingCertificate, RestingRepository } from './resting.repository';

/** A proposal about a certificate. */
export type AboutCertificate = Proposed & { certificateId: string };

/** How one kind of act is called, and what is said to whoever may not. */
interface ActWords {
  /** In the audit trail: `certificate.revocation-proposed`, and `certificate.revoked` when it is done. */
  noun: string;
  done: string;
  isProposed: new () => DomainError;
  notFound: new () => DomainError;
  own: new () => DomainError;
}

/** The proposals of one kind of act. */
export interface ActRows<Row extends AboutCertificate> extends ProposedRepository<Row> {
  /** What waits for a second officer, or is in effect. */
  open(tx: EntityManager, certificateId: string): Promise<Row | undefined>;
}

/** What every act on certificates needs. */
@Injectable()
export class ActNeeds {
  constructor(
    readonly certificates: CertificateRepository,
    readonly second: SecondOfficer,
    readonly marks: MarksRepository,
    readonly resting: RestingRepository,
    readonly audit: AuditTrail,
    readonly transactions: Transactions,
    readonly clock: Clock,
    readonly ids: Ids,
  ) {}
}

/** Something done to certificates that takes two officers: one proposes it with a reason, another confirms. */
export abstract class CertificateAct<Row extends AboutCertificate> {
  protected constructor(
    protected readonly needs: ActNeeds,
    protected readonly proposals: ActRows<Row>,
    private readonly words: ActWords,
  ) {
    needs.second.fallsWithItsProposer<Row>(proposals, ({ certificateId }) => ({
      action: `certificate.${words.noun}-withdrawn`,
      subjectType: 'certificate',
      subjectId: certificateId,
    }));
  }

  /** Whether it can be done to the certificate, which is kept from everybody else until the end of the transaction. */
  protected abstract lock(tx: EntityManager, certificateId: string): Promise<Certificate>;

  /** Keeps what has to be kept from others before the certificate is. */
  protected async takeAlone(_tx: EntityManager, _certificateId: string): Promise<void> {}

  /** Does it. */
  protected abstract take(tx: EntityManager, certificate: Certificate, proposal: Row, by: string): Promise<void>;

  /** @throws when it cannot be confirmed or withdrawn any more */
  protected waits(_certificate: Certificate, _proposal: Row): void {}

  /**
   * @returns the proposal's id
   * @throws CertificateNotFound, CertificateIsNotInForce, `isProposed`
   */
  async propose(certificateId: string, proposal: { by: string; reason: string }): Promise<string> {
    return this.needs.transactions.run((tx) => this.proposeIn(tx, certificateId, proposal));
  }

  /** In a transaction that is given. @throws what `propose` throws */
  async proposeIn(tx: EntityManager, certificateId: string, { by, reason }: { by: string; reason: string }) {
    const { ids, clock } = this.needs;
    const certificate = await this.lock(tx, certificateId);
    const proposal = { id: ids.uuid(), certificateId, reason, proposedBy: by, proposedAt: clock.now() };
    if (!(await this.proposals.propose(tx, proposal as Partial<Row>))) throw new this.words.isProposed();
    await this.record(tx, `${this.words.noun}-proposed`, by, certificate, { reason });
    return proposal.id;
  }

  /**
   * @param proposalId the one that was read: another may have been made since
   * @throws CertificateNotFound, CertificateIsNotInForce, `notFound`, `own`, NotAllowed, TooNewToConfirm
   */
  async confirm(certificateId: string, proposalId: string, by: string): Promise<void> {
    await this.settle(certificateId, proposalId, async (tx, certificate, proposal) => {
      this.waits(certificate, proposal);
      const { reason, proposedBy } = proposal;
      await this.needs.second.mayConfirm(tx, proposedBy, by, this.words.own);
      await this.proposals.confirm(tx, proposalId, by, this.needs.clock.now());
      await this.take(tx, certificate, proposal, by);
      // What the certificate met is asked again.
      await this.needs.marks.mark(tx, [certificate.personId]);
      await this.record(tx, this.words.done, by, certificate, { reason, proposedBy });
    });
  }

  /**
   * Any officer may, whoever proposed, but for their own: the certificate stays in force.
   * @throws CertificateNotFound, CertificateIsNotInForce, `notFound`, OwnCertificate
   */
  async withdraw(certificateId: string, proposalId: string, by: string): Promise<void> {
    await this.settle(certificateId, proposalId, async (tx, certificate, proposal) => {
      this.waits(certificate, proposal);
      if (certificate.personId === by) throw new OwnCertificate();
      await this.proposals.withdraw(tx, proposalId, by, this.needs.clock.now());
      await this.record(tx, `${this.words.noun}-withdrawn`, by, certificate);
    });
  }

  /**
   * What rests on a certificate is not taken with it: the same is proposed of each, and a second officer decides. What is
   * proposed already, or cannot be done to it, stays as it is.
   * @param because for whoever decides
   */
  protected async askOfResting(
    tx: EntityManager,
    { id }: Certificate,
    waits: (resting: RestingCertificate) => boolean,
    { by, because }: { by: string; because: string },
  ): Promise<void> {
    const resting = await this.needs.certificates.lockAll(tx, async () =>
      (await this.needs.resting.on(id, tx)).filter((one) => one.directly && !waits(one)),
    );
    for (const one of resting) await this.proposeIn(tx, one.id, { by, reason: because });
  }

  protected async settle(
    certificateId: string,
    proposalId: string,
    act: (tx: EntityManager, certificate: Certificate, proposal: Row) => Promise<void>,
  ): Promise<void> {
    await this.needs.transactions.run(async (tx) => {
      await this.takeAlone(tx, certificateId);
      const certificate = await this.needs.certificates.lockRevocable(tx, certificateId);
      const proposal = await this.proposals.open(tx, certificateId);
      if (proposal?.id !== proposalId) throw new this.words.notFound();
      await act(tx, certificate, proposal);
    });
  }

  protected record(tx: EntityManager, did: string, by: string, certificate: Certificate, detail: object = {}) {
    return this.needs.audit.record(tx, certificateEvent(`certificate.${did}`, by, certificate, { ...detail }));
  }
}
