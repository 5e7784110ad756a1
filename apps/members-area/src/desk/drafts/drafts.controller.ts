import { Body, Get, Post, Query, Render, Res } from '@nestjs/common';
import { DraftNotFound, Drafts, shippedModules } from '@induct/authoring';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { filtered, pageNumber } from '../../lists/filter';
import { listView } from '../../lists/list';
import { pageWithin, paging } from '../../lists/paging';
import { draftHref, DRAFTS } from './frame/addresses';
import { BeginForm } from './begin.form';
import { DRAFT_COLUMNS, removedView } from './drafts.view';
import { DraftsQueries } from './drafts.queries';

const NEW = 'desk/drafts/new.page.njk';
const PER_PAGE = 25;
/** Of what is written, and of what was removed: two lists on one page. */
const PagesOf = z.object({ page: pageNumber, removed: pageNumber });
const pages = filtered(PagesOf, DRAFTS);

/** Modules that are written here. */
@Screen({
  path: 'admin/drafts',
  access: ['officer'],
  title: 'Write a module',
  pages: { new: 'Begin a module' },
  menu: { area: 'desk', group: 'Learning', text: 'Write a module', order: 31 },
})
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly queries: DraftsQueries,
  ) {}

  @Get()
  @Render('desk/drafts/drafts.page.njk')
  async list(@Query() query: unknown) {
    const asked = PagesOf.parse(query);
    const [total, totalRemoved] = await Promise.all([this.queries.count(), this.queries.countRemoved()]);
    const page = pageWithin(asked.page, PER_PAGE, total);
    const removed = pageWithin(asked.removed, PER_PAGE, totalRemoved);
    const [rows, removedRows] = await Promise.all([
      this.queries.page(PER_PAGE, (page - 1) * PER_PAGE),
      this.queries.removed(PER_PAGE, (removed - 1) * PER_PAGE),
    ]);
    return {
      isRemoved: (query as { done?: unknown }).done === 'removed',
      removed: {
        rows: removedRows.map(removedView),
        ...paging(removed, PER_PAGE, totalRemoved, (to) => `${pages.address({ page, removed: to })}#removed`),
      },
      list: listView({
        columns: DRAFT_COLUMNS,
        rows,
        caption: 'Modules that are being written, the last changed first',
        page,
        per: PER_PAGE,
        total,
        href: (to) => pages.address({ page: to, removed }),
      }),
    };
  }

  @Get('new')
  @Render(NEW)
  blank(@Query() query: Fields) {
    return this.form({ from: 'starter', ...pick(query) }, NO_PROBLEMS);
  }

  @Post()
  async begin(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: BeginForm,
      sent,
      page: NEW,
      view: (form, problems) => this.form(form, problems),
      refusals: [atField(DraftNotFound, 'from', () => 'Choose what to begin with')],
      take: async (order) => `${draftHref(await this.drafts.begin({ ...order, by: officer.id }))}?done=begun`,
    });
  }

  private async form(form: Fields, problems: FormProblems) {
    const [shipped, drafts, modules] = await Promise.all([
      shippedModules(),
      this.queries.drafts(),
      this.queries.modules(),
    ]);
    const from = [
      { value: 'starter', text: 'The pattern: three short screens that show how it is done' },
      ...shipped.map(({ slug, title }) => ({ value: `shipped:${slug}`, text: `A copy of “${title}”` })),
      ...drafts.map(({ id, title }) => ({ value: `draft:${id}`, text: `A copy of “${title}”, which is written here` })),
    ].map((item) => ({ ...item, selected: item.value === form['from'] }));
    const become = [
      { value: '', text: 'A new module' },
      ...modules.map(({ id, title }) => ({ value: id, text: `The next version of “${title}”` })),
    ].map((item) => ({ ...item, selected: item.value === form['module'] }));
    return { form, from, become, ...problems };
  }
}

/** What a link has chosen already: a next version of a module begins so. */
const pick = ({ from, module }: Fields): Fields => ({
  ...(typeof from === 'string' && { from }),
  ...(typeof module === 'string' && { module }),
});
