import { Get, Query, Render } from '@nestjs/common';
import { Screen } from '../../frame/screen';
import { pageWithin } from '../../lists/paging';
import { rowsOf } from './figures';
import { FiguresQueries } from './figures.queries';
import { ProgressFilter } from './progress-filter';
import { ProgressQueries } from './progress.queries';
import { progressView } from './progress.view';

/** Who has done what. */
@Screen({
  path: 'admin/progress',
  access: ['officer'],
  title: 'Progress',
  menu: { area: 'desk', group: 'Learning', text: 'Progress', order: 20 },
})
export class ProgressController {
  constructor(
    private readonly progress: ProgressQueries,
    private readonly figures: FiguresQueries,
  ) {}

  @Get()
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
}
