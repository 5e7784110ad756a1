import { Get, HttpStatus, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type {} from '@fastify/view';
import { Editions, HandbookTexts, PaperWishes, type PublishedEdition } from '@induct/handbook';
import { FileStore, readersLanguage } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NO_PROBLEMS, problemAt } from '../../forms/form-problems';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { changesView } from './changes.view';
import { ReaderDistrict } from './reader-district';

const PAGE = 'member/handbook/changes.page.njk';
const Asked = z.object({
  /** Of the printed copy; what is no number is no edition. */
  edition: z.coerce.number().int().catch(0).optional(),
  district: z.string().max(200).optional().catch(undefined),
  /** Of the printed copy; left out: in the language of the site. */
  language: z.enum(['en', 'cy']).optional().catch(undefined),
});
type Asked = z.infer<typeof Asked>;

/** What has changed since a printed copy, and the printed copies themselves. The QR code on each cover leads here. */
@Screen({
  path: 'handbook',
  access: ['member', 'tester', 'champion', 'officer'],
  proof: 'any',
  pages: { changes: 'What has changed in the handbook' },
})
export class ChangesController {
  constructor(
    private readonly texts: HandbookTexts,
    private readonly editions: Editions,
    private readonly papers: PaperWishes,
    private readonly readers: ReaderDistrict,
    private readonly files: FileStore,
  ) {}

  @Get('changes')
  async changes(
    @Query({ schema: Asked }) asked: Asked,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const [reader, editions] = await Promise.all([this.readers.of(person.id, asked.district), this.editions.out()]);
    const edition = editions.find(({ number }) => number === asked.edition);
    if (asked.edition !== undefined && !edition && editions.length > 0) {
      const problems = problemAt('edition', 'Choose an edition that is out: its number is on the cover of your copy');
      return await reply.view(PAGE, changesView({ editions, reader, compared: undefined }, problems));
    }
    const compared = edition && (await this.compare(edition, reader.district));
    return await reply.view(PAGE, changesView({ editions, reader, compared }, NO_PROBLEMS));
  }

  /** The printed copy for the reader’s district, as it was printed when the edition came out. */
  @Get('editions/:number.pdf')
  async pdf(
    @Param('number') number: string,
    @Query({ schema: Asked }) asked: Asked,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const [reader, editions] = await Promise.all([this.readers.of(person.id, asked.district), this.editions.out()]);
    const edition = editions.find((one) => String(one.number) === number);
    const copies = edition ? await this.papers.copiesFor(edition.id, reader.district) : [];
    const copy = copies.find(({ language }) => language === (asked.language ?? readersLanguage())) ?? copies[0];
    if (!copy?.madeAt || !copy.sha256) throw new NotHere('printed copy');
    const sha256 = copy.sha256.toString('hex');
    void reply.header('etag', `"${sha256}"`).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match']?.includes(sha256)) return await reply.status(HttpStatus.NOT_MODIFIED).send();
    const inWelsh = copy.language === 'cy' ? ['cy'] : [];
    const name = ['handbook', number, ...(copy.district?.toLowerCase().match(/[a-z0-9]+/g) ?? []), ...inWelsh].join(
      '-',
    );
    return await reply
      .type('application/pdf')
      .header('content-length', copy.bytes)
      .header('content-disposition', `attachment; filename="${name}.pdf"`)
      .send(new StreamableFile(this.files.stream(sha256)).getStream());
  }

  private async compare(edition: PublishedEdition, district: string | null) {
    const [before, now] = await Promise.all([this.editions.said(edition, district), this.texts.live(district)]);
    return { edition, before, now };
  }
}
