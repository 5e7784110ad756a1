import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate';
import { OwnProposal, RevocationIsProposed, RevocationNotFound } from '../certificate/certificate.errors';
import { LostAwardRepository } from '../awards/lost-awards.repository';
import type { RevocationEntity } from '../certificate/revocation.entity';
import { RevocationRepository } from '../certificate/revocation.repository';
import { ActNeeds, CertificateAct } from './certificate-act';

/**
 * Takes certificates out of force: one officer proposes with a reason, another confirms. Until then it is in force. The
 * reason stays inside: the public learns the day only. Of what rests on it the same is proposed; what rests on it and waits
 * for an officer is lost with it.
 */
@Injectable()
export class Revocations extends CertificateAct<RevocationEntity> {
  constructor(
    needs: ActNeeds,
    revocations: RevocationRepository,
    private readonly lost: LostAwardRepository,
  ) {
    super(needs, revocations, {
      noun: 'revocation',
      done: 'revoked',
      isProposed: RevocationIsProposed,
      notFound: RevocationNotFound,
      own: OwnProposal,
    });
  }

  protected override lock(tx: EntityManager, certificateId: string): Promise<Certificate> {
    return this.needs.certificates.lockRevocable(tx, certificateId);
  }

  protected override takeAlone(tx: EntityManager, certificateId: string): Promise<void> {
    return this.lost.takeAlone(tx, certificateId);
  }

  protected override async take(tx: EntityManager, certificate: Certificate, { reason }: RevocationEntity, by: string) {
    const at = this.needs.clock.now();
    await this.needs.certificates.revoke(tx, certificate.id, { at, by, reason });
    await this.lost.loseWith(tx, certificate.id, at);
    const because = `It rests on ${certificate.number}, which was revoked: ${reason}`;
    await this.askOfResting(tx, certificate, ({ revoking }) => revoking, { by, because });
  }
}
