import { Get, Query, Req, Res } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses, fileKindOf, sendListFile } from '../../lists/list-file';
import { OverdueFilter } from './overdue-filter';
import { OverduePages } from './overdue-pages';
import { overdueColumns } from './overdue.view';

/** What is overdue as a file. Taking it away is on record. */
@Screen({ path: 'admin/mandates', access: ['officer', 'champion'] })
export class OverdueFileController {
  constructor(
    private readonly overdue: OverduePages,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get(fileAddresses('overdue'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const filter = OverdueFilter.parse(query);
    const kind = fileKindOf(request);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: person.id,
        action: 'mandate.overdue-exported',
        subjectType: 'mandate',
        subjectId: filter.mandate || 'all',
        detail: { show: filter.show || 'overdue', searched: filter.q !== '', as: kind },
      }),
    );
    const today = dayInLondon(this.clock.now());
    return await sendListFile(reply, {
      kind,
      name: `overdue-${today}`,
      columns: overdueColumns(today, person.roles.includes('officer')),
      batches: this.overdue.all(person, filter),
    });
  }
}
