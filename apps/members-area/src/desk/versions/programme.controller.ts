import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { DaysAreWrong, type ProgrammePeriodEntity, ProgrammeVersions, ShownVersions } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { ProgrammeForm } from './programme.form';
import { programmeView } from './programme.view';
import { programmeHref, versionHref } from '../../words/programme-versions';

const EDIT = 'desk/versions/edit.page.njk';

/** One programme, and its versions. */
@Screen({
  path: 'admin/versions/:slug',
  access: ['officer'],
  title: 'A programme',
  pages: { edit: 'Change a programme' },
  back: 'A programme',
})
export class ProgrammeVersionsController {
  constructor(
    private readonly shown: ShownVersions,
    private readonly versions: ProgrammeVersions,
  ) {}

  @Get()
  @Render('desk/versions/programme.page.njk')
  async show(@Param('slug') slug: string, @Query('done') done: unknown) {
    return programmeView(await this.shown.of(slug), done);
  }

  /** Makes a version of what is planned now. */
  @Post('versions')
  async freeze(@Param('slug') slug: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const { programme } = await this.shown.of(slug);
    const number = await this.versions.freeze(programme.id, officer.id);
    return await reply.redirect(`${versionHref(slug, number)}?done=frozen`, 303);
  }

  @Get('edit')
  @Render(EDIT)
  async ask(@Param('slug') slug: string) {
    const { programme } = await this.shown.of(slug);
    const { title, firstDay, lastDay } = programme;
    const form = { title, ...dayFields('firstDay', firstDay), ...dayFields('lastDay', lastDay) };
    return { ...around(programme), form, ...NO_PROBLEMS };
  }

  @Post('edit')
  async change(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { programme } = await this.shown.of(slug);
    return await takeForm(reply, {
      schema: ProgrammeForm,
      sent,
      page: EDIT,
      view: (form, problems) => ({ ...around(programme), form, ...problems }),
      refusals: [atField(DaysAreWrong, 'lastDay-day')],
      take: async (described) => {
        await this.versions.change(programme.id, described, officer.id);
        return `${programmeHref(slug)}?done=changed`;
      },
    });
  }
}

const around = ({ slug, title }: ProgrammePeriodEntity) => ({ title, href: programmeHref(slug) });
