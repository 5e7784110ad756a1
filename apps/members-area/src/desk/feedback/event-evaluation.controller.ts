import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import { Evaluation, Programme } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { eventHref } from '../programme/session.words';
import { agreedInWords, evaluationFields, EvaluationForm, LONGEST_STATEMENT } from './evaluation.form';

const PAGE = 'desk/feedback/event-evaluation.page.njk';

/** What an event contributed to a priority, or why that is not said. */
@Screen({ path: 'admin/programme/events/:slug/evaluation', access: ['officer'], title: 'What an event contributed' })
export class EventEvaluationController {
  constructor(
    private readonly programme: Programme,
    private readonly evaluation: Evaluation,
  ) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('slug') slug: string) {
    return await this.page(slug, undefined, NO_PROBLEMS);
  }

  @Post()
  async state(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { event } = await this.programme.event(slug);
    return await takeForm(reply, {
      schema: EvaluationForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(slug, form, problems),
      take: async (stated) => {
        await this.evaluation.state(event.id, stated, officer.id);
        return '/admin/programme/evaluation';
      },
    });
  }

  private async page(slug: string, form: Fields | undefined, problems: FormProblems) {
    const { event, outcomes } = await this.programme.event(slug);
    const known = await this.evaluation.ofEvent(event.id);
    return {
      title: event.title,
      href: eventHref(slug),
      called: { slug: event.title },
      outcomes,
      agreed: agreedInWords(known),
      limit: LONGEST_STATEMENT,
      form: form ?? evaluationFields(known),
      ...problems,
    };
  }
}
