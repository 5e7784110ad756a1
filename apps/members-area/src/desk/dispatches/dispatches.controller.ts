import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  Courses,
  DispatchNotFound,
  Dispatches,
  NotToBeDispatched,
  OrderNotDispatched,
  VersionNotFound,
} from '@induct/course';
import { PeopleService } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { filtered, PageOf } from '../../lists/filter';
import { listView } from '../../lists/list';
import { pageWithin } from '../../lists/paging';
import { dispatchForm, ZipForm } from './dispatch.form';
import { DISPATCHES, dispatchView, newDispatchView, zipName } from './dispatches.view';

const PER_PAGE = 25;
const NEW = 'desk/dispatches/new.page.njk';
const ONE = 'desk/dispatches/dispatch.page.njk';
/** Of which figures are shown. */
const DAYS = 60;
const pages = filtered(PageOf, '/admin/dispatches');

/** Modules that other councils play in their own learning systems. */
@Screen({
  path: 'admin/dispatches',
  access: ['officer'],
  title: 'Modules for other councils',
  pages: { new: 'Give a module to another council', ':id': 'A module for another council', ':id/revoke': 'Revoke it' },
  under: 'admin/modules',
  back: 'Modules for other councils',
})
export class DispatchesController {
  constructor(
    private readonly dispatches: Dispatches,
    private readonly courses: Courses,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/dispatches/dispatches.page.njk')
  async list(@Query() query: unknown) {
    const total = await this.dispatches.count();
    const page = pageWithin(PageOf.parse(query).page, PER_PAGE, total);
    const rows = await this.dispatches.page(PER_PAGE, (page - 1) * PER_PAGE);
    const caption = 'Modules for other councils, the newest first';
    const href = (to: number) => pages.address({ page: to });
    return { list: listView({ columns: DISPATCHES, rows, caption, page, per: PER_PAGE, total, href }) };
  }

  @Get('new')
  @Render(NEW)
  async ask() {
    return await this.form({}, NO_PROBLEMS);
  }

  @Post('new')
  async make(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: dispatchForm(dayInLondon(this.clock.now())),
      sent,
      page: NEW,
      view: (form: Fields, problems: FormProblems) => this.form(form, problems),
      refusals: [
        atField(VersionNotFound, 'version', () => 'Choose a module'),
        atField(NotToBeDispatched, 'version'),
        atField(OrderNotDispatched, 'version'),
      ],
      take: async ({ version: versionId, partner, ends: endsOn, launches: mostLaunches, sites }) => {
        const order = { versionId, partner, endsOn, mostLaunches, sites, by: officer.id };
        return `/admin/dispatches/${await this.dispatches.make(order)}`;
      },
    });
  }

  @Get(':id')
  @Render(ONE)
  async show(@Param('id') id: string) {
    return await this.one(id, {}, NO_PROBLEMS);
  }

  /** Each download has a secret of its own, so it is an act and on record. */
  @Post(':id/zip')
  async zip(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: ZipForm,
      sent,
      page: ONE,
      view: (form: Fields, problems: FormProblems) => this.one(id, form, problems),
      take: async ({ edition }) => {
        const { courseTitle } = await this.find(id);
        const zip = await this.dispatches.zip(id, edition, officer.id);
        return await reply
          .status(200)
          .header('content-type', 'application/zip')
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="${zipName(courseTitle, edition)}"`)
          .send(zip);
      },
    });
  }

  @Get(':id/revoke')
  @Render('desk/dispatches/revoke.page.njk')
  async askToRevoke(@Param('id') id: string) {
    const { partner, courseTitle } = await this.find(id);
    return { partner, module: courseTitle, href: `/admin/dispatches/${id}` };
  }

  @Post(':id/revoke')
  async revoke(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    await this.find(id);
    await this.dispatches.revoke(id, officer.id);
    return await reply.redirect(`/admin/dispatches/${id}`, 303);
  }

  private async form(form: Fields, problems: FormProblems) {
    return newDispatchView(await this.courses.published(), form, problems);
  }

  private async one(id: string, form: Fields, problems: FormProblems) {
    const dispatch = await this.find(id);
    const [days, names] = await Promise.all([
      this.dispatches.days(id, DAYS),
      this.people.names([dispatch.madeBy, ...(dispatch.revokedBy ? [dispatch.revokedBy] : [])]),
    ]);
    const nameOf = (person: string | null) => (person && names.get(person)) || 'Somebody';
    const facts = { dispatch, days, madeBy: nameOf(dispatch.madeBy), revokedBy: nameOf(dispatch.revokedBy) };
    return dispatchView(facts, form, problems);
  }

  /** @throws DispatchNotFound */
  private async find(id: string) {
    if (!isId(id)) throw new DispatchNotFound();
    return await this.dispatches.find(id);
  }
}
