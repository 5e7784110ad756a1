import { Controller, Get, Param, Render, Res, StreamableFile } from '@nestjs/common';
import { type Certificate, CertificateIsBeingPrepared, CertificateNotFound, Certificates } from '@induct/accreditation';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/people';
import { FileStore } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import { certificateCard } from './certificates.view';

/** A member's own certificates. */
@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: Certificates,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Access('member', 'tester')
  @Render('certificates/certificates.page.njk')
  async list(@CurrentPerson() person: SignedInPerson) {
    const own = await this.certificates.byPerson(person.id);
    const cards = own.map((certificate) => certificateCard(certificate, this.certificates.validity(certificate)));
    return { cards, preparing: cards.some(({ preparing }) => preparing) };
  }

  @Get(':number/pdf')
  @Access('member', 'tester', 'officer')
  async pdf(
    @Param('number') number: string,
    @CurrentPerson() person: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const certificate = await this.certificates.byNumber(number);
    // Somebody else's and none at all are answered alike.
    if (!certificate || !mayRead(person, certificate)) throw new CertificateNotFound();
    if (!certificate.renderedAt) throw new CertificateIsBeingPrepared();
    void reply.headers({
      'content-type': 'application/pdf',
      'content-length': certificate.pdfBytes!,
      'content-disposition': `attachment; filename="Certificate ${certificate.number}.pdf"`,
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(this.files.stream(certificate.pdfSha256!));
  }
}

/** Officers read every one; a holder the own ones while they are in force. */
function mayRead(person: SignedInPerson, { personId, state }: Certificate): boolean {
  return person.roles.includes('officer') || (personId === person.id && state === 'issued');
}
