import { Body, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { Renewals } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { NoteForm } from './choose.form';
import { ModulesQueries } from './modules.queries';

@Screen({ path: 'modules/:slug/note', access: ['member', 'tester'], proof: 'any' })
export class NoteController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly renewals: Renewals,
  ) {}

  /** "I have read this": once is enough, and twice does no harm. */
  @Post()
  async read(
    @Param('slug') slug: string,
    @Body({ schema: NoteForm }) { publication }: { publication: string },
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    if (!(await this.modules.toStart(slug))) throw new NotHere('module');
    await this.renewals.readNote(person.id, publication);
    return await reply.redirect(`/modules/${encodeURIComponent(slug)}?noted=yes`, HttpStatus.SEE_OTHER);
  }
}
