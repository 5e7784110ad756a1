import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, QUEUES } from '@induct/platform';
import type { DocumentKind, ExpectedPdf, PrintTable, Sheet } from '@induct/printing';
import type { EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate';
import { CertificateMail } from '../certificate/certificate-mail';
import { readFacts } from '../certificate/certificate-facts';
import { CertificateRepository } from '../certificate/certificate.repository';
import { Pictures } from '../pictures/pictures.service';
import { templateOf } from '../templates/designs';
import { CertificateDocument } from './certificate.document';
import { expectedCertificate } from './expected-certificate';

/** Certificates are printed once; then their holder is written to. */
@Injectable()
export class PrintedCertificates implements DocumentKind<Certificate> {
  static readonly queue = QUEUES.certificates;
  /** While the browser prints two, the others wait for the disk. */
  static readonly atOnce = 4;
  readonly name = 'certificate';
  readonly table: PrintTable = {
    name: 'certificate',
    id: 'id',
    once: true,
    due: `state = 'issued'`,
    columns: {
      wantedAt: 'issued_at',
      attempts: 'render_attempts',
      error: 'render_error',
      sha256: 'pdf_sha256',
      bytes: 'pdf_bytes',
      madeAt: 'rendered_at',
    },
  };
  private document?: CertificateDocument;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly certificates: CertificateRepository,
    private readonly mail: CertificateMail,
    private readonly pictures: Pictures,
  ) {}

  gather(id: string): Promise<Certificate | undefined> {
    return this.certificates.find(id);
  }

  sheet(certificate: Certificate): Promise<Sheet> {
    this.document ??= new CertificateDocument(this.config.SITE_ORIGIN, (id) => this.pictures.dataUrl(id));
    return this.document.sheet(certificate);
  }

  expected(certificate: Certificate): ExpectedPdf {
    return expectedCertificate(certificate.facts, templateOf(certificate));
  }

  sealed({ facts }: Certificate) {
    const { languages } = readFacts(facts);
    const both = languages === 'both' ? { languages: ['cy', 'en-GB'] } : {};
    return { number: facts.number, by: facts.council, reason: `Issued by ${facts.council}`, ...both };
  }

  /** What was revoked, suspended or replaced while it was printed is announced to nobody. */
  async printed(tx: EntityManager, { id }: Certificate): Promise<void> {
    const certificate = await this.certificates.find(id, tx);
    if (certificate?.state === 'issued') await this.mail.printed(tx, certificate);
  }
}
