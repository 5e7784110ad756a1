import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, Council, dayInLondon, QUEUES } from '@induct/platform';
import type { DocumentKind, ExpectedPdf, PrintTable, Sheet } from '@induct/printing';
import { DataSource, type EntityManager } from 'typeorm';
import type { SecondFacts } from '../certificate/certificate-facts';
import { MarkRepository } from '../marks/mark.repository';
import { Pictures } from '../pictures/pictures.service';
import { SignatoryRepository } from '../signatories/signatory.repository';
import { previewFacts } from './preview-facts';
import { PreviewRepository } from '../templates/preview.repository';
import { SECOND_DESIGN } from '../templates/designs';
import { asSpecimen, specimenNumber, specimenTitle } from '../templates/specimen';
import type { Template } from '../certificate/template';
import { WelshNameRepository } from '../welsh/welsh-names.repository';
import { CertificateDocument } from './certificate.document';
import { expectedCertificate } from './expected-certificate';

interface PreviewedCertificate {
  id: string;
  template: Template;
  facts: SecondFacts;
}

/** A4 across, as certificates are. */
const PAPER = { width: 297, height: 210 };

/** As long as a real one, so that its QR code is as dense. */
const SECRET = 'specimen'.padEnd(22, '-');

/** Previews of templates, printed and checked as the certificates are: what one of them has no room for, they have not either. */
@Injectable()
export class PrintedTemplates implements DocumentKind<PreviewedCertificate> {
  static readonly queue = QUEUES.templates;
  static readonly atOnce = 1;
  readonly name = 'preview of a template';
  readonly table: PrintTable = { name: 'template_preview', id: 'id' };
  private document?: CertificateDocument;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
    private readonly previews: PreviewRepository,
    private readonly signatories: SignatoryRepository,
    private readonly marks: MarkRepository,
    private readonly pictures: Pictures,
    private readonly welsh: WelshNameRepository,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async gather(id: string): Promise<PreviewedCertificate | undefined> {
    const preview = await this.previews.gather(id);
    if (!preview) return undefined;
    const { sample, template } = preview;
    const [tx, today] = [this.source.manager, dayInLondon(this.clock.now())];
    const [councilCy, signatories, mark] = await Promise.all([
      this.welsh.council(tx),
      this.signatories.current(tx, today),
      this.marks.current(tx, today),
    ]);
    const facts = previewFacts(sample, template.layout.languages, {
      council: this.council.current.name,
      ...(councilCy !== undefined && { councilCy }),
      signatories,
      ...(mark && { mark }),
      number: specimenNumber(this.config.CERTIFICATE_PREFIX),
    });
    return { id, template, facts };
  }

  async sheet({ facts, template: version }: PreviewedCertificate): Promise<Sheet> {
    this.document ??= new CertificateDocument(this.config.SITE_ORIGIN, (id) => this.pictures.dataUrl(id));
    const sheet = await this.document.sheet({ facts, template: SECOND_DESIGN, version, secret: SECRET });
    return { ...asSpecimen(sheet), picture: PAPER };
  }

  expected({ facts, template }: PreviewedCertificate): ExpectedPdf {
    const expected = expectedCertificate(facts, template);
    return { ...expected, title: specimenTitle(expected.title) };
  }

  /** What the desk looks at: not every browser shows a PDF inside a page. */
  printed(tx: EntityManager, { id }: PreviewedCertificate, picture?: Uint8Array): Promise<void> {
    return this.previews.picture(tx, id, picture);
  }
}
