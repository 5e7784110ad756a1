import { Get, Query, Res } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, FileStore, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { wholeFile } from '../../lists/whole-file';
import { ProgressFilter } from './progress-filter';
import { progressCsv } from './progress.csv';
import { ProgressQueries } from './progress.queries';

/** The list of progress as a file: whole, whatever its length. Taking it away is on record. */
@Screen({ path: 'admin/progress.csv', access: ['officer'] })
export class ProgressFileController {
  constructor(
    private readonly progress: ProgressQueries,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  @Get()
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
