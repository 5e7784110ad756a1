import { Get, Param, Query, Render, Req, Res, type StreamableFile } from '@nestjs/common';
import { LibraryReading } from '@induct/handbook';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { LibraryPages } from '../../lists/library/library-pages';
import { freezeView } from '../../words/freeze';

/** What is for everybody is read here alike, by whoever is signed in too. */
const STRANGER = { home: '/candidates/library', roles: undefined } as const;

/** What of the library is for everybody, whoever stands for election too: no account, nothing kept. */
@Screen({
  path: 'candidates/library',
  access: ['public'],
  title: 'Library for candidates',
  pages: { ':id': 'A resource for candidates', ':id/film': 'A film for candidates' },
  back: 'Library for candidates',
})
export class CandidatesLibraryController {
  constructor(
    private readonly pages: LibraryPages,
    private readonly reading: LibraryReading,
  ) {}

  @Get()
  @Render('lists/library/library.page.njk')
  async list(@Query() query: unknown) {
    const [page, freeze] = await Promise.all([this.pages.list(STRANGER, query), this.reading.freeze()]);
    return { ...page, freeze: freeze && freezeView(freeze) };
  }

  @Get(':id')
  @Render('lists/library/resource.page.njk')
  async show(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return await this.pages.resource(STRANGER, id, reply);
  }

  @Get(':id/film')
  @Render('lists/library/film.page.njk')
  async film(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return await this.pages.film(STRANGER, id, reply);
  }

  @Get(':id/:format')
  async file(
    @Param() asked: { id: string; format: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return await this.pages.file(STRANGER, asked, request, reply);
  }
}
