import { Injectable } from '@nestjs/common';
import { Council, QUEUES } from '@induct/platform';
import type { DocumentKind, ExpectedPdf, PrintTable, Sheet } from '@induct/printing';
import type { RoundReport } from './report';
import { ReportDocument } from './report.document';
import { RoundReports } from './report.queries';

/** Reports on rounds are printed anew when what they say has changed. */
@Injectable()
export class PrintedReports implements DocumentKind<RoundReport> {
  static readonly queue = QUEUES.reports;
  /** Certificates are waited for, papers are not. */
  static readonly atOnce = 1;
  readonly name = 'report';
  readonly table: PrintTable = { name: 'round_report', id: 'round_id' };
  private readonly document: ReportDocument;

  constructor(
    council: Council,
    private readonly reports: RoundReports,
  ) {
    this.document = new ReportDocument(() => council.current.name);
  }

  gather(roundId: string): Promise<RoundReport | undefined> {
    return this.reports.of(roundId);
  }

  sheet(report: RoundReport, at: Date): Sheet {
    return this.document.sheet(report, at);
  }

  expected(report: RoundReport): ExpectedPdf {
    return this.document.expected(report);
  }
}
