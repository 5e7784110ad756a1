import { Get, Query, Render, Req } from '@nestjs/common';
import { LibraryLists } from '@induct/handbook';
import { britishDate, Clock, dayInLondon } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import type { Fields } from '../../forms/form-problems';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { pageOrLast } from '../../lists/page-or-last';
import { hrefOfPage } from '../../lists/pagination';
import { paging } from '../../lists/paging';
import { linkWords } from './link-words';
import { deskHref, linkTag, reviewTag } from './library-desk.view';
import { nextReview } from './next-review';

const PER_PAGE = 10;
const DUE = { q: '', kind: '', audience: '', state: '', wants: 'review' } as const;

/** What somebody has to look through: overdue, or within sixty days. One press says that it is still right. */
@Screen({ path: 'admin/library/reviews', access: ['officer'], title: 'Reviews of the library' })
export class LibraryReviewsController {
  constructor(
    private readonly lists: LibraryLists,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/library/reviews.page.njk')
  async list(@Query() query: Fields, @Req() request: FastifyRequest) {
    const today = dayInLondon(this.clock.now());
    const read = (page: number) => this.lists.page(DUE, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const { rows, total, page } = await pageOrLast(read, PageOf.parse(query).page, PER_PAGE);
    const next = nextReview(today);
    return {
      done: query['done'],
      total,
      next: britishDate(next),
      nextFields: dayFields('next', next),
      due: rows.map((resource) => ({
        title: resource.title,
        href: deskHref(resource.resourceId),
        number: resource.number,
        owner: resource.owner,
        by: britishDate(resource.reviewBy),
        tags: [reviewTag(resource, today), linkTag(resource)].filter((tag) => tag),
        link: resource.url && linkWords(resource),
        url: resource.url,
      })),
      list: paging(page, PER_PAGE, total, (to) => hrefOfPage(request.url, to)),
    };
  }
}
