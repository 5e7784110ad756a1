import { Body, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { type Certificate, CertificateIsNotInForce, Certificates, Revocations } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { type FormProblems, formProblems } from '../../forms/form-problems';
import { NotHere } from '../../frame/not-here';
import { CertificateQueries, type ProposalRow } from './certificate.queries';
import { proposalView } from './certificate.view';
import { DecideForm, ProposeForm, REASON_LIMIT } from './revoke.form';

type Fields = Partial<Record<'reason' | 'proposal' | 'decision', string>>;
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
    if (!proposal) return await reply.view(PROPOSE, page(certificate, {}, formProblems()));
    // Whoever proposed it cannot decide: the certificate's page says what they can do.
    if (proposal.proposedBy === officer.id) return await reply.redirect(addressOf(certificate), HttpStatus.SEE_OTHER);
    return await reply.view(DECIDE, decidePage(certificate, proposal, {}, formProblems()));
  }

  @Post()
  async propose(
    @Param('number') number: string,
    @Body() body: Fields,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const certificate = await this.inForce(number);
    const form = ProposeForm.safeParse(body ?? {});
    if (!form.success) {
      const again = page(certificate, body ?? {}, formProblems(form.error));
      return await reply.status(HttpStatus.BAD_REQUEST).view(PROPOSE, again);
    }
    await this.revocations.propose(certificate.id, { by: officer.id, reason: form.data.reason });
    return await reply.redirect(`${addressOf(certificate)}?done=proposed`, HttpStatus.SEE_OTHER);
  }

  @Post('decision')
  async decide(
    @Param('number') number: string,
    @Body() body: Fields,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const certificate = await this.inForce(number);
    const form = DecideForm.safeParse(body ?? {});
    if (!form.success) {
      const proposal = await this.queries.proposal(certificate.id);
      if (!proposal) return await reply.redirect(addressOf(certificate), HttpStatus.SEE_OTHER);
      const again = decidePage(certificate, proposal, body ?? {}, formProblems(form.error));
      return await reply.status(HttpStatus.BAD_REQUEST).view(DECIDE, again);
    }
    const { proposal, decision } = form.data;
    if (decision === 'revoke') await this.revocations.confirm(certificate.id, proposal, officer.id);
    else await this.revocations.withdraw(certificate.id, proposal, officer.id);
    const done = decision === 'revoke' ? 'revoked' : 'kept';
    return await reply.redirect(`${addressOf(certificate)}?done=${done}`, HttpStatus.SEE_OTHER);
  }

  private async inForce(number: string): Promise<Certificate> {
    const certificate = await this.certificates.byNumber(number);
    if (!certificate) throw new NotHere('certificate');
    if (certificate.state !== 'issued') throw new CertificateIsNotInForce();
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
