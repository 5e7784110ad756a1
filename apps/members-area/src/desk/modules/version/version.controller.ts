import { Get, Param, Query, Req, Res } from '@nestjs/common';
import { Comparisons } from '@induct/course';
import { JsonRoute, wantsPage } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { GatedPublishing } from '@induct/steering';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../../frame/screen';
import { NotHere } from '../../../frame/not-here';
import { draftHref } from '../../drafts/frame/addresses';
import { DraftsQueries } from '../../drafts/drafts.queries';
import { VersionJson, versionJson } from './version.json';
import { type VersionPage, VersionQueries } from './version.queries';
import { versionView } from './version.view';

/** A version: where it stands, what was found in it, how it differs, and whether it may be published. */
@Screen({
  path: 'admin/modules/:slug/versions/:number',
  access: ['officer', 'administrator'],
  title: 'A version of a module',
})
export class VersionController {
  constructor(
    private readonly versions: VersionQueries,
    private readonly comparisons: Comparisons,
    private readonly publishing: GatedPublishing,
    private readonly drafts: DraftsQueries,
  ) {}

  @Get()
  @JsonRoute('A version of a module: where it stands, and how it differs from the one before', VersionJson)
  async show(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Query() query: { with?: unknown; done?: unknown },
    @CurrentPerson() reader: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.versions.find(slug, number);
    if (!version) throw new NotHere('version of a module');
    const other = comparedWith(version, query.with);
    const [gate, comparison, draft] = await Promise.all([
      this.publishing.mayPublish(version.id),
      other === undefined ? undefined : this.comparisons.between(other, version.id),
      this.drafts.ofVersion(version.id),
    ]);
    void reply.header('vary', 'accept');
    if (!wantsPage(request)) return await reply.send(versionJson(version, gate, comparison));
    const { done } = query;
    return await reply.view('desk/modules/version/version.page.njk', {
      ...versionView({ version, gate, comparison, reader, done }),
      writtenAt: draft !== undefined && reader.roles.includes('officer') && draftHref(draft),
    });
  }
}

/** The version asked for, else the one before, else (of the first one) none. */
function comparedWith({ number, others }: VersionPage, asked: unknown): string | undefined {
  const wanted = others.find((other) => String(other.number) === asked);
  return (wanted ?? others.find((other) => other.number < number))?.id;
}
