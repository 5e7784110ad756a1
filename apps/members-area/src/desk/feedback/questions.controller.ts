import { Body, Get, Post, Query, Render, Res } from '@nestjs/common';
import { Questions, QuestionsWereChanged } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { questionBoxes, questionFields, QuestionsForm } from './questions.form';

const PAGE = 'desk/feedback/questions.page.njk';

/** What people are asked about a session. */
@Screen({
  path: 'admin/programme/questions',
  access: ['officer'],
  title: 'Questions about a session',
  menu: { area: 'desk', group: 'Programme', text: 'Questions', order: 57 },
})
export class QuestionsController {
  constructor(private readonly questions: Questions) {}

  @Get()
  @Render(PAGE)
  async show(@Query('done') done: unknown) {
    const now = await this.questions.now();
    return { ...view(questionFields(now, now[0]!.revision), NO_PROBLEMS), isDone: done === 'changed' };
  }

  @Post()
  async change(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: QuestionsForm,
      sent,
      page: PAGE,
      view,
      refusals: [atField(QuestionsWereChanged, 'words1')],
      take: async ({ questions, seen }) => {
        await this.questions.change(questions, seen, officer.id);
        return '/admin/programme/questions?done=changed';
      },
    });
  }
}

const view = (form: Fields, problems: FormProblems) => ({
  revision: form['revision'],
  boxes: questionBoxes(form),
  ...problems,
});
