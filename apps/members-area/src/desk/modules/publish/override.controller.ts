import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import { JsonRoute } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { GatedPublishing, OverrideNotFound } from '@induct/steering';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../../frame/screen';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { takeForm } from '../../../forms/take-form';
import { OVERRIDE_REASON_LIMIT, OverrideForm } from './override.form';
import type { PublishFields } from './publish-order';
import { PublishPages } from './publish-pages';
import { versionHref } from '../version-href';
import { PublishedJson } from '../version/version.json';
import type { VersionPage } from '../version/version.queries';

const PROPOSE = 'desk/modules/publish/override.page.njk';

/** Publishing over the gate: an administrator proposes it with a reason, and an officer confirms. */
@Screen({
  path: 'admin/modules/:slug/versions/:number/override',
  access: ['administrator'],
  proof: 'fresh',
  title: 'Propose to publish without sign-off',
  pages: { confirm: 'Publish without sign-off' },
})
export class OverrideController {
  constructor(
    private readonly pages: PublishPages,
    private readonly publishing: GatedPublishing,
  ) {}

  @Get()
  async ask(@Param('slug') slug: string, @Param('number') number: string, @Res() reply: FastifyReply) {
    const version = await this.pages.find(slug, number);
    const gate = await this.publishing.mayPublish(version.id);
    if (gate.open || gate.override) return await reply.redirect(versionHref(version), HttpStatus.SEE_OTHER);
    return await reply.view(PROPOSE, proposal(version, {}, NO_PROBLEMS, gate.refusals));
  }

  @Post()
  async propose(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() administrator: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.pages.find(slug, number);
    return await takeForm(reply, {
      schema: OverrideForm,
      sent,
      page: PROPOSE,
      view: async (form, problems) =>
        proposal(version, form, problems, (await this.publishing.mayPublish(version.id)).refusals),
      take: async ({ reason }) => {
        await this.publishing.proposeOverride(version.id, administrator.id, reason);
        return `${versionHref(version)}?done=proposed`;
      },
    });
  }

  @Get('confirm')
  @Access('officer')
  async check(@Param('slug') slug: string, @Param('number') number: string, @Res() reply: FastifyReply) {
    const version = await this.pages.find(slug, number);
    await this.waiting(version);
    return await this.pages.form(version, 'override/confirm', reply);
  }

  /** Publishes it in the same act. */
  @Post('confirm')
  @Access('officer')
  @JsonRoute('Confirm an override and publish the version', PublishedJson)
  async confirm(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() body: PublishFields,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.pages.find(slug, number);
    const overrideId = await this.waiting(version);
    return await this.pages.take(
      { version, way: 'override/confirm', body },
      ({ description, refresh }) => this.publishing.confirmOverride(overrideId, officer.id, description, refresh),
      { request, reply },
    );
  }

  @Post('withdraw')
  @Access('officer', 'administrator')
  async withdraw(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.pages.find(slug, number);
    await this.publishing.withdrawOverride(await this.waiting(version), person.id);
    return await reply.redirect(`${versionHref(version)}?done=withdrawn`, HttpStatus.SEE_OTHER);
  }

  /** @throws OverrideNotFound when none waits to be confirmed */
  private async waiting(version: VersionPage): Promise<string> {
    const { override } = await this.publishing.mayPublish(version.id);
    if (!override) throw new OverrideNotFound();
    return override.id;
  }
}

const proposal = (
  version: VersionPage,
  form: Fields,
  problems: FormProblems,
  refusals: readonly { words: string }[],
) => ({
  module: { title: version.course.title },
  version: { number: version.number, href: versionHref(version) },
  limit: OVERRIDE_REASON_LIMIT,
  refusals,
  form,
  ...problems,
});
