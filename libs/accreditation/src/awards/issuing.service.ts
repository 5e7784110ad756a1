import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, dayInLondon, Ids } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';
import { AwardFacts } from './award-facts.service';
import type { UnnumberedFacts } from '../certificate/certificate-facts';
import { makeCertificateNumber } from '../certificate/certificate-number';
import type { CertificateEntity } from '../certificate/certificate.entity';
import { CertificateRepository } from '../certificate/certificate.repository';
import type { SchemeVersion } from './scheme.repository';
import { type PrintedBy, PrintedWith } from '../templates/printed-with';

const SECRET_BYTES = 16;
/** How often another number is drawn for what found its number taken. */
const TRIES = 5;

/** An award whose certificate is to be written. */
export interface Issue {
  award: AwardEntity;
  scheme: Pick<SchemeVersion, 'name' | 'edition'>;
  issuedAt: Date;
}

/** A certificate that has no number yet. */
interface Unnumbered extends Pick<CertificateEntity, 'template' | 'templateVersionId' | 'issuedAt'> {
  award: Pick<AwardEntity, 'id' | 'personId'>;
  facts: UnnumberedFacts;
}

/** Writes the rows of certificates, with their numbers and everything that will be printed. */
@Injectable()
export class Issuing {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly certificates: CertificateRepository,
    private readonly facts: AwardFacts,
    private readonly printedWith: PrintedWith,
    private readonly ids: Ids,
  ) {}

  /** @returns its id */
  async issue(
    tx: EntityManager,
    award: AwardEntity,
    scheme: Issue['scheme'],
    issuedAt = award.awardedAt,
  ): Promise<string> {
    const [id] = await this.issueAll(tx, [{ award, scheme, issuedAt }]);
    return id!;
  }

  /** As many statements for many as for one. @returns the ids, in their order */
  async issueAll(tx: EntityManager, issues: readonly Issue[]): Promise<string[]> {
    const printed = await this.printedBy(tx, issues);
    const facts = await this.facts.of(
      tx,
      issues.map(({ award, scheme }, nth) => ({ award, scheme, how: printed[nth]! })),
    );
    const unnumbered = issues.map(({ award, issuedAt }, nth) => {
      const { template, templateVersionId } = printed[nth]!;
      return { award, facts: facts[nth]!, template, templateVersionId, issuedAt };
    });
    return this.number(tx, unnumbered);
  }

  /**
   * Writes a certificate over known facts with a new number: when another one takes its place.
   * @param how.template a changed design is a new one: certificates keep what they were issued with
   * @returns its id
   */
  async write(
    tx: EntityManager,
    award: Pick<AwardEntity, 'id' | 'personId'>,
    facts: UnnumberedFacts,
    how: Pick<CertificateEntity, 'template' | 'templateVersionId' | 'issuedAt'>,
  ): Promise<string> {
    const [id] = await this.number(tx, [{ award, facts, ...how }]);
    return id!;
  }

  /** Asked once of a scheme and its days. */
  private async printedBy(tx: EntityManager, issues: readonly Issue[]): Promise<PrintedBy[]> {
    const known = new Map<string, PrintedBy>();
    const printed: PrintedBy[] = [];
    for (const { award, issuedAt } of issues) {
      const days = { awardedOn: dayInLondon(award.awardedAt), issuedOn: dayInLondon(issuedAt) };
      const key = [award.schemeId, days.awardedOn, days.issuedOn].join(' ');
      const by = known.get(key) ?? (await this.printedWith.current(tx, award.schemeId, days));
      known.set(key, by);
      printed.push(by);
    }
    return printed;
  }

  private async number(tx: EntityManager, unnumbered: readonly Unnumbered[]): Promise<string[]> {
    const all = unnumbered.map((one) => ({ id: this.ids.uuid(), ...one }));
    let left = all;
    for (let tries = 0; tries < TRIES && left.length > 0; tries++) {
      const added = await this.certificates.addAll(
        tx,
        left.map(({ id, award, facts, ...how }) => {
          const number = this.numberOf(how.issuedAt);
          const secret = this.ids.secret(SECRET_BYTES);
          const of = { awardId: award.id, personId: award.personId, holderName: facts.holder };
          return { id, ...of, number, secret, facts: { ...facts, number }, ...how };
        }),
      );
      left = left.filter(({ id }) => !added.has(id));
    }
    if (left.length > 0) throw new Error('No free certificate number in five tries');
    return all.map(({ id }) => id);
  }

  private numberOf(issuedAt: Date): string {
    const year = Number(dayInLondon(issuedAt).slice(0, 4));
    return makeCertificateNumber(this.config.CERTIFICATE_PREFIX, year, (length) => this.ids.bytes(length));
  }
}
