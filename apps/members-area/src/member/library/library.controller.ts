import { Get, Param, Query, Render, Req, Res, type StreamableFile } from '@nestjs/common';
import { LibraryLists } from '@induct/handbook';
import { CouncilContacts } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { LibraryPages } from '../../lists/library/library-pages';
import { linkNote } from '../../lists/library/resource.view';

const readerOf = ({ roles }: SignedInPerson) => ({ home: '/library' as const, roles });

/** The library, for whoever is signed in. */
@Screen({
  path: 'library',
  access: ['signed-in'],
  proof: 'any',
  title: 'Library',
  pages: { ':id': 'A resource of the library', ':id/film': 'A film of the library' },
  menu: { area: 'learning', text: 'Library', order: 27, roles: ['member', 'tester', 'champion'] },
  back: 'Library',
})
export class LibraryController {
  constructor(
    private readonly pages: LibraryPages,
    private readonly lists: LibraryLists,
    private readonly contacts: CouncilContacts,
  ) {}

  @Get()
  @Render('lists/library/library.page.njk')
  async list(@Query() query: unknown, @CurrentPerson() person: SignedInPerson) {
    const [page, { links }] = await Promise.all([this.pages.list(readerOf(person), query), this.contacts.now()]);
    const known = await this.lists.known(links.map(({ url }) => url));
    const websites = links.map((one) => {
      const check = known.find(({ url }) => url === one.url);
      return { ...one, link: check ? linkNote(check) : {} };
    });
    return { ...page, websites };
  }

  @Get(':id')
  @Render('lists/library/resource.page.njk')
  async show(
    @Param('id') id: string,
    @CurrentPerson() person: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.pages.resource(readerOf(person), id, reply);
  }

  @Get(':id/film')
  @Render('lists/library/film.page.njk')
  async film(
    @Param('id') id: string,
    @CurrentPerson() person: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.pages.film(readerOf(person), id, reply);
  }

  @Get(':id/:format')
  async file(
    @Param() asked: { id: string; format: string },
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return await this.pages.file(readerOf(person), asked, request, reply);
  }
}
