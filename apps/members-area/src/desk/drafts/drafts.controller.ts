import { Body, Get, Post, Query, Render, Res } from '@nestjs/common';
import { DraftNotFound, Drafts, shippedModules } from '@induct/authoring';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { filtered, PageOf } from '../../lists/filter';
import { listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { draftHref, DRAFTS } from './addresses';
import { BeginForm } from './begin.form';
import { DRAFT_COLUMNS, removedView } from './drafts.view';
import { DraftsQueries } from './drafts.queries';

const NEW = 'desk/drafts/new.page.njk';
const PER_PAGE = 25;
const pages = filtered(PageOf, DRAFTS);

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
    const total = await this.queries.count();
    const read = async (page: number) => ({ rows: await this.queries.page(PER_PAGE, (page - 1) * PER_PAGE), total });
    const [{ rows, page }, removed] = await Promise.all([
      pageOrLast(read, PageOf.parse(query).page, PER_PAGE),
      this.queries.removed(),
    ]);
    return {
      isRemoved: (query as { done?: unknown }).done === 'removed',
      removed: removed.map(removedView),
      list: listView({
        columns: DRAFT_COLUMNS,
        rows,
        caption: 'Modules that are being written, the last changed first',
        page,
        per: PER_PAGE,
        total,
        href: (to) => pages.address({ page: to }),
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
