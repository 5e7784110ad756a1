import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { PeopleService } from '@induct/people';
import { CONFIG, type Config } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Certificate } from './certificate';
import { certificateLetter } from './certificate.letter';
import { replacementLetter } from './replacement.letter';

/** What a certificate took the place of. */
interface Replaced extends Pick<Certificate, 'number'> {
  /** The letter about their name has told its holder. */
  isTold: boolean;
  /** One of the same award could be downloaded before: its holder has read that they earned it. */
  isKnown: boolean;
}

/** What a certificate took the place of, and what its holder was told: by the letter about their name, or of one before it. */
const TAKES_THE_PLACE_OF = `
  select old.number, exists (
      select from name_change n where n.person_id = c.person_id and n.accepted and n.decided_at between c.issued_at - $2::interval and c.issued_at + $2::interval
    ) as "isTold", exists (
      select from certificate x where x.award_id = c.award_id and x.id <> c.id and x.rendered_at is not null) as "isKnown"
    from certificate c join certificate old on old.replaced_by = c.id where c.id = $1`;
/** A name and what bears it are changed in one transaction, each with its own look at the clock. */
const AT_ONCE = '1 minute';

/** Puts the letter to the holder into the outbox. */
@Injectable()
export class CertificateMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
  ) {}

  /** It can be downloaded now: said once, of what is new as of an award, of what took the place of another as of that. */
  async printed(tx: EntityManager, certificate: Certificate): Promise<void> {
    const [old] = await tx.query<Replaced[]>(TAKES_THE_PLACE_OF, [certificate.id, AT_ONCE]);
    // What took the place of one that could never be made is the first that its holder hears of.
    if (!old?.isKnown) return await this.post(tx, certificate, 'issued');
    const person = old.isTold ? undefined : await this.people.find(certificate.personId, tx);
    if (!person) return;
    const { number, facts } = certificate;
    const url = `${this.config.SITE_ORIGIN}/certificates`;
    await this.outbox.post(tx, {
      once: ['certificate', certificate.id, 'issued'],
      recipient: person.email,
      letter: () => replacementLetter({ name: person.name, number, old: old.number, scheme: facts.scheme, url }),
    });
  }

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
