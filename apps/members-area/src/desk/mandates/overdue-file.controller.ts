import { Get, Query, Req, Res } from '@nestjs/common';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { OverdueFilter } from './overdue-filter';
import { OverduePages } from './overdue-pages';
import { overdueColumns } from './overdue.view';

/** What is overdue as a file. */
@Screen({ path: 'admin/mandates', access: ['officer', 'champion'] })
export class OverdueFileController {
  constructor(
    private readonly overdue: OverduePages,
    private readonly lists: ListsAway,
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
    const today = dayInLondon(this.clock.now());
    return await this.lists.send(request, reply, {
      name: 'overdue',
      columns: overdueColumns(today, person.roles.includes('officer')),
      batches: this.overdue.all(person, filter),
      record: {
        actorId: person.id,
        action: 'mandate.overdue-exported',
        subjectType: 'mandate',
        subjectId: filter.mandate || 'all',
        detail: { show: filter.show || 'overdue', searched: filter.q !== '' },
      },
    });
  }
}
