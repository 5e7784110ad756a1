import { Controller, Get, Query, Render, Res } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, FileStore, Transactions } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { pageWithin } from '../../lists/paging';
import { wholeFile } from '../../lists/whole-file';
import { rowsOf } from './figures';
import { FiguresQueries } from './figures.queries';
import { ProgressFilter } from './progress-filter';
import { progressCsv } from './progress.csv';
import { ProgressQueries } from './progress.queries';
import { progressView } from './progress.view';

/** Who has done what. */
@Controller('admin')
@Access('officer')
export class ProgressController {
  constructor(
    private readonly progress: ProgressQueries,
    private readonly figures: FiguresQueries,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  @Get('progress')
  @Render('desk/progress/progress.page.njk')
  async show(@Query() query: unknown) {
    const filter = ProgressFilter.parse(query);
    const [figures, choices, first] = await Promise.all([
      this.figures.byModule(filter),
      this.figures.choices(),
      this.progress.page(filter, filter.page),
    ]);
    const page = pageWithin(filter.page, filter.per, rowsOf(figures, filter.status));
    const rows = page === filter.page ? first : await this.progress.page(filter, page);
    return { ...progressView({ filter, figures, choices, rows }) };
  }

  /** Whole, whatever its length; taking it away is on record. */
  @Get('progress.csv')
  async file(@Query() query: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const filter = ProgressFilter.parse(query);
    const { module, group, status, search } = filter;
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'progress.exported',
        subjectType: 'progress',
        subjectId: module || 'all',
        detail: { module, group, status, searched: search !== '' },
      }),
    );
    const name = `progress-${dayInLondon(this.clock.now())}.csv`;
    const whole = await wholeFile(this.files, progressCsv(this.progress.all(filter)));
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(whole);
  }
}
