import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Rounds, SignOffs } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Screen } from '../../frame/screen';
import { deadlineForm } from '../../forms/deadline.form';
import { takeForm } from '../../forms/take-form';
import { READERS } from '../readers';
import { FindingsFilter } from './findings-filter';
import { RoundPages } from './round-pages';
import { AddTestersForm, CloseForm, CouldNotFinishForm } from './round.forms';

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
    return await reply.redirect(addressOf(roundId, letters > 0 ? 'nudged' : 'not-nudged'), HttpStatus.SEE_OTHER);
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
    return await this.take(
      { roundId, by: officer, body, reply, done: 'extended' },
      deadlineForm(this.clock.now()),
      ({ deadline }) => this.rounds.extend(roundId, officer.id, deadline),
    );
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
    return await this.take({ roundId, by: officer, body, reply, done: 'added' }, AddTestersForm, ({ testers }) =>
      this.rounds.addTesters(roundId, officer.id, testers),
    );
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
    return await this.take({ roundId, by: officer, body, reply, done: 'closed' }, CloseForm, () =>
      this.rounds.close(roundId, officer.id),
    );
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
    return await this.take(
      { roundId, by: tester, body, reply, done: 'could-not-finish' },
      CouldNotFinishForm,
      ({ why }) => this.signOffs.couldNotFinish(roundId, tester.id, why),
    );
  }

  /** Does what a form asks for, or shows the page with it again. */
  private async take<Data>(
    { roundId, by, body, reply, done }: Sent,
    schema: z.ZodType<Data>,
    run: (form: Data) => Promise<unknown>,
  ) {
    return await takeForm(reply, {
      schema,
      sent: body,
      page: PAGE,
      view: (form, problems) => this.pages.show(roundId, by, FindingsFilter.parse({}), { form, problems }),
      take: async (form) => {
        await run(form);
        return addressOf(roundId, done);
      },
    });
  }
}

interface Sent {
  roundId: string;
  by: SignedInPerson;
  body: Fields | undefined;
  reply: FastifyReply;
  /** Said on the page that follows. */
  done: string;
}

const addressOf = (roundId: string, done: string) => `/testing/rounds/${roundId}?done=${done}`;
