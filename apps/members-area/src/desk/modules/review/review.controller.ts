import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { shippedModules } from '@induct/authoring';
import { FactUnfit, ReviewAnsweredMeanwhile, Reviews } from '@induct/course';
import { Council } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { NotHere } from '../../../frame/not-here';
import { Screen } from '../../../frame/screen';
import { DraftsQueries } from '../../drafts/drafts.queries';
import { ModulesQueries } from '../modules.queries';
import { ChangedForm, ConfirmForm } from './review.form';
import { reviewHref, reviewView, type Written } from './review.view';

const PAGE = 'desk/modules/review/review.page.njk';
const CHANGED = 'desk/modules/review/changed.page.njk';
const NEWS = ['confirmed', 'changed', 'dated'];

/** What of a module the council has to look at, item by item, with the name of whoever has. */
@Screen({
  path: 'admin/modules/:slug/review',
  access: ['officer'],
  title: 'Review',
  pages: { ':item': 'It has changed' },
  back: 'Review',
})
export class ReviewController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly reviews: Reviews,
    private readonly council: Council,
    private readonly drafts: DraftsQueries,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('slug') slug: string, @Query('done') done: unknown) {
    return { news: NEWS.find((one) => one === done), ...(await this.page(slug, NO_PROBLEMS)) };
  }

  @Post()
  async confirm(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: ConfirmForm,
      sent,
      page: PAGE,
      view: (_form, problems) => this.page(slug, problems),
      refusals: [atField(ReviewAnsweredMeanwhile, 'items')],
      take: async ({ items, seen }) => {
        await this.reviews.confirm(slug, { items, seen }, officer.id);
        return `${reviewHref(slug)}?done=confirmed`;
      },
    });
  }

  @Get(':item')
  @Render(CHANGED)
  async ask(@Param('slug') slug: string, @Param('item') item: string) {
    return await this.changedPage(slug, item, {}, NO_PROBLEMS);
  }

  @Post(':item')
  async changed(
    @Param('slug') slug: string,
    @Param('item') item: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: ChangedForm,
      sent,
      page: CHANGED,
      view: (form, problems) => this.changedPage(slug, item, form, problems),
      refusals: [atField(FactUnfit, 'words')],
      take: async ({ words }) => {
        await this.reviews.needsChange(slug, item, words, officer.id);
        return `${reviewHref(slug)}?done=changed`;
      },
    });
  }

  private async page(slug: string, problems: FormProblems) {
    const module = await this.module(slug);
    const review = await this.reviews.of(slug);
    return {
      module,
      href: reviewHref(slug),
      review: review && reviewView(review, this.council.current.shortName, await this.written(module.id, module.title)),
      ...problems,
    };
  }

  private async changedPage(slug: string, id: string, form: Fields, problems: FormProblems) {
    const module = await this.module(slug);
    const item = (await this.reviews.of(slug))?.items.find((one) => one.id === id && one.asks !== 'watch');
    if (!item) throw new NotHere('fact to confirm');
    return {
      module,
      back: reviewHref(slug),
      href: `${reviewHref(slug)}/${encodeURIComponent(id)}`,
      item,
      form,
      ...problems,
    };
  }

  /** Drafts of the module, or that became it; a module that comes with Induct is known by its title. */
  private async written(courseId: string, title: string): Promise<Written> {
    const [draft, shipped] = await Promise.all([this.drafts.ofModule(courseId), shippedModules()]);
    return { courseId, draft, shipped: shipped.find((one) => one.title === title)?.slug };
  }

  private async module(slug: string) {
    const module = await this.modules.find(slug);
    if (!module) throw new NotHere('module');
    return { id: module.id, title: module.title };
  }
}
