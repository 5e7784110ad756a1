import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Answering, FeedbackIsClosed, NotAsked, type OwnFeedback } from '@induct/events';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { answerForm, chosenIn } from '../../forms/feedback/answer.form';
import { answerView } from '../../forms/feedback/answer.view';
import { ownFeedbackView } from './feedback.view';

const PAGE = 'member/feedback/answer.page.njk';

/** How the sessions were that one was at, and what came of what one said. */
@Screen({
  path: 'feedback',
  access: ['signed-in'],
  proof: 'any',
  title: 'Your feedback',
  pages: { ':session': 'Feedback about a session' },
  back: 'Your feedback',
})
export class FeedbackController {
  constructor(
    private readonly answering: Answering,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/feedback/feedback.page.njk')
  async list(@CurrentPerson() person: SignedInPerson) {
    return ownFeedbackView(await this.answering.ofPerson(person.id), dayInLondon(this.clock.now()));
  }

  /** A link in a letter may have chosen something: that counts only when it is sent. */
  @Get(':session')
  @Render(PAGE)
  async ask(
    @Param('session') id: string,
    @Query() query: Record<string, unknown>,
    @CurrentPerson() person: SignedInPerson,
  ) {
    const own = await this.find(id, person);
    return {
      ...answerView(own, chosenIn(query, own.asked), NO_PROBLEMS, `/feedback/${id}`),
      isDone: query['done'] === 'answered',
    };
  }

  /** What was written comes back when it is too late, to be kept. */
  @Post(':session')
  async answer(
    @Param('session') id: string,
    @Body() sent: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const own = await this.find(id, person);
    return await takeForm(reply, {
      schema: answerForm(own.asked),
      sent,
      page: PAGE,
      view: (form, problems) => answerView(own, form, problems, `/feedback/${id}`, own.state !== 'answered'),
      refusals: [atField(FeedbackIsClosed, own.asked[0]!.key)],
      take: async (answers) => {
        await this.answering.answer(id, person.id, answers);
        return `/feedback/${id}?done=answered`;
      },
    });
  }

  /** @throws NotAsked */
  private async find(id: string, person: SignedInPerson): Promise<OwnFeedback> {
    if (!isId(id)) throw new NotAsked();
    return await this.answering.find(id, person.id);
  }
}
