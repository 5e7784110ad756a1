import { Get, HttpStatus, Param, Post, Render, Res, StreamableFile } from '@nestjs/common';
import { Clock, dayInLondon, FileStore } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { RoundNotFound, RoundReports } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { isId } from '../../frame/not-here';
import { READERS } from '../readers';
import { RoundPages } from '../rounds/round-pages';
import { mayRead } from '../round.rights';
import { ReportIsNotReady } from './report.errors';
import { reportView } from './report.view';

/** What the steering group's papers say about a round, as a page and as a PDF. */
@Screen({ path: 'testing/rounds/:roundId', access: READERS, pages: { report: 'Report on a test round' } })
export class ReportController {
  constructor(
    private readonly pages: RoundPages,
    private readonly reports: RoundReports,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  @Get('report')
  @Render('testing/report/report.page.njk')
  async show(@Param('roundId') roundId: string, @CurrentPerson() reader: SignedInPerson) {
    if (!isId(roundId)) throw new RoundNotFound();
    const [report, pdf] = await Promise.all([this.reports.of(roundId), this.reports.pdf(roundId)]);
    if (!report || !mayRead(report.testers, reader)) throw new RoundNotFound();
    return reportView(report, pdf, reader.roles.includes('officer'), dayInLondon(this.clock.now()));
  }

  /** Wishes for a PDF of how things stand now. */
  @Post('report')
  @Access('officer')
  async ask(
    @Param('roundId') roundId: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const round = await this.pages.find(roundId, officer);
    await this.reports.ask(round.id);
    return reply.redirect(`/testing/rounds/${round.id}/report`, HttpStatus.SEE_OTHER);
  }

  @Get('report.pdf')
  async pdf(
    @Param('roundId') roundId: string,
    @CurrentPerson() reader: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { id, number, courseSlug } = await this.pages.find(roundId, reader);
    const pdf = await this.reports.pdf(id);
    if (pdf.state !== 'made') throw new ReportIsNotReady();
    void reply.headers({
      'content-type': 'application/pdf',
      'content-length': pdf.bytes,
      'content-disposition': `attachment; filename="round-${number}-of-${courseSlug}.pdf"`,
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(this.files.stream(pdf.sha256));
  }
}
