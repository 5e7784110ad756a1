import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Council, inLanguage, QUEUES, readerCouncil } from '@induct/platform';
import type { DocumentKind, ExpectedPdf, PrintTable, Sheet } from '@induct/printing';
import { DataSource } from 'typeorm';
import { Editions, type PublishedEdition } from './editions.service';
import type { PaperFacts } from './handbook-paper.view';
import { HandbookPaperEntity } from './handbook-paper.entity';
import { HandbookEditionEntity } from './handbook-edition.entity';
import { HandbookDocument } from './handbook.document';

/** Editions are printed once for each district and language, when they come out: next year a copy has the same bytes. */
@Injectable()
export class PrintedHandbooks implements DocumentKind<PaperFacts> {
  static readonly queue = QUEUES.handbooks;
  static readonly atOnce = 1;
  readonly name = 'handbook';
  readonly table: PrintTable = { name: 'handbook_paper', id: 'id', once: true };
  private readonly document: HandbookDocument;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly council: Council,
    private readonly source: DataSource,
    private readonly editions: Editions,
  ) {
    this.document = new HandbookDocument(() => readerCouncil(council.current), config.SITE_ORIGIN);
  }

  async gather(id: string): Promise<PaperFacts | undefined> {
    const paper = await this.source.manager.findOneBy(HandbookPaperEntity, { id });
    if (!paper) return undefined;
    const edition = await this.source.manager.findOneBy(HandbookEditionEntity, { id: paper.editionId });
    if (!edition?.publishedAt) return undefined;
    const { district, language } = paper;
    return {
      edition: edition as PublishedEdition,
      district,
      language,
      tree: await this.editions.said(edition as PublishedEdition, district),
    };
  }

  async sheet(facts: PaperFacts): Promise<Sheet> {
    const say = <T>(work: () => T): T => inLanguage(facts.language, work, this.council.current);
    const sheet = await say(() => this.document.sheet(facts));
    // Its second print is laid out when nobody says a language any more.
    return { ...sheet, contents: (headings) => say(() => sheet.contents!(headings)) };
  }

  expected(facts: PaperFacts): ExpectedPdf {
    return inLanguage(facts.language, () => this.document.expected(facts), this.council.current);
  }
}
