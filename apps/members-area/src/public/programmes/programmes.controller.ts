import { Get, HttpStatus, Param, Query, Render, Req, Res, StreamableFile } from '@nestjs/common';
import { PublishedProgrammes, type PublishedRow, ShownVersions } from '@induct/events';
import { FileStore, type Language, readerDate, readersLanguage, w } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { fileAddresses, fileKindOf } from '../../lists/list-file';
import { counted } from '../../words/counted';
import { frozenProgramme } from '../../words/frozen-programme';
import { publicHref } from '../../words/programme-versions';
import { type ProgrammeFileKind, ProgrammeFiles } from './programme-files';

const TYPES: Record<ProgrammeFileKind, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
};

const PAPERS: readonly Language[] = ['en', 'cy'];

/** Of a PDF; left out: in the language of the site. */
const Asked = z.object({ language: z.enum(['en', 'cy']).optional().catch(undefined) });
type Asked = z.infer<typeof Asked>;

/** The programme as the steering group approved it, for everybody: candidates, parish councils, whoever plans around it. */
@Screen({
  path: 'programmes',
  access: ['public'],
  title: 'Published programmes',
  pages: { ':slug': 'A published programme' },
  back: 'Published programmes',
})
export class ProgrammesController {
  constructor(
    private readonly published: PublishedProgrammes,
    private readonly shown: ShownVersions,
    private readonly programmeFiles: ProgrammeFiles,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Render('public/programmes/programmes.page.njk')
  async list() {
    const programmes = await this.published.all();
    return {
      programmes: programmes.map(({ slug, title, firstDay, lastDay, number, publishedAt }) => ({
        title,
        href: publicHref(slug),
        days: w`${readerDate(firstDay)} to ${readerDate(lastDay)}`,
        says: w`Version ${number}, published on ${readerDate(publishedAt!)}`,
      })),
    };
  }

  @Get(':slug')
  @Render('public/programmes/programme.page.njk')
  async show(@Param('slug') slug: string) {
    const version = await this.find(slug);
    const [facts, ...papers] = await Promise.all([
      this.published.factsOf(version.id),
      ...PAPERS.map((language) => this.shown.paper(version.id, language)),
    ]);
    const made = PAPERS.filter((_, at) => papers[at]!.state === 'made');
    const language = readersLanguage();
    return {
      title: facts.title,
      days: w`${readerDate(facts.firstDay)} to ${readerDate(facts.lastDay)}`,
      says: w`Version ${version.number}: ${counted(facts.sessions.length, 'session')}. The Member Development Steering Group approved it on ${readerDate(version.meetingOn)}; it was published on ${readerDate(version.publishedAt!)}.`,
      href: publicHref(slug),
      hasPdf: made.includes(language),
      hasWelshPdf: language === 'en' && made.includes('cy'),
      hasEnglishPdf: language === 'cy' && made.includes('en'),
      months: frozenProgramme(facts),
    };
  }

  @Get(':slug.pdf')
  async pdf(
    @Param('slug') slug: string,
    @Query({ schema: Asked }) asked: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const language = asked.language ?? readersLanguage();
    const paper = await this.shown.paper((await this.find(slug)).id, language);
    if (paper.state !== 'made') throw new NotHere('PDF');
    if (isKnown(request, reply, `"${paper.sha256}"`)) return await reply.status(HttpStatus.NOT_MODIFIED).send();
    return await reply
      .type('application/pdf')
      .header('content-length', paper.bytes)
      .header('content-disposition', `attachment; filename="programme-${slug}${language === 'cy' ? '-cy' : ''}.pdf"`)
      .send(new StreamableFile(this.files.stream(paper.sha256)).getStream());
  }

  @Get(':slug.ics')
  async calendar(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return await this.send(slug, 'ics', request, reply);
  }

  @Get(fileAddresses(':slug'))
  async table(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return await this.send(slug, fileKindOf(request), request, reply);
  }

  private async send(slug: string, kind: ProgrammeFileKind, request: FastifyRequest, reply: FastifyReply) {
    const { text, tag } = await this.programmeFiles.of(await this.find(slug), kind);
    if (isKnown(request, reply, tag)) return await reply.status(HttpStatus.NOT_MODIFIED).send();
    return await reply
      .type(TYPES[kind])
      .header('content-disposition', `attachment; filename="programme-${slug}.${kind}"`)
      .send(text);
  }

  /** @throws NotHere while none of its versions is published */
  private async find(slug: string): Promise<PublishedRow> {
    const version = await this.published.of(slug);
    if (!version) throw new NotHere('programme');
    return version;
  }
}

/** Whoever has it already is told that it is still so; anybody may read it, from any site. */
function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  void reply.headers({
    etag: tag,
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    vary: 'cookie',
  });
  return request.headers['if-none-match']?.includes(tag) ?? false;
}
