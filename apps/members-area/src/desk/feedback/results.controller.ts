import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type PlannedSession, Programme, SessionNotFound, WhatWasSaid } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { ChangeForm, LONGEST_CHANGE } from './results.form';
import { resultsView } from './results.view';

const PAGE = 'desk/feedback/results.page.njk';

/** What people said about a session, and what was changed because of it. */
@Screen({ path: 'admin/programme/sessions/:id/results', access: ['officer'], title: 'What people said' })
export class FeedbackResultsController {
  constructor(
    private readonly programme: Programme,
    private readonly said: WhatWasSaid,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('id') id: string, @Query('done') done: unknown) {
    return { ...(await this.page(await this.find(id), undefined, NO_PROBLEMS)), isDone: done === 'said' };
  }

  @Post()
  async say(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const session = await this.find(id);
    return await takeForm(reply, {
      schema: ChangeForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(session, form, problems),
      take: async ({ changed }) => {
        await this.said.sayWhatChanged(id, changed, officer.id);
        return `/admin/programme/sessions/${id}/results?done=said`;
      },
    });
  }

  private async page(session: PlannedSession, form: Fields | undefined, problems: FormProblems) {
    const rounds = await this.said.ofSession(session.id);
    return { ...resultsView(session, rounds, form, problems), limit: LONGEST_CHANGE };
  }

  /** @throws SessionNotFound */
  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new SessionNotFound();
    return await this.programme.session(id);
  }
}
