import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Findings } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Screen } from '../../frame/screen';
import { takeForm } from '../../forms/take-form';
import { WORKERS } from '../readers';
import { FindingPages } from './finding-pages';
import { FINDING_FORMS, type FindingAct } from './finding.forms';

type Fields = Record<string, unknown> | undefined;
const PAGE = 'testing/findings/finding.page.njk';

/** A finding, its thread, and what can be done with it. */
@Screen({ path: 'testing/findings/:findingId', access: WORKERS, title: 'A finding', under: 'testing/rounds/:roundId' })
export class FindingController {
  constructor(
    private readonly pages: FindingPages,
    private readonly findings: Findings,
  ) {}

  @Get()
  @Render(PAGE)
  async show(
    @Param('findingId') id: string,
    @Query('done') done: unknown,
    @CurrentPerson() reader: SignedInPerson,
  ): Promise<object> {
    return this.pages.show(await this.pages.find(id, reader), reader, { done });
  }

  @Post('comment')
  comment(
    @Param('findingId') id: string,
    @Body() body: Fields,
    @CurrentPerson() by: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return this.act('comment', { id, body, by, reply }, ({ text }) => this.findings.comment(id, by.id, text));
  }

  @Post('answer')
  @Access('officer')
  answer(
    @Param('findingId') id: string,
    @Body() body: Fields,
    @CurrentPerson() by: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return this.act('answer', { id, body, by, reply }, ({ text }) => this.findings.answer(id, by.id, text));
  }

  @Post('assign')
  @Access('officer')
  assign(
    @Param('findingId') id: string,
    @Body() body: Fields,
    @CurrentPerson() by: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return this.act('assign', { id, body, by, reply }, ({ assignee }) => this.findings.assign(id, by.id, assignee));
  }

  @Post('fixed')
  @Access('officer')
  markFixed(
    @Param('findingId') id: string,
    @Body() body: Fields,
    @CurrentPerson() by: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return this.act('fixed', { id, body, by, reply }, ({ version, text }) =>
      this.findings.markFixed(id, by.id, version, text),
    );
  }

  @Post('will-not-fix')
  @Access('officer')
  willNotFix(
    @Param('findingId') id: string,
    @Body() body: Fields,
    @CurrentPerson() by: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return this.act('will-not-fix', { id, body, by, reply }, ({ reason }) =>
      this.findings.willNotFix(id, by.id, reason),
    );
  }

  @Post('confirm')
  @Access('tester')
  confirm(
    @Param('findingId') id: string,
    @Body() body: Fields,
    @CurrentPerson() by: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return this.act('confirm', { id, body, by, reply }, ({ text }) => this.findings.confirm(id, by.id, text));
  }

  @Post('reopen')
  @Access('tester')
  reopen(
    @Param('findingId') id: string,
    @Body() body: Fields,
    @CurrentPerson() by: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return this.act('reopen', { id, body, by, reply }, ({ text }) => this.findings.reopen(id, by.id, text));
  }

  @Post('severity')
  @Access('tester')
  changeSeverity(
    @Param('findingId') id: string,
    @Body() body: Fields,
    @CurrentPerson() by: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return this.act('severity', { id, body, by, reply }, ({ severity }) =>
      this.findings.changeSeverity(id, by.id, severity),
    );
  }

  @Post('withdraw')
  @Access('tester')
  withdraw(
    @Param('findingId') id: string,
    @Body() body: Fields,
    @CurrentPerson() by: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return this.act('withdraw', { id, body, by, reply }, () => this.findings.withdraw(id, by.id));
  }

  /** Does what a form asks for, or shows the page with it again. */
  private async act<A extends FindingAct>(
    act: A,
    { id, body, by, reply }: { id: string; body: Fields; by: SignedInPerson; reply: FastifyReply },
    run: (form: z.infer<(typeof FINDING_FORMS)[A]>) => Promise<unknown>,
  ) {
    const finding = await this.pages.find(id, by);
    return await takeForm(reply, {
      schema: FINDING_FORMS[act] as unknown as z.ZodType<z.infer<(typeof FINDING_FORMS)[A]>>,
      sent: body,
      page: PAGE,
      view: (form, problems) => this.pages.show(finding, by, { act, form, problems }),
      take: async (form) => {
        await run(form);
        return `/testing/findings/${id}?done=${act}`;
      },
    });
  }
}
