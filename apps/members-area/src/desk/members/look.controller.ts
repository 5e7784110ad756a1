import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import { britishTimeAndDate, learningTime } from '@induct/platform';
import { Looks, OwnCompletion } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId, NotHere } from '../../frame/not-here';
import { doubtsInWords } from './doubts';
import { LookForm, WORDS_LIMIT } from './look.form';
import { LookQueries, type WaitingLook } from './look.queries';

const PAGE = 'desk/members/look.page.njk';

/** Completions that are hard to believe: no certificate comes of one until an officer has looked. */
@Screen({
  path: 'admin/members',
  access: ['officer'],
  pages: { waiting: 'Completions to look at', ':id/looks/:attempt': 'Whether a completion counts' },
})
export class LookController {
  constructor(
    private readonly queries: LookQueries,
    private readonly looks: Looks,
  ) {}

  @Get('waiting')
  @Render('desk/members/waiting.page.njk')
  async waiting() {
    return { waiting: (await this.queries.waiting()).map(view) };
  }

  @Get(':id/looks/:attempt')
  async ask(
    @Param('id') id: string,
    @Param('attempt') attempt: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await reply.view(PAGE, page(await this.find(id, attempt, officer), {}, NO_PROBLEMS));
  }

  @Post(':id/looks/:attempt')
  async look(
    @Param('id') id: string,
    @Param('attempt') attempt: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const waiting = await this.find(id, attempt, officer);
    return await takeForm(reply, {
      schema: LookForm,
      sent,
      page: PAGE,
      view: (form, problems) => page(waiting, form, problems),
      take: async ({ decision, words }) => {
        await this.looks.look(attempt, { by: officer.id, counts: decision === 'counts', words });
        return `/admin/members/${id}?done=looked`;
      },
    });
  }

  private async find(id: string, attempt: string, officer: SignedInPerson): Promise<WaitingLook> {
    if (id === officer.id) throw new OwnCompletion();
    const waiting = isId(id) && isId(attempt) ? await this.queries.one(id, attempt) : undefined;
    if (!waiting) throw new NotHere('completion to look at');
    return waiting;
  }
}

const view = (waiting: WaitingLook) => ({
  name: waiting.name,
  module: waiting.module,
  completed: britishTimeAndDate(waiting.completedAt),
  learned: learningTime(waiting.learningSeconds),
  doubts: doubtsInWords([waiting]),
  member: `/admin/members/${waiting.personId}`,
  href: `/admin/members/${waiting.personId}/looks/${waiting.attemptId}`,
});

const page = (waiting: WaitingLook, form: Fields, problems: FormProblems) => ({
  look: view(waiting),
  limit: WORDS_LIMIT,
  form,
  ...problems,
});
