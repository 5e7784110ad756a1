import { Get, Query, Render } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { Screen } from '../../frame/screen';
import { asOfView } from './as-of.view';
import { SitFilter } from './sit-filter';
import { ThenAndNowQueries } from './then-and-now.queries';

/** Who could sit on a day that is over, as it was known at its end and as it is known now. */
@Screen({
  path: 'admin/as-of',
  access: ['officer'],
  title: 'Who could sit on a day',
  under: 'admin/sit',
})
export class AsOfController {
  constructor(
    private readonly queries: ThenAndNowQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/sit/as-of.page.njk')
  async show(@Query() query: unknown) {
    const now = this.clock.now();
    const { asked, bodies, rows } = await this.queries.answer(SitFilter.parse(query), now);
    return asOfView(asked, bodies, rows, now);
  }
}
