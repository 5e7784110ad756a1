import { Get, HttpStatus, Param, Post, Render, Res } from '@nestjs/common';
import { VersionDeletion, VersionIsNeeded } from '@induct/course';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../../frame/screen';
import { fileSize } from '../../../words/counted';
import { NotHere } from '../../../frame/not-here';
import { versionHref } from '../version-href';
import { type VersionPage, VersionQueries } from './version.queries';

/** Deleting a draft that nobody has done anything with: asked once. */
@Screen({ path: 'admin/modules/:slug/versions/:number/delete', access: ['officer'], title: 'Delete a version' })
export class DeleteController {
  constructor(
    private readonly versions: VersionQueries,
    private readonly deletion: VersionDeletion,
  ) {}

  @Get()
  @Render('desk/modules/version/delete.page.njk')
  async ask(@Param('slug') slug: string, @Param('number') number: string) {
    const version = await this.find(slug, number);
    if (!version.canGo) throw new VersionIsNeeded();
    return {
      href: versionHref(version),
      module: { title: version.course.title },
      number: version.number,
      size: fileSize(version.bytes),
      isOnly: version.others.length === 0,
    };
  }

  @Post()
  async delete(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.find(slug, number);
    await this.deletion.delete(version.id, officer.id);
    const { others, course } = version;
    const module = others.length > 0 ? `/admin/modules/${encodeURIComponent(course.slug)}` : '/admin/modules';
    return await reply.redirect(`${module}?done=deleted`, HttpStatus.SEE_OTHER);
  }

  private async find(slug: string, number: string): Promise<VersionPage> {
    const version = await this.versions.find(slug, number);
    if (!version) throw new NotHere('version of a module');
    return version;
  }
}
