import { Get, Query, Req, Res } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, FileStore, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses, fileKindOf, sendListFile } from '../../lists/list-file';
import { wholeFile } from '../../lists/whole-file';
import { ProgressFilter } from './progress-filter';
import { PROGRESS_FILE } from './progress.file';
import { ProgressQueries } from './progress.queries';

/** The list of progress as a file: whole, whatever its length. Taking it away is on record. */
@Screen({ path: 'admin', access: ['officer'] })
export class ProgressFileController {
  constructor(
    private readonly progress: ProgressQueries,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  @Get(fileAddresses('progress'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const filter = ProgressFilter.parse(query);
    const kind = fileKindOf(request);
    const { module, group, status, search } = filter;
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'progress.exported',
        subjectType: 'progress',
        subjectId: module || 'all',
        detail: { module, group, status, searched: search !== '', as: kind },
      }),
    );
    return await sendListFile(reply, {
      kind,
      name: `progress-${dayInLondon(this.clock.now())}`,
      columns: PROGRESS_FILE,
      batches: this.progress.all(filter),
      gathered: (pieces) => wholeFile(this.files, pieces),
    });
  }
}
