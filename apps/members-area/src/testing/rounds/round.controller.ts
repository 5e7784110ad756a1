import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Rounds, SignOffs } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Screen } from '../../frame/screen';
import { formProblems } from '../../forms/form-problems';
import { READERS } from '../readers';
import { FindingsFilter } from './findings-filter';
import { RoundPages } from './round-pages';
import { AddTestersForm, CloseForm, CouldNotFinishForm, deadlineForm } from './round.forms';

type Fields = Record<string, unknown>;
const PAGE = 'testing/rounds/round.page.njk';

/** A test round: how it stands, what was found, and what can be done with it. */
@Screen({ path: 'testing/rounds/:roundId', access: READERS, title: 'A test round' })
export class RoundController {
  constructor(
    private readonly pages: RoundPages,
    private readonly rounds: Rounds,
    private readonly signOffs: SignOffs,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('roundId') roundId: string, @Query() query: Fields, @CurrentPerson() reader: SignedInPerson) {
    return this.pages.show(roundId, reader, FindingsFilter.parse(query), { done: query.done });
  }

  @Post('nudge')
  @Access('officer')
  async nudge(@Param('roundId') roundId: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    await this.pages.find(roundId, officer);
    const letters = await this.rounds.nudge(roundId, officer.id);
    return await back(reply, roundId, letters > 0 ? 'nudged' : 'not-nudged');
  }

  @Post('deadline')
  @Access('officer')
  async extend(
    @Param('roundId') roundId: string,
    @Body() body: Fields,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.pages.find(roundId, officer);
    const form = deadlineForm(this.clock.now()).safeParse(body);
    if (!form.success) return await this.again(roundId, officer, body, form.error, reply);
    await this.rounds.extend(roundId, officer.id, form.data.deadline);
    return await back(reply, roundId, 'extended');
  }

  @Post('testers')
  @Access('officer')
  async addTesters(
    @Param('roundId') roundId: string,
    @Body() body: Fields,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.pages.find(roundId, officer);
    const form = AddTestersForm.safeParse(body ?? {});
    if (!form.success) return await this.again(roundId, officer, body, form.error, reply);
    await this.rounds.addTesters(roundId, officer.id, form.data.testers);
    return await back(reply, roundId, 'added');
  }

  @Post('close')
  @Access('officer')
  async close(
    @Param('roundId') roundId: string,
    @Body() body: Fields,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.pages.find(roundId, officer);
    const form = CloseForm.safeParse(body ?? {});
    if (!form.success) return await this.again(roundId, officer, body, form.error, reply);
    await this.rounds.close(roundId, officer.id);
    return await back(reply, roundId, 'closed');
  }

  @Post('could-not-finish')
  @Access('tester')
  async couldNotFinish(
    @Param('roundId') roundId: string,
    @Body() body: Fields,
    @CurrentPerson() tester: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.pages.find(roundId, tester);
    const form = CouldNotFinishForm.safeParse(body ?? {});
    if (!form.success) return await this.again(roundId, tester, body, form.error, reply);
    await this.signOffs.couldNotFinish(roundId, tester.id, form.data.why);
    return await back(reply, roundId, 'could-not-finish');
  }

  /** The page once more, with what was typed and what is wrong with it. */
  private async again(
    roundId: string,
    reader: SignedInPerson,
    form: Fields | undefined,
    error: z.ZodError,
    reply: FastifyReply,
  ) {
    const problems = formProblems(error);
    // A date's link leads to the first of its three fields.
    for (const one of problems.errors ?? []) if (one.href === '#deadline') one.href = '#deadline-day';
    const page = await this.pages.show(roundId, reader, FindingsFilter.parse({}), { form: form ?? {}, problems });
    return await reply.status(HttpStatus.BAD_REQUEST).view(PAGE, page);
  }
}

const back = (reply: FastifyReply, roundId: string, done: string) =>
  reply.redirect(`/testing/rounds/${roundId}?done=${done}`, HttpStatus.SEE_OTHER);
