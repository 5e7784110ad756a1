import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, dayInLondon, Ids, type Question } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';
import { AwardFacts, type Printable } from './award-facts.service';
import type { UnnumberedFacts } from '../certificate/certificate-facts';
import { makeCertificateNumber } from '../certificate/certificate-number';
import type { NewCertificate } from '../certificate/certificate';
import type { CertificateEntity } from '../certificate/certificate.entity';
import { CertificateRepository } from '../certificate/certificate.repository';
import type { SaidOf } from './said.queries';

const SECRET_BYTES = 16;
/** How often another number is drawn for what found its number taken. */
const TRIES = 5;

/** A certificate that has no number yet. */
interface Unnumbered extends Pick<CertificateEntity, 'id' | 'template' | 'templateVersionId' | 'issuedAt'> {
  award: Pick<AwardEntity, 'id' | 'personId'>;
  facts: UnnumberedFacts;
}

/** Writes the rows of certificates, with their numbers and everything that will be printed. */
@Injectable()
export class Issuing {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly awards: AwardRepository,
    private readonly certificates: CertificateRepository,
    private readonly facts: AwardFacts,
    private readonly ids: Ids,
  ) {}

  /** @returns its id */
  async issue(
    tx: EntityManager,
    award: AwardEntity,
    scheme: Printable['scheme'],
    issuedAt = award.awardedAt,
  ): Promise<string> {
    const [id] = await this.issueAll(tx, [{ award, scheme, issuedAt }]);
    return id!;
  }

  /** As many statements for many as for one. @returns the ids, in their order */
  async issueAll(tx: EntityManager, issues: readonly Printable[]): Promise<string[]> {
    const certificates = await this.unnumberedOf(tx, issues);
    await this.number(tx, certificates);
    return certificates.map(({ id }) => id);
  }

  /**
   * Writes awards, and the certificates of some of them with them.
   * @returns the ids of the certificates whose award is new: person, scheme and period are unique
   */
  async award(tx: EntityManager, awards: readonly AwardEntity[], issues: readonly Printable[]): Promise<string[]> {
    const certificates = issues.length === 0 ? [] : await this.unnumberedOf(tx, issues);
    const added = await this.awards.addWith(
      tx,
      awards,
      certificates.map((one) => this.numbered(one)),
    );
    const ofNew = certificates.filter(({ award }) => added.awards.has(award.id));
    await this.number(
      tx,
      ofNew.filter(({ id }) => !added.certificates.has(id)),
    );
    return ofNew.map(({ id }) => id);
  }

  /**
   * The same as a question, for the end of a transaction: one whose number is taken fails, and the transaction is to be tried again.
   * @param said what was asked for the certificates before
   * @returns what answers with the ids of the certificates whose award is new
   */
  async awarding(
    tx: EntityManager,
    awards: readonly AwardEntity[],
    issues: readonly Printable[],
    said?: SaidOf,
  ): Promise<Question<string[]>> {
    const certificates = issues.length === 0 ? [] : await this.unnumberedOf(tx, issues, said);
    const numbered = certificates.map((one) => this.numbered(one));
    const adding = this.awards.adding(awards, numbered);
    return { statements: adding.statements, answer: (rows) => [...adding.answer(rows).certificates] };
  }

  private async unnumberedOf(tx: EntityManager, issues: readonly Printable[], said?: SaidOf): Promise<Unnumbered[]> {
    const facts = await this.facts.of(tx, issues, said);
    return issues.map(({ award, issuedAt }, nth) => ({ id: this.ids.uuid(), award, issuedAt, ...facts[nth]! }));
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
    const id = this.ids.uuid();
    await this.number(tx, [{ id, award, facts, ...how }]);
    return id;
  }

  private async number(tx: EntityManager, certificates: readonly Unnumbered[]): Promise<void> {
    let left = certificates;
    for (let tries = 0; tries < TRIES && left.length > 0; tries++) {
      const added = await this.certificates.addAll(
        tx,
        left.map((one) => this.numbered(one)),
      );
      left = left.filter(({ id }) => !added.has(id));
    }
    if (left.length > 0) throw new Error('No free certificate number in five tries');
  }

  private numbered({ award, facts, ...one }: Unnumbered): NewCertificate {
    const number = this.numberOf(one.issuedAt);
    const secret = this.ids.secret(SECRET_BYTES);
    const of = { awardId: award.id, personId: award.personId, holderName: facts.holder };
    return { ...of, number, secret, facts: { ...facts, number }, ...one };
  }

  private numberOf(issuedAt: Date): string {
    const year = Number(dayInLondon(issuedAt).slice(0, 4));
    return makeCertificateNumber(this.config.CERTIFICATE_PREFIX, year, (length) => this.ids.bytes(length));
  }
}
