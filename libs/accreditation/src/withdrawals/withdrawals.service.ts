import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Revocations } from '../acts/revocations.service';
import { CertificateRepository } from '../certificate/certificate.repository';
import { LostAwardRepository } from '../awards/lost-awards.repository';
import { Settling } from '../mandates/settling.service';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { EvidenceIsWithdrawn, EvidenceNotFound, OwnEvidence } from './withdrawal.errors';
import { type EvidenceOnRecord, type RestingCertificate, WithdrawalRepository } from './withdrawal.repository';

export type { EvidenceOnRecord, RestingCertificate } from './withdrawal.repository';

/** What the officer who decides about the certificate reads before the reason. */
const REASON = 'Evidence was withdrawn: ';

/**
 * Evidence that was accepted in error is withdrawn by an officer, with a reason. It counts no more, and what
 * a mandate asked for it is asked again. Nothing is taken away by that: certificates that rest on it are proposed to be revoked, and a second officer decides; of an award that
 * rests on it and waits for an officer no certificate is issued. Whoever showed it is told by letter, with the reason (`WithdrawalLetters`).
 */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly rows: WithdrawalRepository,
    private readonly evidence: EvidenceRepository,
    private readonly certificates: CertificateRepository,
    private readonly revocations: Revocations,
    private readonly lost: LostAwardRepository,
    private readonly settling: Settling,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What somebody has shown, withdrawn or not: by requirement, the newest first. */
  ofPerson(personId: string): Promise<EvidenceOnRecord[]> {
    return this.rows.ofPerson(personId);
  }

  /** One, with the certificates in force that rest on it. @throws EvidenceNotFound */
  async find(id: string): Promise<{ evidence: EvidenceOnRecord; resting: RestingCertificate[] }> {
    const [evidence, resting] = await Promise.all([this.rows.find(id), this.rows.restingOn(id)]);
    if (!evidence) throw new EvidenceNotFound();
    return { evidence, resting };
  }

  /**
   * @returns the numbers of the certificates that are proposed to be revoked with it
   * @throws EvidenceNotFound, OwnEvidence, EvidenceIsWithdrawn
   */
  async withdraw(id: string, { by, reason }: { by: string; reason: string }): Promise<string[]> {
    return this.transactions.run(async (tx) => {
      const evidence = await this.rows.find(id, tx);
      if (!evidence) throw new EvidenceNotFound();
      if (evidence.personId === by) throw new OwnEvidence();
      return this.withdrawIn(tx, evidence, { by, reason });
    });
  }

  /**
   * In a transaction that is open: somebody has put right what it rests on.
   * @throws EvidenceIsWithdrawn
   */
  async withdrawIn(
    tx: EntityManager,
    evidence: EvidenceOnRecord,
    { by, reason }: { by: string; reason: string },
  ): Promise<string[]> {
    const { id, personId, kind, title, metOn } = evidence;
    // An award that is made of it at this moment is there before it is withdrawn, or is not made of it.
    await this.evidence.recordAlone(tx, personId);
    const now = this.clock.now();
    if (!(await this.rows.withdraw(tx, id, by, reason, now))) throw new EvidenceIsWithdrawn();
    await this.lost.loseWithEvidence(tx, id, now);
    await this.rows.tellLater(tx, id);
    await this.settling.settle(tx, personId, dayInLondon(now));
    const resting = await this.certificates.lockAll(tx, async () =>
      (await this.rows.restingOn(id, tx)).filter(({ waits }) => !waits),
    );
    for (const certificate of resting)
      await this.revocations.proposeIn(tx, certificate.id, { by, reason: `${REASON}${reason}` });
    const numbers = resting.map(({ number }) => number);
    await this.audit.record(tx, {
      actorId: by,
      action: 'evidence.withdrawn',
      subjectType: 'person',
      subjectId: personId,
      detail: { evidenceId: id, kind, title, metOn, reason, proposed: numbers },
    });
    return numbers;
  }
}
