import { Get, Inject, Query, Render } from '@nestjs/common';
import { Clock, dayInLondon, PageUseQueries } from '@induct/platform';
import { Screen } from '../../frame/screen';
import { SITE_PLAN, type SitePlan } from '../../frame/site-plan';
import { timeOf, UsageFilter } from './usage-filter';
import { usageView } from './usage.view';

/** How often pages are read: counted without a cookie and without anything about anybody. */
@Screen({
  path: 'admin/usage',
  access: ['officer', 'administrator', 'auditor'],
  title: 'How often pages are read',
  menu: { area: 'desk', group: 'Website', text: 'Use of pages', order: 79 },
})
export class UsageController {
  constructor(
    private readonly use: PageUseQueries,
    private readonly clock: Clock,
    @Inject(SITE_PLAN) private readonly plan: Pick<SitePlan, 'titleOf'>,
  ) {}

  @Get()
  @Render('desk/usage/usage.page.njk')
  async show(@Query() query: unknown) {
    const filter = UsageFilter.parse(query);
    const { first, last } = timeOf(filter, dayInLondon(this.clock.now()));
    const [pages, days] = await Promise.all([this.use.pages(first, last), this.use.days(first, last)]);
    return usageView({ filter, first, last, pages, days, titleOf: (route) => this.plan.titleOf(route) });
  }
}
