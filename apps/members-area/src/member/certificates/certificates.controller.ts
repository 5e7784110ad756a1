import { Get, Inject, Param, Query, Render, Res, StreamableFile } from '@nestjs/common';
import {
  type Certificate,
  CertificateIsSuspended,
  CertificateNotFound,
  Certificates,
  Claims,
  isRevocable,
  notThere,
  ShownNames,
  WhatIsAskedQueries,
} from '@induct/accreditation';
import { Clock, CONFIG, type Config, dayInLondon, FileStore, readerDate, said } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Screen } from '../../frame/screen';
import { certificateCard } from './certificates.view';
import { fromElsewhere } from './from-elsewhere.view';
import { chosenWords } from './shown/shown.view';
import { stillMissing } from './still-missing.view';
import { WaitingCertificatesQueries } from './waiting.queries';

/** Said when the page that waited has changed by itself: what has come is the newest. */
const READY = 'Your certificate is ready to download.';
const DELAYED = 'The PDF of your certificate is delayed. The page says why.';

/** `show`: to be looked at and printed, not kept. */
const PdfQuery = z.object({ show: z.literal('yes').optional().catch(undefined) });

/** One's own certificates: officers have some too, and a letter leads whoever is given one here. */
@Screen({
  path: 'certificates',
  access: ['signed-in'],
  title: 'Certificates',
  menu: { area: 'learning', text: 'Certificates', order: 30, roles: ['member', 'tester'] },
})
export class CertificatesController {
  constructor(
    private readonly certificates: Certificates,
    private readonly waiting: WaitingCertificatesQueries,
    private readonly names: ShownNames,
    private readonly claims: Claims,
    private readonly asked: WhatIsAskedQueries,
    private readonly clock: Clock,
    private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render('member/certificates/certificates.page.njk')
  async list(@CurrentPerson() person: SignedInPerson) {
    const [own, awards, choice, claims] = await Promise.all([
      this.certificates.byPerson(person.id),
      this.waiting.of(person.id),
      this.names.of(person.id),
      this.claims.ofPerson(person.id),
    ]);
    const waiting = awards.map(({ scheme, awardedAt }) => ({ scheme, on: readerDate(awardedAt) }));
    const cards = own.map((certificate) =>
      certificateCard(certificate, this.certificates.validity(certificate), choice, this.config.SITE_ORIGIN),
    );
    const preparing = cards.some((card) => card.preparing);
    const shown = { to: choice.shownTo, words: said(chosenWords[choice.shownTo]) };
    const learns = person.roles.some((role) => role === 'member' || role === 'tester');
    const atRegister = person.roles.includes('officer');
    const brought = fromElsewhere(claims, dayInLondon(this.clock.now()));
    const isEmpty = cards.length === 0 && waiting.length === 0;
    return {
      cards,
      missing: isEmpty && learns ? stillMissing(await this.asked.needed(person.id)) : undefined,
      waiting,
      brought,
      preparing,
      shown,
      learns,
      atRegister,
      news: cards[0]?.download ? READY : DELAYED,
    };
  }

  @Get(':number/pdf')
  async pdf(
    @Param('number') number: string,
    @Query({ schema: PdfQuery }) { show }: z.infer<typeof PdfQuery>,
    @CurrentPerson() person: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const certificate = await this.certificates.byNumber(number);
    // Somebody else's and none at all are answered alike.
    if (!certificate || !mayRead(person, certificate)) throw new CertificateNotFound();
    if (certificate.state === 'suspended' && !person.roles.includes('officer')) throw new CertificateIsSuspended();
    if (!certificate.renderedAt) throw notThere(certificate);
    void reply.headers({
      'content-type': 'application/pdf',
      'content-length': certificate.pdfBytes!,
      'content-disposition': `${show ? 'inline' : 'attachment'}; filename="Certificate ${certificate.number}.pdf"`,
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(this.files.stream(certificate.pdfSha256!));
  }
}

/** Officers read every one; a holder the own ones while they are in force, and is told when one is suspended. */
function mayRead(person: SignedInPerson, { personId, state }: Certificate): boolean {
  return person.roles.includes('officer') || (personId === person.id && isRevocable(state));
}
