import { Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Drafts, SchemeNotFound, SchemeQueries, VersionIsInWork } from '@induct/accreditation';
import { PeopleService } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { schemeView } from './schemes.view';

/** One scheme: its versions, what they ask for, and the one that is in work. */
@Screen({ path: 'admin/schemes/:slug', access: ['officer'], title: 'A scheme' })
export class SchemeController {
  constructor(
    private readonly queries: SchemeQueries,
    private readonly drafts: Drafts,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/schemes/scheme.page.njk')
  async show(@Param('slug') slug: string, @Query('done') done: unknown) {
    const [scheme, nameable] = await Promise.all([this.find(slug), this.queries.nameable()]);
    const who = scheme.versions.flatMap(({ proposedBy, adoptedBy }) => [proposedBy, adoptedBy]);
    const people = await this.people.names(who.filter((id) => id !== null));
    return schemeView(scheme, { nameable, people, today: dayInLondon(this.clock.now()), done });
  }

  @Post('versions')
  async beginVersion(
    @Param('slug') slug: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.find(slug);
    try {
      await this.drafts.beginVersion(id, officer.id);
    } catch (error) {
      // Pressed twice, or another officer was first: it is there.
      if (!(error instanceof VersionIsInWork)) throw error;
    }
    return await reply.redirect(`/admin/schemes/${slug}/draft`, HttpStatus.SEE_OTHER);
  }

  private async find(slug: string) {
    const scheme = await this.queries.bySlug(slug);
    if (!scheme) throw new SchemeNotFound();
    return scheme;
  }
}
