import { Get, Query, Render } from '@nestjs/common';
import { Reviews } from '@induct/course';
import { Screen } from '../../../frame/screen';
import { filtered, PageOf } from '../../../lists/filter';
import { listView } from '../../../lists/list';
import { pageWithin } from '../../../lists/paging';
import { REVIEW_COLUMNS } from './review.view';

const PER_PAGE = 25;
const pages = filtered(PageOf, '/admin/reviews');

/** When each module is to be reviewed, and how far that is. */
@Screen({
  path: 'admin/reviews',
  access: ['officer'],
  title: 'Reviews of modules',
  menu: { area: 'desk', group: 'Learning', text: 'Reviews', order: 36 },
})
export class ReviewsController {
  constructor(private readonly reviews: Reviews) {}

  @Get()
  @Render('desk/modules/review/reviews.page.njk')
  async list(@Query() query: unknown) {
    const all = await this.reviews.all();
    const page = pageWithin(PageOf.parse(query).page, PER_PAGE, all.length);
    return {
      list: listView({
        columns: REVIEW_COLUMNS,
        rows: all.slice((page - 1) * PER_PAGE, page * PER_PAGE),
        caption: 'Modules by the date of their review',
        page,
        per: PER_PAGE,
        total: all.length,
        href: (to) => pages.address({ page: to }),
      }),
    };
  }
}
