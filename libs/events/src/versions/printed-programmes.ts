import { Injectable } from '@nestjs/common';
import { Council, inLanguage, QUEUES, readerCouncil } from '@induct/platform';
import type { DocumentKind, ExpectedPdf, PrintTable, Sheet } from '@induct/printing';
import { ProgrammeDocument } from './programme.document';
import { type PaperRow, VersionsRepository } from './versions.repository';

/** Versions of the programme that were approved are printed, for whoever keeps paper. */
@Injectable()
export class PrintedProgrammes implements DocumentKind<PaperRow> {
  static readonly queue = QUEUES.programmes;
  static readonly atOnce = 1;
  readonly name = 'programme';
  readonly table: PrintTable = { name: 'programme_paper', id: 'id' };
  private readonly document: ProgrammeDocument;

  constructor(
    private readonly council: Council,
    private readonly versions: VersionsRepository,
  ) {
    this.document = new ProgrammeDocument(() => readerCouncil(council.current));
  }

  gather(id: string): Promise<PaperRow | undefined> {
    return this.versions.paper(id);
  }

  sheet(paper: PaperRow): Sheet {
    return this.say(paper, () => this.document.sheet(paper));
  }

  expected(paper: PaperRow): ExpectedPdf {
    return this.say(paper, () => this.document.expected(paper));
  }

  private say<T>({ language }: PaperRow, work: () => T): T {
    return inLanguage(language, work, this.council.current);
  }
}
