import { Get, Query, Req, Res } from '@nestjs/common';
import { EventProposals } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { eachPage } from '../../lists/each-page';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { ProposalsFilter } from './proposals-filter';
import { PROPOSALS } from './proposals.view';

/** Read at once: a file does not ask the database for every screenful. */
const PER_READ = 500;

/** Proposals as a file. */
@Screen({ path: 'admin', access: ['officer'] })
export class ProposalsFileController {
  constructor(
    private readonly proposals: EventProposals,
    private readonly lists: ListsAway,
  ) {}

  @Get(fileAddresses('proposals'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const filter = ProposalsFilter.parse(query);
    const read = (page: number) => this.proposals.page(filter, { limit: PER_READ, offset: (page - 1) * PER_READ });
    return await this.lists.send(request, reply, {
      name: 'proposals',
      columns: PROPOSALS,
      batches: eachPage(read, PER_READ),
      record: {
        actorId: officer.id,
        action: 'event-proposals.exported',
        subjectType: 'programme',
        subjectId: 'proposals',
        detail: { state: filter.state || 'all' },
      },
    });
  }
}
