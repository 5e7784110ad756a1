import { Body, Get, Param, Post, Res } from '@nestjs/common';
import { type Certificate, Certificates, SuspensionNotFound, Suspensions, WhatFollows } from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { LiftForm } from './act.form';
import { ActQueries } from './act.queries';
import { actPage, addressOf } from './act.view';
import { SUSPENDING } from './acts';

const PAGE = 'desk/certificates/lift.page.njk';

/** Letting a suspended certificate count again. */
@Screen({ path: 'admin/certificates/:number/lift', access: ['officer'], title: 'Lift a suspension' })
export class LiftController {
  constructor(
    private readonly certificates: Certificates,
    private readonly suspensions: Suspensions,
    private readonly queries: ActQueries,
    private readonly follows: WhatFollows,
  ) {}

  @Get()
  async ask(@Param('number') number: string, @Res() reply: FastifyReply) {
    const { certificate, ...facts } = await this.suspended(number);
    return await reply.view(PAGE, actPage(SUSPENDING, certificate, {}, NO_PROBLEMS, facts));
  }

  @Post()
  async lift(
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { certificate, ...facts } = await this.suspended(number);
    return await takeForm(reply, {
      schema: LiftForm,
      sent,
      page: PAGE,
      view: (form, problems) => actPage(SUSPENDING, certificate, form, problems, facts),
      take: async ({ suspension, why }) => {
        await this.suspensions.lift(certificate.id, suspension, { by: officer.id, why });
        return `${addressOf(certificate)}?done=lifted`;
      },
    });
  }

  private async suspended(number: string) {
    const certificate: Certificate | undefined = await this.certificates.byNumber(number);
    if (!certificate) throw new NotHere('certificate');
    const open = await this.queries.open('suspend', certificate.id);
    if (certificate.state !== 'suspended' || !open) throw new SuspensionNotFound();
    return { certificate, open, follows: await this.follows.of(certificate) };
  }
}
