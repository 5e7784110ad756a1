import { Injectable } from '@nestjs/common';
import { Council, QUEUES } from '@induct/platform';
import type { DocumentKind, ExpectedPdf, PrintTable, Sheet } from '@induct/printing';
import { ProgrammeDocument } from './programme.document';
import { type PaperRow, VersionsRepository } from './versions.repository';

/** Versions of the programme that were approved are printed, for whoever keeps paper. */
@Injectable()
export class PrintedProgrammes implements DocumentKind<PaperRow> {
  static readonly queue = QUEUES.programmes;
  static readonly atOnce = 1;
  readonly name = 'programme';
  readonly table: PrintTable = { name: 'programme_paper', id: 'version_id' };
  private readonly document: ProgrammeDocument;

  constructor(
    council: Council,
    private readonly versions: VersionsRepository,
  ) {
    this.document = new ProgrammeDocument(() => council.current.name);
  }

  gather(versionId: string): Promise<PaperRow | undefined> {
    return this.versions.paper(versionId);
  }

  sheet(paper: PaperRow): Sheet {
    return this.document.sheet(paper);
  }

  expected(paper: PaperRow): ExpectedPdf {
    return this.document.expected(paper);
  }
}
