import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Council, QUEUES } from '@induct/platform';
import type { DocumentKind, ExpectedPdf, PrintTable, Sheet } from '@induct/printing';
import { DataSource } from 'typeorm';
import { Editions, type PublishedEdition } from './editions.service';
import type { PaperFacts } from './handbook-paper.view';
import { HandbookPaperEntity } from './handbook-paper.entity';
import { HandbookEditionEntity } from './handbook-edition.entity';
import { HandbookDocument } from './handbook.document';

/** Editions are printed once for each district, when they come out: next year a copy has the same bytes. */
@Injectable()
export class PrintedHandbooks implements DocumentKind<PaperFacts> {
  static readonly queue = QUEUES.handbooks;
  static readonly atOnce = 1;
  readonly name = 'handbook';
  readonly table: PrintTable = { name: 'handbook_paper', id: 'id', once: true };
  private readonly document: HandbookDocument;

  constructor(
    @Inject(CONFIG) config: Config,
    council: Council,
    private readonly source: DataSource,
    private readonly editions: Editions,
  ) {
    this.document = new HandbookDocument(() => council.current.name, config.SITE_ORIGIN);
  }

  async gather(id: string): Promise<PaperFacts | undefined> {
    const paper = await this.source.manager.findOneBy(HandbookPaperEntity, { id });
    if (!paper) return undefined;
    const edition = await this.source.manager.findOneBy(HandbookEditionEntity, { id: paper.editionId });
    if (!edition?.publishedAt) return undefined;
    const { district } = paper;
    return {
      edition: edition as PublishedEdition,
      district,
      tree: await this.editions.said(edition as PublishedEdition, district),
    };
  }

  sheet(facts: PaperFacts): Promise<Sheet> {
    return this.document.sheet(facts);
  }

  expected(facts: PaperFacts): ExpectedPdf {
    return this.document.expected(facts);
  }
}
