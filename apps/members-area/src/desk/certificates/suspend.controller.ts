import { Body, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { type Certificate, CertificateIsNotInForce, Certificates, Suspensions } from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { SuspendDecisionForm, SuspendForm } from './suspend.form';
import { addressOf, suspendPage } from './suspend.view';
import { SuspensionQueries } from './suspension.queries';

const PROPOSE = 'desk/certificates/suspend.page.njk';
const DECIDE = 'desk/certificates/suspend-decide.page.njk';

/** Letting a certificate not count for now: one officer proposes it, another decides. */
@Screen({ path: 'admin/certificates/:number/suspend', access: ['officer'], title: 'Suspend a certificate' })
export class SuspendController {
  constructor(
    private readonly certificates: Certificates,
    private readonly suspensions: Suspensions,
    private readonly queries: SuspensionQueries,
  ) {}

  @Get()
  async ask(@Param('number') number: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const certificate = await this.inForce(number);
    const open = await this.queries.open(certificate.id);
    if (!open) return await reply.view(PROPOSE, suspendPage(certificate, {}, NO_PROBLEMS));
    // Whoever proposed it cannot decide: the certificate's page says what they can do.
    if (open.proposedBy === officer.id) return await reply.redirect(addressOf(certificate), HttpStatus.SEE_OTHER);
    return await reply.view(DECIDE, suspendPage(certificate, {}, NO_PROBLEMS, open));
  }

  @Post()
  async propose(
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const certificate = await this.inForce(number);
    return await takeForm(reply, {
      schema: SuspendForm,
      sent,
      page: PROPOSE,
      view: (form, problems: FormProblems) => suspendPage(certificate, form, problems),
      take: async ({ reason }) => {
        await this.suspensions.propose(certificate.id, { by: officer.id, reason });
        return `${addressOf(certificate)}?done=suspend-proposed`;
      },
    });
  }

  @Post('decision')
  async decide(
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const certificate = await this.inForce(number);
    return await takeForm(reply, {
      schema: SuspendDecisionForm,
      sent,
      page: DECIDE,
      view: async (form, problems) => {
        const open = await this.queries.open(certificate.id);
        return open ? suspendPage(certificate, form, problems, open) : addressOf(certificate);
      },
      take: async ({ proposal, decision }) => {
        if (decision === 'suspend') await this.suspensions.confirm(certificate.id, proposal, officer.id);
        else await this.suspensions.withdraw(certificate.id, proposal, officer.id);
        return `${addressOf(certificate)}?done=${decision === 'suspend' ? 'suspended' : 'kept'}`;
      },
    });
  }

  private async inForce(number: string): Promise<Certificate> {
    const certificate = await this.certificates.byNumber(number);
    if (!certificate) throw new NotHere('certificate');
    if (certificate.state !== 'issued') throw new CertificateIsNotInForce();
    return certificate;
  }
}
