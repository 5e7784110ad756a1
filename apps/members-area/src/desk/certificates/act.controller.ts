import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import {
  type Certificate,
  CertificateIsNotInForce,
  Certificates,
  Revocations,
  Suspensions,
  WhatFollows,
} from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { decideForm, ProposeForms } from './act.form';
import { ActQueries } from './act.queries';
import { actPage, addressOf } from './act.view';
import { type CertificateAct, REVOKING, SUSPENDING } from './acts';

const PROPOSE = 'desk/certificates/propose.page.njk';
const DECIDE = 'desk/certificates/decide.page.njk';

const actOf = ({ routeOptions }: FastifyRequest): CertificateAct =>
  routeOptions.url?.includes('/revoke') ? REVOKING : SUSPENDING;

/** Taking a certificate out of force, for good or for now: one officer proposes it, another decides. */
@Screen({
  path: 'admin/certificates/:number',
  access: ['officer'],
  proof: 'fresh',
  pages: { revoke: 'Revoke a certificate', suspend: 'Suspend a certificate' },
})
export class ActController {
  private readonly acts: Record<CertificateAct['verb'], Pick<Revocations, 'propose' | 'confirm' | 'withdraw'>>;

  constructor(
    private readonly certificates: Certificates,
    private readonly queries: ActQueries,
    private readonly follows: WhatFollows,
    revocations: Revocations,
    suspensions: Suspensions,
  ) {
    this.acts = { revoke: revocations, suspend: suspensions };
  }

  @Get(['revoke', 'suspend'])
  async ask(
    @Param('number') number: string,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const act = actOf(request);
    const certificate = await this.find(number, act);
    const open = await this.queries.open(act.verb, certificate.id);
    // Whoever proposed it cannot decide: the certificate's page says what they can do.
    if (open?.proposedBy === officer.id) return await reply.redirect(addressOf(certificate), HttpStatus.SEE_OTHER);
    const follows = await this.follows.of(certificate);
    return await reply.view(open ? DECIDE : PROPOSE, actPage(act, certificate, {}, NO_PROBLEMS, { open, follows }));
  }

  @Post(['revoke', 'suspend'])
  async propose(
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const act = actOf(request);
    const certificate = await this.find(number, act);
    return await takeForm(reply, {
      schema: ProposeForms[act.verb],
      sent,
      page: PROPOSE,
      view: async (form, problems) =>
        actPage(act, certificate, form, problems, { follows: await this.follows.of(certificate) }),
      take: async ({ reason }) => {
        await this.acts[act.verb].propose(certificate.id, { by: officer.id, reason });
        return `${addressOf(certificate)}?done=${act.proposed}`;
      },
    });
  }

  @Post(['revoke/decision', 'suspend/decision'])
  async decide(
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const act = actOf(request);
    const certificate = await this.find(number, act);
    return await takeForm(reply, {
      schema: decideForm(act.verb),
      sent,
      page: DECIDE,
      view: async (form, problems) => {
        const open = await this.queries.open(act.verb, certificate.id);
        if (!open) return addressOf(certificate);
        return actPage(act, certificate, form, problems, { open, follows: await this.follows.of(certificate) });
      },
      take: async ({ proposal, decision }) => {
        const confirmed = decision !== 'keep';
        await this.acts[act.verb][confirmed ? 'confirm' : 'withdraw'](certificate.id, proposal, officer.id);
        return `${addressOf(certificate)}?done=${confirmed ? act.done : 'kept'}`;
      },
    });
  }

  private async find(number: string, act: CertificateAct): Promise<Certificate> {
    const certificate = await this.certificates.byNumber(number);
    if (!certificate) throw new NotHere('certificate');
    if (!act.canBeDone(certificate.state)) throw new CertificateIsNotInForce();
    return certificate;
  }
}
