import { Injectable } from '@nestjs/common';
import { readerDate, Clock, dayInLondon } from '@induct/platform';
import type { Certificate } from './certificate';
import { type Languages, readFacts } from './certificate-facts';
import { readCertificateNumber } from './certificate-number';
import { CertificateRepository } from './certificate.repository';
import { initials, sameName } from './holder-name';
import { type PrintedFacts, printedFacts } from './printed-facts';
import { type SaidFacts, welshFacts } from './said-facts';
import { showsName } from '../shown/shown-to';
import { ShownNames } from '../shown/shown-names.service';
import { type Validity, validityOf } from './validity';

/** What a stranger may learn. */
export interface CheckedCertificate {
  state: Validity;
  facts: PrintedFacts;
  /** In which it is printed. */
  languages: Languages;
  /** The same in Welsh, of a certificate that is printed in Welsh or in both. */
  welsh?: SaidFacts | undefined;
  /** False when the holder is given by initials only. */
  fullName: boolean;
  /** In words; only when revoked. */
  revokedOn?: string | undefined;
  /** Number of the certificate that took its place. */
  replacedBy?: string | undefined;
  /** In words; only while it is suspended. */
  suspendedSince?: string | undefined;
}

/**
 * `malformed` and `mistyped` are told from the number itself. An unknown number is `not-found`, whatever else was sent.
 */
export type CheckResult =
  | { outcome: 'found'; certificate: CheckedCertificate }
  | { outcome: 'not-found' | 'malformed' | 'mistyped'; number?: string };

/** Answers strangers who hold a paper, a number or a PDF. */
@Injectable()
export class Verification {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly shownNames: ShownNames,
    private readonly clock: Clock,
  ) {}

  /**
   * @param secret from the QR code or a link of the holder's own: with it the full name is shown, without it when the holder
   * wants that. A wrong one counts as none.
   */
  async check(typed: string, secret?: string): Promise<CheckResult> {
    const read = readCertificateNumber(typed);
    if ('problem' in read) return { outcome: read.problem };
    const certificate = await this.certificates.byNumber(read.number);
    if (!certificate) return { outcome: 'not-found', number: read.number };
    const choice = await this.shownNames.of(certificate.personId);
    return { outcome: 'found', certificate: this.shown(certificate, showsName(certificate, choice, secret)) };
  }

  /** Is it the certificate of a person of that name? Undefined when there is no such certificate. */
  async belongsTo(typed: string, name: string): Promise<boolean | undefined> {
    const read = readCertificateNumber(typed);
    const certificate = 'number' in read ? await this.certificates.byNumber(read.number) : undefined;
    return certificate && sameName(certificate.facts.holder, name);
  }

  /**
   * Whose PDF is it? Whoever has the file has read it: every printed fact is shown.
   * @param sha256 of the file, hex
   * @param says the number that the file says it goes by
   * @returns not found with the number, when there is such a certificate and this is not its PDF
   */
  async checkFile(sha256: string, says = ''): Promise<CheckResult> {
    const certificate = /^[0-9a-f]{64}$/.test(sha256) ? await this.certificates.byPdf(sha256) : undefined;
    if (certificate) return { outcome: 'found', certificate: this.shown(certificate, true) };
    const read = readCertificateNumber(says);
    const claimed = 'number' in read && (await this.certificates.byNumber(read.number)) ? read.number : undefined;
    return { outcome: 'not-found', ...(claimed !== undefined && { number: claimed }) };
  }

  private shown(certificate: Certificate, fullName: boolean): CheckedCertificate {
    const { state, facts, revokedAt, replacedBy, suspendedAt } = certificate;
    const printed = printedFacts(facts);
    const welsh = welshFacts(facts);
    return {
      state: validityOf({ state, validUntil: facts.validUntil }, dayInLondon(this.clock.now())),
      facts: fullName ? printed : { ...printed, holder: initials(facts.holder) },
      languages: readFacts(facts).languages,
      ...(welsh && { welsh: fullName ? welsh : { ...welsh, holder: initials(facts.holder) } }),
      fullName,
      ...(revokedAt && { revokedOn: readerDate(revokedAt) }),
      ...(replacedBy && { replacedBy }),
      ...(suspendedAt && { suspendedSince: readerDate(suspendedAt) }),
    };
  }
}
