import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import { Reviews } from '@induct/course';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../../forms/day-fields';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { FieldIsWrong, takeForm } from '../../../forms/take-form';
import { NotHere } from '../../../frame/not-here';
import { Screen } from '../../../frame/screen';
import { ReviewDateForm } from './review.form';
import { reviewHref } from './review.view';

const PAGE = 'desk/modules/review/review-date.page.njk';

/** By when a module is to be reviewed. */
@Screen({ path: 'admin/modules/:slug/review-date', access: ['officer'], title: 'Date of the review' })
export class ReviewDateController {
  constructor(
    private readonly reviews: Reviews,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('slug') slug: string) {
    const { reviewBy } = await this.found(slug);
    return await this.page(slug, reviewBy === null ? {} : dayFields('by', reviewBy), NO_PROBLEMS);
  }

  @Post()
  async set(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: ReviewDateForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(slug, form, problems),
      take: async ({ by }) => {
        if (by <= dayInLondon(this.clock.now())) throw new FieldIsWrong('by-day', 'The day must be in the future');
        await this.reviews.reviewAgainBy(slug, by, officer.id);
        return `${reviewHref(slug)}?done=dated`;
      },
    });
  }

  private async page(slug: string, form: Fields, problems: FormProblems) {
    const { title } = await this.found(slug);
    return { title, back: reviewHref(slug), href: `${reviewHref(slug)}-date`, form, ...problems };
  }

  private async found(slug: string) {
    const review = await this.reviews.of(slug);
    if (!review) throw new NotHere('review');
    return review;
  }
}
