import { Body, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import {
  type Certificate,
  CertificateIsNotInForce,
  Certificates,
  isRevocable,
  Revocations,
} from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { NotHere } from '../../frame/not-here';
import { CertificateQueries, type ProposalRow } from './certificate.queries';
import { proposalView } from './certificate.view';
import { DecideForm, ProposeForm, REASON_LIMIT } from './revoke.form';

const PROPOSE = 'desk/certificates/revoke.page.njk';
const DECIDE = 'desk/certificates/revoke-decide.page.njk';

/** Taking a certificate out of force: one officer proposes it, another decides. */
@Screen({ path: 'admin/certificates/:number/revoke', access: ['officer'], title: 'Revoke a certificate' })
export class RevokeController {
  constructor(
    private readonly certificates: Certificates,
    private readonly revocations: Revocations,
    private readonly queries: CertificateQueries,
  ) {}

  @Get()
  async ask(@Param('number') number: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const certificate = await this.inForce(number);
    const proposal = await this.queries.proposal(certificate.id);
    if (!proposal) return await reply.view(PROPOSE, page(certificate, {}, NO_PROBLEMS));
    // Whoever proposed it cannot decide: the certificate's page says what they can do.
    if (proposal.proposedBy === officer.id) return await reply.redirect(addressOf(certificate), HttpStatus.SEE_OTHER);
    return await reply.view(DECIDE, decidePage(certificate, proposal, {}, NO_PROBLEMS));
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
      schema: ProposeForm,
      sent,
      page: PROPOSE,
      view: (form, problems) => page(certificate, form, problems),
      take: async ({ reason }) => {
        await this.revocations.propose(certificate.id, { by: officer.id, reason });
        return `${addressOf(certificate)}?done=proposed`;
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
      schema: DecideForm,
      sent,
      page: DECIDE,
      view: async (form, problems) => {
        const proposed = await this.queries.proposal(certificate.id);
        return proposed ? decidePage(certificate, proposed, form, problems) : addressOf(certificate);
      },
      take: async ({ proposal, decision }) => {
        if (decision === 'revoke') await this.revocations.confirm(certificate.id, proposal, officer.id);
        else await this.revocations.withdraw(certificate.id, proposal, officer.id);
        return `${addressOf(certificate)}?done=${decision === 'revoke' ? 'revoked' : 'kept'}`;
      },
    });
  }

  private async inForce(number: string): Promise<Certificate> {
    const certificate = await this.certificates.byNumber(number);
    if (!certificate) throw new NotHere('certificate');
    if (!isRevocable(certificate.state)) throw new CertificateIsNotInForce();
    return certificate;
  }
}

const addressOf = ({ number }: Certificate) => `/admin/certificates/${number}`;

const page = (certificate: Certificate, form: Fields, problems: FormProblems) => ({
  certificate: {
    number: certificate.number,
    holder: certificate.holderName,
    awarded: britishDate(certificate.facts.awardedOn),
    href: addressOf(certificate),
  },
  limit: REASON_LIMIT,
  form,
  ...problems,
});

const decidePage = (certificate: Certificate, proposal: ProposalRow, form: Fields, problems: FormProblems) => ({
  ...page(certificate, form, problems),
  proposal: proposalView(proposal),
});
