import { Injectable } from '@nestjs/common';
import { planned, Transactions } from '@induct/platform';
import { MOST_ATTEMPTS } from '@induct/printing';
import { DataSource } from 'typeorm';
import type { ReportPdf, RoundReport } from './report';
import { REPORT, type ReportFacts, reportOf } from './report.facts';
import { ReportWishes } from './report-wishes';
import { RoundNotFound } from '../rules/steering.errors';

/** The PDF as it was last made, which may not be of how things stand now. */
interface PdfRow {
  made: boolean;
  failed: boolean;
  /** In hex, as FileStore takes it. */
  sha256: string;
  bytes: number;
  madeAt: Date;
}

/** The reports on rounds for the steering group's papers. */
@Injectable()
export class RoundReports {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly wishes: ReportWishes,
  ) {}

  /** As things stand now. */
  async of(roundId: string): Promise<RoundReport | undefined> {
    const [facts] = await planned<ReportFacts>(this.source, 'report on a round', REPORT, [roundId]);
    return facts && reportOf(facts);
  }

  /** Wishes for a PDF of how things stand now, also when the last one could not be made. @throws RoundNotFound */
  async ask(roundId: string): Promise<void> {
    if (!(await this.transactions.run((tx) => this.wishes.asked(tx, roundId)))) throw new RoundNotFound();
  }

  async pdf(roundId: string): Promise<ReportPdf> {
    const [row] = await this.source.query<PdfRow[]>(
      `select made_of is not distinct from revision as made, error is not null and attempts >= $2 as failed,
              encode(sha256, 'hex') as sha256, bytes, made_at as "madeAt"
         from round_report where round_id = $1`,
      [roundId, MOST_ATTEMPTS],
    );
    if (!row) return { state: 'none' };
    const { made, failed, sha256, bytes, madeAt } = row;
    if (made) return { state: 'made', sha256, bytes, madeAt };
    return { state: failed ? 'failed' : 'being made' };
  }
}
