import { Controller, Get, Param, Render, Res, StreamableFile } from '@nestjs/common';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/people';
import { DomainError, FileStore } from '@induct/platform';
import { type RoundDetail, RoundNotFound, RoundReports } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { READERS } from '../readers';
import { RoundPages } from '../rounds/round-pages';
import { reportView } from './report.view';

export class ReportIsBeingMade extends DomainError {
  readonly status = 409;
  readonly title = 'This report’s PDF is not ready yet';
  override readonly remedy = 'It is made when the round closes, which takes a few seconds. Please look again.';
}

/** What the steering group's papers say about a round, as a page and as a PDF. */
@Controller('testing/rounds/:roundId')
@Access(...READERS)
export class ReportController {
  constructor(
    private readonly pages: RoundPages,
    private readonly reports: RoundReports,
    private readonly files: FileStore,
  ) {}

  @Get('report')
  @Render('testing/report/report.page.njk')
  async show(@Param('roundId') roundId: string, @CurrentPerson() reader: SignedInPerson) {
    const round = await this.pages.find(roundId, reader);
    const report = await this.reports.of(round.id);
    if (!report) throw new RoundNotFound();
    return reportView(report, pdfOf(round));
  }

  @Get('report.pdf')
  async pdf(
    @Param('roundId') roundId: string,
    @CurrentPerson() reader: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const round = await this.pages.find(roundId, reader);
    if (!round.reportSha256 || !(await this.files.has(round.reportSha256))) throw new ReportIsBeingMade();
    void reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Testing report ${round.courseSlug} round ${round.number}.pdf"`,
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(this.files.stream(round.reportSha256));
  }
}

function pdfOf({ state, reportSha256 }: RoundDetail): 'ready' | 'being made' | 'when it closes' {
  if (state === 'open') return 'when it closes';
  return reportSha256 ? 'ready' : 'being made';
}
