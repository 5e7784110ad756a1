import { Body as Sent, Get, Post, Query, Render, Res } from '@nestjs/common';
import { Library, LibraryLists, LibraryReading } from '@induct/handbook';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { pageOrLast } from '../../lists/page-or-last';
import { DESK, LibraryDeskFilter } from './library-desk-filter';
import { deskHref, deskListView, PER_PAGE, resourceFormView } from './library-desk.view';
import { nextReview } from './next-review';
import { ResourceForm } from './resource.form';

const FORM = 'desk/library/resource-form.page.njk';

/** The library, for those who look after it. */
@Screen({
  path: 'admin/library',
  access: ['officer'],
  title: 'Library',
  pages: { new: 'Add to the library' },
  menu: { area: 'desk', group: 'Learning', text: 'Library', order: 52 },
  back: 'Library',
})
export class LibraryDeskController {
  constructor(
    private readonly library: Library,
    private readonly lists: LibraryLists,
    private readonly reading: LibraryReading,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/library/library.page.njk')
  async list(@Query() query: unknown) {
    const filter = LibraryDeskFilter.parse(query);
    const read = (page: number) => this.lists.page(filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const [{ rows, total, page }, attention] = await Promise.all([
      pageOrLast(read, filter.page, PER_PAGE),
      this.lists.attention(),
    ]);
    return deskListView({ ...filter, page }, { rows, total, attention, today: dayInLondon(this.clock.now()) });
  }

  @Get('new')
  @Render(FORM)
  async blank() {
    const next = dayFields('review', nextReview(dayInLondon(this.clock.now())));
    return await this.formPage({ audience: 'members', language: 'en', ...next }, NO_PROBLEMS);
  }

  @Post()
  async add(@Sent() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: ResourceForm,
      sent,
      page: FORM,
      view: (form, problems) => this.formPage(form, problems),
      take: async ({ text, reviewBy }) => {
        const id = await this.library.add(text, { reviewBy, by: officer.id });
        return `${deskHref(id)}?done=added`;
      },
    });
  }

  private async formPage(form: Fields, problems: FormProblems) {
    const freeze = await this.reading.freeze();
    return resourceFormView({ name: undefined, to: DESK, back: DESK, freeze }, form, problems);
  }
}
