import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { PeopleService } from '@induct/people';
import { afterCommit, CONFIG, type Config } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate';
import { CertificateQueue } from '../certificate/certificate-queue';
import { CertificateIsNotInForce, OwnCertificate } from '../certificate/certificate.errors';
import { Awards } from '../awards/awards.service';
import { LostAwardRepository } from '../awards/lost-awards.repository';
import { ActNeeds, CertificateAct } from '../acts/certificate-act';
import type { RestingCertificate } from '../acts/resting.repository';
import type { SuspensionEntity } from './suspension.entity';
import { OwnSuspension, SuspensionIsProposed, SuspensionNotFound } from './suspension.errors';
import { liftedLetter, suspendedLetter } from './suspension.letter';
import { SuspensionRepository } from './suspension.repository';

/**
 * Lets certificates not count for a time: one officer proposes with a reason, another confirms, any one lifts it. The public
 * learns since when, and never why; nothing else about the certificate changes. Of what rests on it the same is proposed, and
 * no award of a level above is made of it meanwhile.
 */
@Injectable()
export class Suspensions extends CertificateAct<SuspensionEntity> {
  constructor(
    needs: ActNeeds,
    private readonly suspensions: SuspensionRepository,
    private readonly awards: Awards,
    private readonly lost: LostAwardRepository,
    private readonly queue: CertificateQueue,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super(needs, suspensions, {
      noun: 'suspension',
      done: 'suspended',
      isProposed: SuspensionIsProposed,
      notFound: SuspensionNotFound,
      own: OwnSuspension,
    });
  }

  /**
   * It counts again. Any officer may, except for their own.
   * @throws CertificateNotFound, CertificateIsNotInForce, SuspensionNotFound, OwnCertificate, NotAllowed, TooNewToConfirm
   */
  async lift(certificateId: string, suspensionId: string, { by, why }: { by: string; why: string }): Promise<void> {
    await this.settle(certificateId, suspensionId, async (tx, certificate, suspension) => {
      if (certificate.state !== 'suspended') throw new SuspensionNotFound();
      if (certificate.personId === by) throw new OwnCertificate();
      await this.people.mayConfirm(tx, by, 'officer');
      await this.suspensions.lift(tx, suspensionId, { by, at: this.needs.clock.now(), why });
      await this.needs.certificates.letCount(tx, certificateId);
      await this.needs.marks.mark(tx, [certificate.personId]);
      // A level above may have waited for nothing else. What is asked for may be put in step for it, before anything is on record.
      await this.awards.consider(tx, certificate.personId, this.needs.clock.now());
      await this.askNoMoreOfResting(tx, certificate, becauseOf(certificate, suspension), by);
      await this.record(tx, 'suspension-lifted', by, certificate, { reason: why });
      await this.tell(tx, certificate, suspensionId, 'lifted');
      // It may have been suspended before it was printed.
      if (!certificate.renderedAt) afterCommit(tx, () => this.queue.printAgain(certificateId));
    });
  }

  /** What is completed meanwhile earns a level above before it, and is seen, or after it. */
  protected override takeAlone(tx: EntityManager, certificateId: string): Promise<void> {
    return this.lost.takeAlone(tx, certificateId);
  }

  protected override lock(tx: EntityManager, certificateId: string): Promise<Certificate> {
    return this.needs.certificates.lockInForce(tx, certificateId);
  }

  protected override waits({ state }: Certificate, { confirmedAt }: SuspensionEntity): void {
    if (state !== 'issued') throw new CertificateIsNotInForce();
    if (confirmedAt) throw new SuspensionNotFound();
  }

  protected override async take(
    tx: EntityManager,
    certificate: Certificate,
    { id, reason }: SuspensionEntity,
    by: string,
  ): Promise<void> {
    await this.needs.certificates.suspend(tx, certificate.id);
    const waits = ({ state, suspending }: RestingCertificate) => suspending || state !== 'issued';
    await this.askOfResting(tx, certificate, waits, { by, because: becauseOf(certificate, { reason }) });
    await this.tell(tx, certificate, id, 'suspended');
  }

  /** What was proposed of what rests on it for no other reason than that: nobody suspends it now for what is over. */
  private async askNoMoreOfResting(tx: EntityManager, { id }: Certificate, reason: string, by: string): Promise<void> {
    const over = await this.needs.certificates.lockAll(tx, async () => {
      const resting = (await this.needs.resting.on(id, tx)).filter(({ suspending }) => suspending);
      const proposals = await this.suspensions.proposedBecause(
        tx,
        resting.map((one) => one.id),
        reason,
      );
      return proposals.map(({ id: proposalId, certificateId }) => ({ id: certificateId, proposalId }));
    });
    for (const { id: certificateId, proposalId } of over) {
      const certificate = await this.needs.certificates.lockRevocable(tx, certificateId);
      await this.suspensions.withdraw(tx, proposalId, by, this.needs.clock.now());
      await this.record(tx, 'suspension-withdrawn', by, certificate);
    }
  }

  private async tell(tx: EntityManager, certificate: Certificate, suspensionId: string, what: 'suspended' | 'lifted') {
    const person = await this.people.find(certificate.personId, tx);
    if (!person) return;
    const { number, facts } = certificate;
    const url = `${this.config.SITE_ORIGIN}/certificates`;
    const words = what === 'suspended' ? suspendedLetter : liftedLetter;
    await this.outbox.post(tx, {
      once: ['certificate', certificate.id, what, suspensionId],
      recipient: person.email,
      letter: () => words({ name: person.name, number, scheme: facts.scheme, url }),
    });
  }
}

/** What is said of a certificate to whoever decides about one that rests on it. */
const becauseOf = ({ number }: Pick<Certificate, 'number'>, { reason }: Pick<SuspensionEntity, 'reason'>): string =>
  `It rests on ${number}, which was suspended: ${reason}`;
