import { Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Certificate, Certificates, WhatFollows } from '@induct/accreditation';
import { FileStore } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { ActQueries } from './act.queries';
import { followsView } from './follows.view';
import { CertificateQueries } from './certificate.queries';
import { certificateView, doneWords } from './certificate.view';

/** One certificate: what it says, its document and what happened to it. */
@Screen({ path: 'admin/certificates/:number', access: ['officer'], title: 'A certificate and its history' })
export class CertificateController {
  constructor(
    private readonly certificates: Certificates,
    private readonly queries: CertificateQueries,
    private readonly acts: ActQueries,
    private readonly follows: WhatFollows,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Render('desk/certificates/certificate.page.njk')
  async show(
    @Param('number') number: string,
    @CurrentPerson() { id: officerId }: SignedInPerson,
    @Query('done') done?: string,
  ) {
    const certificate = await this.find(number);
    const [history, proposal, suspension, follows] = await Promise.all([
      this.queries.history(certificate.id),
      this.acts.open('revoke', certificate.id),
      this.acts.open('suspend', certificate.id),
      this.follows.of(certificate),
    ]);
    const validity = this.certificates.validity(certificate);
    return {
      done: doneWords(done, certificate),
      follows: followsView(follows),
      certificate: certificateView({ certificate, validity, history, proposal, suspension, officerId }),
    };
  }

  /** As it was stored: officers may look at it whatever its state. */
  @Get('pdf')
  async pdf(@Param('number') number: string, @Res() reply: FastifyReply) {
    const { pdfSha256, pdfBytes } = await this.find(number);
    if (!pdfSha256 || !(await this.files.has(pdfSha256))) throw new NotHere('document yet');
    await reply
      .type('application/pdf')
      .header('content-length', pdfBytes ?? undefined)
      .header('content-disposition', `inline; filename="${number}.pdf"`)
      .header('cache-control', 'no-store')
      .send(this.files.stream(pdfSha256));
  }

  @Post('send')
  async sendAgain(
    @Param('number') number: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.find(number);
    await this.certificates.resend(id, officer.id);
    return await reply.redirect(`/admin/certificates/${number}?done=sent`, HttpStatus.SEE_OTHER);
  }

  private async find(number: string): Promise<Certificate> {
    const certificate = await this.certificates.byNumber(number);
    if (!certificate) throw new NotHere('certificate');
    return certificate;
  }
}
