import { Body as Sent, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { FirstStepNotFound, OwnFirstWeeks } from '@induct/handbook';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import type { Fields } from '../../forms/form-problems';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { OWN_WEEKS, ownWeeksView } from './own-weeks.view';

/** The first weeks of whoever was elected: their own days, and what they have done. */
@Screen({ path: 'first-weeks', access: ['member', 'tester'], proof: 'any', title: 'What to do first' })
export class OwnWeeksController {
  constructor(
    private readonly own: OwnFirstWeeks,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/first-weeks/own-weeks.page.njk')
  async show(@Query('done') done: unknown, @CurrentPerson() person: SignedInPerson) {
    const weeks = await this.own.of(person.id);
    return { ...(weeks && ownWeeksView(weeks, dayInLondon(this.clock.now()))), done };
  }

  /** They say that they did it; or, with `done=no`, that they did not after all. */
  @Post(':stepId')
  async say(
    @Param('stepId') stepId: string,
    @Sent() sent: Fields | undefined,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    if (!isId(stepId)) throw new FirstStepNotFound();
    const isDone = sent?.['done'] !== 'no';
    await (isDone ? this.own.done(person.id, stepId) : this.own.notDone(person.id, stepId));
    return await reply.redirect(`${OWN_WEEKS}?done=${isDone ? 'yes' : 'no'}#step-${stepId}`, 303);
  }
}
