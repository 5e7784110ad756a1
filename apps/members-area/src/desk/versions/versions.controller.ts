import { Body, Get, Post, Query, Render, Res } from '@nestjs/common';
import { DaysAreWrong, ProgrammeVersions, ShownVersions } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { pageOrLast } from '../../lists/page-or-last';
import { ProgrammeForm } from './programme.form';
import { programmeHref } from '../../words/programme-versions';
import { PER_PAGE, versionsView } from './versions.view';

const NEW = 'desk/versions/new.page.njk';

/** Programmes on their way from a plan to what is published. */
@Screen({
  path: 'admin/versions',
  access: ['officer'],
  title: 'Versions of the programme',
  pages: { new: 'Add a programme' },
  menu: { area: 'desk', group: 'Programme', text: 'Versions', order: 54 },
  back: 'Versions',
})
export class VersionsController {
  constructor(
    private readonly shown: ShownVersions,
    private readonly versions: ProgrammeVersions,
  ) {}

  @Get()
  @Render('desk/versions/versions.page.njk')
  async list(@Query() query: unknown) {
    const read = (page: number) => this.shown.page(PER_PAGE, (page - 1) * PER_PAGE);
    const { rows, total, page } = await pageOrLast(read, PageOf.parse(query).page, PER_PAGE);
    return versionsView(rows, total, page);
  }

  @Get('new')
  @Render(NEW)
  ask() {
    return { form: {}, ...NO_PROBLEMS };
  }

  @Post('new')
  async add(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: ProgrammeForm,
      sent,
      page: NEW,
      view: (form, problems) => ({ form, ...problems }),
      refusals: [atField(DaysAreWrong, 'lastDay-day')],
      take: async (described) => `${programmeHref(await this.versions.add(described, officer.id))}?done=added`,
    });
  }
}
