import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { Clock, dayInLondon, PageUseQueries } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { SITE_PLAN, type SitePlan } from '../../frame/site-plan';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { timeOf, UsageFilter } from './usage-filter';
import { usageColumns } from './usage.view';

/** How often pages are read, as a file. */
@Screen({ path: 'admin', access: ['officer', 'administrator', 'auditor'] })
export class UsageFileController {
  constructor(
    private readonly use: PageUseQueries,
    private readonly lists: ListsAway,
    private readonly clock: Clock,
    @Inject(SITE_PLAN) private readonly plan: Pick<SitePlan, 'titleOf'>,
  ) {}

  @Get(fileAddresses('usage'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() reader: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { first, last } = timeOf(UsageFilter.parse(query), dayInLondon(this.clock.now()));
    return await this.lists.send(request, reply, {
      name: 'usage',
      columns: usageColumns((route) => this.plan.titleOf(route)),
      batches: once(this.use.pages(first, last)),
      record: {
        actorId: reader.id,
        action: 'usage.exported',
        subjectType: 'usage',
        subjectId: 'all',
        detail: { first, last },
      },
    });
  }
}

async function* once<Row>(rows: Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield await rows;
}
