import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { PeopleService } from '@induct/people';
import { CONFIG, type Config } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate';
import { OwnProposal, RevocationIsProposed, RevocationNotFound } from '../certificate/certificate.errors';
import { LostAwardRepository } from '../awards/lost-awards.repository';
import type { RevocationEntity } from '../certificate/revocation.entity';
import { RevocationRepository } from '../certificate/revocation.repository';
import { ActNeeds, CertificateAct } from './certificate-act';
import { revokedLetter } from './revocation.letter';

/**
 * Takes certificates out of force: one officer proposes with a reason, another confirms. Until then it is in force. The
 * reason stays inside: the public learns the day only, and the holder gets a letter. Of what rests on it the same is proposed; what rests on it and waits
 * for an officer is lost with it.
 */
@Injectable()
export class Revocations extends CertificateAct<RevocationEntity> {
  constructor(
    needs: ActNeeds,
    revocations: RevocationRepository,
    private readonly lost: LostAwardRepository,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
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

  protected override async take(
    tx: EntityManager,
    certificate: Certificate,
    { id, reason }: RevocationEntity,
    by: string,
  ): Promise<void> {
    const at = this.needs.clock.now();
    await this.needs.certificates.revoke(tx, certificate.id, { at, by, reason });
    await this.lost.loseWith(tx, certificate.id, at);
    const because = `It rests on ${certificate.number}, which was revoked: ${reason}`;
    await this.askOfResting(tx, certificate, ({ revoking }) => revoking, { by, because });
    await this.tell(tx, certificate, id);
  }

  private async tell(tx: EntityManager, { id, personId, number, facts }: Certificate, revocationId: string) {
    const person = await this.people.find(personId, tx);
    if (!person) return;
    const about = { name: person.name, number, scheme: facts.scheme, isHere: person.deactivatedAt === null };
    await this.outbox.post(tx, {
      once: ['certificate', id, 'revoked', revocationId],
      recipient: person.email,
      letter: () => revokedLetter({ ...about, origin: this.config.SITE_ORIGIN }),
    });
  }
}
