import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { FeedbackIsClosed, GuestFeedback } from '@induct/events';
import type { FastifyReply } from 'fastify';
import { answerForm, chosenIn } from '../../forms/feedback/answer.form';
import { answerView } from '../../forms/feedback/answer.view';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';

const PAGE = 'public/invitations/guest-feedback.page.njk';
const hrefOf = (token: string) => `/guest-feedback/${encodeURIComponent(token)}`;

/** A guest of a partner says how a session was, by the link of the letter. */
@Screen({ path: 'guest-feedback/:token', access: ['public'], title: 'How was it?' })
export class GuestFeedbackController {
  constructor(private readonly feedback: GuestFeedback) {}

  /** A link in the letter may have chosen something: that counts only when it is sent. */
  @Get()
  @Render(PAGE)
  async ask(@Param('token') token: string, @Query() query: Record<string, unknown>) {
    const own = await this.feedback.find(token);
    const view = answerView(own, chosenIn(query, own.asked), NO_PROBLEMS, hrefOf(token));
    return { ...view, isDone: query['done'] === 'answered' };
  }

  @Post()
  async answer(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply) {
    const own = await this.feedback.find(token);
    return await takeForm(reply, {
      schema: answerForm(own.asked),
      sent,
      page: PAGE,
      view: (form, problems) => answerView(own, form, problems, hrefOf(token), own.state !== 'answered'),
      refusals: [atField(FeedbackIsClosed, own.asked[0]!.key)],
      take: async (answers) => {
        await this.feedback.answer(token, answers);
        return `${hrefOf(token)}?done=answered`;
      },
    });
  }
}
