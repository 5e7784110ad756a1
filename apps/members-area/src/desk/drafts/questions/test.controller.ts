import { Get, HttpStatus, Param, Post, Render, Res } from '@nestjs/common';
import {
  type Draft,
  DraftBeingTakenIn,
  DraftChecks,
  DraftNotBuilt,
  DraftPackages,
  type DraftProblem,
  Drafts,
  EDITIONS,
} from '@induct/authoring';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../../frame/screen';
import { draftHref, placeHref, mustBeId } from '../frame/addresses';

const PAGE = 'desk/drafts/questions/test.page.njk';

/** A draft becomes packages: one is taken in, for testers; both can be taken along. */
@Screen({ path: 'admin/drafts/:id/test', access: ['officer'], title: 'Build and test' })
export class DraftTestController {
  constructor(
    private readonly drafts: Drafts,
    private readonly checks: DraftChecks,
    private readonly packages: DraftPackages,
  ) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    const draft = await this.drafts.read(mustBeId(id));
    return this.page(draft, (await this.checks.check(draft, officer.id)).problems, false);
  }

  @Post()
  async build(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const draft = await this.drafts.read(mustBeId(id));
    try {
      const upload = await this.packages.takeIn(draft, officer.id);
      return await reply.redirect(`/admin/uploads/${upload}`, HttpStatus.SEE_OTHER);
    } catch (error) {
      if (error instanceof DraftNotBuilt)
        return await reply.status(HttpStatus.CONFLICT).view(PAGE, this.page(draft, error.problems, true));
      if (!(error instanceof DraftBeingTakenIn)) throw error;
      const { problems } = await this.checks.check(draft, officer.id);
      const upload = error.uploadId ? `/admin/uploads/${error.uploadId}` : draftHref(id);
      return await reply.status(HttpStatus.CONFLICT).view(PAGE, { ...this.page(draft, problems, false), upload });
    }
  }

  /** For a learning system that wants the one or the other. */
  @Get('package-:edition')
  async package(
    @Param('id') id: string,
    @Param('edition') name: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const edition = EDITIONS.find((one) => name === `${one}.zip`);
    const draft = await this.drafts.read(mustBeId(id));
    if (!edition) return await reply.redirect(`${draftHref(id)}/test`, HttpStatus.SEE_OTHER);
    try {
      const zip = await this.packages.build(draft, edition, officer.id);
      return await reply
        .headers({
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${draft.slug}-scorm-${edition}.zip"`,
          'cache-control': 'private, no-store',
        })
        .send(zip);
    } catch (error) {
      if (!(error instanceof DraftNotBuilt)) throw error;
      return await reply.status(HttpStatus.CONFLICT).view(PAGE, this.page(draft, error.problems, true));
    }
  }

  private page(draft: Draft, problems: readonly DraftProblem[], isRefused: boolean) {
    const { id, title } = draft;
    const shown = ({ isError, stops, words, place }: DraftProblem) => ({
      isError,
      stops,
      words,
      href: placeHref(id, place),
    });
    return {
      draft: { title, href: draftHref(id) },
      isRefused,
      stopping: problems.filter(({ stops }) => stops).map(shown),
      toMend: problems.filter(({ isError, stops }) => isError && !stops).map(shown),
      toLookAt: problems.filter(({ isError }) => !isError).map(shown),
    };
  }
}
