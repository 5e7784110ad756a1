import { Body, Controller, Get, HttpStatus, Param, Post, Render, Res } from '@nestjs/common';
import { type Certificate, CertificateIsNotInForce, Certificates } from '@induct/accreditation';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/people';
import { britishDate } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import { type FormProblems, formProblems } from '../form-problems';
import { NotHere } from '../not-here';
import { REASON_LIMIT, RevokeForm } from './revoke.form';

type Fields = Partial<Record<keyof RevokeForm, string>>;

/** Taking a certificate out of force. */
@Controller('admin/certificates/:number/revoke')
@Access('officer')
export class RevokeController {
  constructor(private readonly certificates: Certificates) {}

  @Get()
  @Render('admin/certificates/revoke.page.njk')
  async ask(@Param('number') number: string) {
    return page(await this.inForce(number), {}, formProblems());
  }

  @Post()
  async revoke(
    @Param('number') number: string,
    @Body() body: Fields,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const certificate = await this.inForce(number);
    const back = `/admin/certificates/${number}`;
    if (body.sure === 'no') return await reply.redirect(back, HttpStatus.SEE_OTHER);
    const form = RevokeForm.safeParse(body);
    if (!form.success) {
      const again = page(certificate, body, formProblems(form.error));
      return await reply.status(HttpStatus.BAD_REQUEST).view('admin/certificates/revoke.page.njk', again);
    }
    await this.certificates.revoke(certificate.id, { by: officer.id, reason: form.data.reason });
    return await reply.redirect(`${back}?done=revoked`, HttpStatus.SEE_OTHER);
  }

  private async inForce(number: string): Promise<Certificate> {
    const certificate = await this.certificates.byNumber(number);
    if (!certificate) throw new NotHere('certificate');
    if (certificate.state !== 'issued') throw new CertificateIsNotInForce();
    return certificate;
  }
}

const page = ({ number, holderName, facts }: Certificate, form: Fields, problems: FormProblems) => ({
  certificate: {
    number,
    holder: holderName,
    awarded: britishDate(facts.awardedOn),
    href: `/admin/certificates/${number}`,
  },
  limit: REASON_LIMIT,
  form,
  ...problems,
});
