import { Get, Inject, Query, Render, Req, Res } from '@nestjs/common';
import { Clock, dayInLondon, daysLater, PageUseQueries } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { SITE_PLAN, type SitePlan } from '../../frame/site-plan';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { UsageFilter } from './usage-filter';
import { usageColumns, usageView } from './usage.view';

/** How often pages are read: counted without a cookie and without anything about anybody. */
@Screen({
  path: 'admin',
  access: ['officer', 'administrator', 'auditor'],
  pages: { usage: 'How often pages are read' },
})
export class UsageController {
  constructor(
    private readonly use: PageUseQueries,
    private readonly lists: ListsAway,
    private readonly clock: Clock,
    @Inject(SITE_PLAN) private readonly plan: Pick<SitePlan, 'titleOf'>,
  ) {}

  @Get('usage')
  @Render('desk/usage/usage.page.njk')
  async show(@Query() query: unknown) {
    const filter = UsageFilter.parse(query);
    const { first, last } = this.timeOf(filter);
    const [pages, days] = await Promise.all([this.use.pages(first, last), this.use.days(first, last)]);
    return usageView({ filter, first, last, pages, days, titleOf: (route) => this.plan.titleOf(route) });
  }

  @Get(fileAddresses('usage'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() reader: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { first, last } = this.timeOf(UsageFilter.parse(query));
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

  private timeOf({ days }: UsageFilter) {
    const last = dayInLondon(this.clock.now());
    return { first: daysLater(last, 1 - Number(days)), last };
  }
}

async function* once<Row>(rows: Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield await rows;
}
