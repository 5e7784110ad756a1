import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, dayInLondon, Ids } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';
import { AwardFacts } from './award-facts.service';
import type { UnnumberedFacts } from '../certificate/certificate-facts';
import { makeCertificateNumber } from '../certificate/certificate-number';
import type { CertificateEntity } from '../certificate/certificate.entity';
import { CertificateRepository } from '../certificate/certificate.repository';
import { SchemeEntity } from '../scheme/scheme.entity';
import type { SchemeVersion } from './scheme.repository';
import { PrintedWith } from '../templates/printed-with';

const SECRET_BYTES = 16;

/** Writes the row of a certificate, with its number and everything that will be printed. */
@Injectable()
export class Issuing {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly certificates: CertificateRepository,
    private readonly facts: AwardFacts,
    private readonly printedWith: PrintedWith,
    private readonly ids: Ids,
  ) {}

  /** Whether the certificates of a scheme wait for an officer. */
  async waits(tx: EntityManager, schemeId: string): Promise<boolean> {
    return tx.existsBy(SchemeEntity, { id: schemeId, issuedBy: 'officer' });
  }

  /** @returns its id */
  async issue(
    tx: EntityManager,
    award: AwardEntity,
    scheme: Pick<SchemeVersion, 'name' | 'edition'>,
    issuedAt = award.awardedAt,
  ): Promise<string> {
    const days = { awardedOn: dayInLondon(award.awardedAt), issuedOn: dayInLondon(issuedAt) };
    const { template, templateVersionId, ...how } = await this.printedWith.current(tx, award.schemeId, days);
    const facts = await this.facts.of(tx, award, scheme, how);
    return this.write(tx, award, facts, { template, templateVersionId, issuedAt });
  }

  /**
   * Writes a certificate over known facts with a new number: at issue, and when another one takes its place.
   * @param how.template a changed design is a new one: certificates keep what they were issued with
   * @returns its id
   */
  async write(
    tx: EntityManager,
    { id: awardId, personId }: Pick<AwardEntity, 'id' | 'personId'>,
    facts: UnnumberedFacts,
    how: Pick<CertificateEntity, 'template' | 'templateVersionId' | 'issuedAt'>,
  ): Promise<string> {
    const id = this.ids.uuid();
    const year = Number(dayInLondon(how.issuedAt).slice(0, 4));
    for (let tries = 0; tries < 5; tries++) {
      const number = makeCertificateNumber(this.config.CERTIFICATE_PREFIX, year, (length) => this.ids.bytes(length));
      const added = await this.certificates.add(tx, {
        id,
        awardId,
        personId,
        number,
        secret: this.ids.secret(SECRET_BYTES),
        holderName: facts.holder,
        facts: { ...facts, number },
        ...how,
      });
      if (added) return id;
    }
    throw new Error('No free certificate number in five tries');
  }
}
