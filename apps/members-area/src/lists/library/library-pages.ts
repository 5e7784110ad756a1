import { HttpStatus, Injectable, type StreamableFile } from '@nestjs/common';
import { FORMATS, type Format, LibraryReading, ResourceNotFound, youTubeFilm } from '@induct/handbook';
import { CouncilContacts, type Role } from '@induct/people';
import { Clock, dayInLondon, FileStore } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../frame/not-here';
import { pageOrLast } from '../page-or-last';
import { allowOwnFilms, allowPlayer, PLAYER } from './film-policy';
import { LibraryFilter, type LibraryHome } from './library-filter';
import { libraryView, PER_PAGE } from './library.view';
import { sendResourceFile } from './resource-file';
import { resourceHref, resourceView } from './resource.view';

/** Who reads, and where. */
export interface LibraryReader {
  home: LibraryHome;
  /** Undefined: a stranger. */
  roles: readonly Role[] | undefined;
}

/** The pages of the library, for whoever is signed in and for the public alike. */
@Injectable()
export class LibraryPages {
  constructor(
    private readonly reading: LibraryReading,
    private readonly contacts: CouncilContacts,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async list({ home, roles }: LibraryReader, query: unknown) {
    const filter = LibraryFilter.parse(query);
    const read = (page: number) => this.reading.page(roles, filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const [{ rows, total, page }, news, choices] = await Promise.all([
      pageOrLast(read, filter.page, PER_PAGE),
      this.reading.news(roles),
      this.reading.choices(roles),
    ]);
    return libraryView(home, { ...filter, page }, { rows, total, news, choices });
  }

  /** @throws ResourceNotFound */
  async resource({ home, roles }: LibraryReader, id: string, reply: FastifyReply) {
    const [resource, contact] = await Promise.all([this.find(roles, id), this.contacts.now()]);
    const page = resourceView(home, resource, contact, dayInLondon(this.clock.now()));
    if (page.film && page.film.own.length > 0) allowOwnFilms(reply);
    return page;
  }

  /** The film in its player, which is asked for now and not before. @throws ResourceNotFound */
  async film(reader: LibraryReader, id: string, reply: FastifyReply) {
    const resource = await this.find(reader.roles, id);
    const film = resource.kind === 'film' && this.reading.isShown(resource) ? youTubeFilm(resource.url) : undefined;
    if (!film) throw new ResourceNotFound();
    allowPlayer(reply);
    const { title, language, transcript, resourceId } = resource;
    const address = `${PLAYER}/embed/${film}?autoplay=1&rel=0&cc_load_policy=1&cc_lang_pref=${language}`;
    return { title, language, transcript, player: address, href: resourceHref(reader.home, resourceId) };
  }

  /** A file of the newest version; an address of a format that it has no more leads to its page. @throws ResourceNotFound */
  async file(
    { home, roles }: LibraryReader,
    { id, format }: { id: string; format: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    if (!isId(id) || !FORMATS.includes(format as Format)) throw new ResourceNotFound();
    const { resource, file } = await this.reading.file(roles, id, format as Format);
    if (file) return sendResourceFile(request, reply, this.files, { title: resource.title, file });
    void reply.status(HttpStatus.FOUND).header('location', resourceHref(home, id));
    return undefined;
  }

  private async find(roles: readonly Role[] | undefined, id: string) {
    if (!isId(id)) throw new ResourceNotFound();
    return await this.reading.find(roles, id);
  }
}
