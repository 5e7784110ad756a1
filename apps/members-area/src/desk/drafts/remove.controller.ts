import { Get, Param, Post, Render, Res } from '@nestjs/common';
import { Drafts } from '@induct/authoring';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { draftHref, DRAFTS, mustBeId } from './frame/addresses';
import { DraftsQueries } from './drafts.queries';

/** A draft that is not wanted any more: it is asked first, and can be brought back. */
@Screen({ path: 'admin/drafts/:id', access: ['officer'], pages: { remove: 'Remove a module that is being written' } })
export class RemoveDraftController {
  constructor(
    private readonly drafts: Drafts,
    private readonly queries: DraftsQueries,
  ) {}

  @Get('remove')
  @Render('desk/drafts/remove.page.njk')
  async ask(@Param('id') id: string) {
    const { title } = await this.drafts.read(mustBeId(id));
    return { draft: { title, href: draftHref(id) }, isBuilt: (await this.queries.packages(id)).length > 0 };
  }

  @Post('remove')
  async remove(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    await this.drafts.remove(mustBeId(id), officer.id);
    return await reply.redirect(`${DRAFTS}?done=removed`, 303);
  }

  @Post('bring-back')
  async bringBack(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    await this.drafts.bringBack(mustBeId(id), officer.id);
    return await reply.redirect(`${draftHref(id)}?done=back`, 303);
  }
}
