import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { PeopleService } from '@induct/people';
import { CONFIG, type Config } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Certificate } from './certificate';
import { certificateLetter } from './certificate.letter';

/** Puts the letter to the holder into the outbox. */
@Injectable()
export class CertificateMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
  ) {}

  /** @param occasion two letters about one certificate on the same occasion are one */
  async post(tx: EntityManager, certificate: Certificate, occasion: string): Promise<void> {
    const person = await this.people.find(certificate.personId, tx);
    if (!person) return;
    await this.outbox.post(tx, {
      once: ['certificate', certificate.id, occasion],
      recipient: person.email,
      letter: () => certificateLetter(certificate.facts, this.config.SITE_ORIGIN),
    });
  }
}
