import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { AgreedHosts, HostIsWrong, ScriptsNeedADraft } from '@induct/course';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../../frame/screen';
import { NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { NotHere } from '../../../frame/not-here';
import { versionHref } from '../version-href';
import { type VersionPage, VersionQueries } from '../version/version.queries';
import { AgreeForm } from './agree.form';
import { agreeView, hostsView } from './hosts.view';

const AGREE = 'desk/modules/hosts/agree.page.njk';

/** Which other websites a version loads from: an officer agrees to each. */
@Screen({
  path: 'admin/modules/:slug/versions/:number/hosts',
  access: ['officer'],
  title: 'Other websites',
  pages: { agree: 'Agree to a website' },
})
export class HostsController {
  constructor(
    private readonly versions: VersionQueries,
    private readonly hosts: AgreedHosts,
  ) {}

  @Get()
  @Access('officer', 'administrator')
  @Render('desk/modules/hosts/hosts.page.njk')
  async show(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Query('done') done: unknown,
    @CurrentPerson() reader: SignedInPerson,
  ) {
    return hostsView(await this.find(slug, number), reader.roles.includes('officer'), done);
  }

  @Get('agree')
  @Render(AGREE)
  async ask(@Param('slug') slug: string, @Param('number') number: string, @Query('host') host: unknown) {
    return agreeView(await this.find(slug, number), { host }, NO_PROBLEMS);
  }

  @Post('agree')
  async agree(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() body: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.find(slug, number);
    return await takeForm(reply, {
      schema: AgreeForm,
      sent: body,
      page: AGREE,
      view: (form, problems) => agreeView(version, { uses: [], ...form }, problems),
      refusals: [
        atField(
          HostIsWrong,
          ({ field }) => field,
          ({ message }) => message,
        ),
        atField(ScriptsNeedADraft, 'uses'),
      ],
      take: async (form) => {
        await this.hosts.agree({ versionId: version.id, ...form, by: officer.id });
        return `${versionHref(version)}/hosts?done=agreed`;
      },
    });
  }

  @Post('withdraw')
  async withdraw(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() body: { host?: unknown },
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.find(slug, number);
    await this.hosts.withdraw(version.id, typeof body?.host === 'string' ? body.host : '', officer.id);
    return await reply.redirect(`${versionHref(version)}/hosts?done=withdrawn`, HttpStatus.SEE_OTHER);
  }

  private async find(slug: string, number: string): Promise<VersionPage> {
    const version = await this.versions.find(slug, number);
    if (!version) throw new NotHere('version of a module');
    return version;
  }
}
