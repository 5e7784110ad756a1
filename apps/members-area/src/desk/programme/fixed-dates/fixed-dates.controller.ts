import { Body as Sent, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  FIXED_DATE_KIND_NAMES,
  FIXED_DATE_KINDS,
  type FixedDateEntity,
  FixedDateIsThere,
  FixedDateNotFound,
  FixedDates,
} from '@induct/events';
import { Clock, type Day, dayInLondon, daysLater } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { aDay, formOf } from '../../../forms/form-of';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { writing } from '../../../forms/texts';
import { isId } from '../../../frame/not-here';
import { Screen } from '../../../frame/screen';
import { filtered, PageOf } from '../../../lists/filter';
import { type Column, listView } from '../../../lists/list';
import { pageWithin } from '../../../lists/paging';
import { weekdayAndDate } from '../session.words';

const PAGE = 'desk/programme/fixed-dates/fixed-dates.page.njk';
const PATH = '/admin/programme/fixed-dates';
const PER_PAGE = 50;
/** So long ago it is of no use to whoever plans. */
const SINCE_DAYS = 365;
const pages = filtered(PageOf, PATH);

const FixedDateForm = formOf({
  title: writing({ missing: 'Enter what it is', name: 'What it is', longest: 150 }),
  kind: z.enum(FIXED_DATE_KINDS, 'Choose of what kind it is'),
  on: aDay('Enter the day', 'The day'),
});

const COLUMNS: readonly Column<FixedDateEntity>[] = [
  { head: 'What', cell: ({ title }) => ({ text: title, classes: 'induct-breaks' }) },
  { head: 'Day', cell: ({ on }) => weekdayAndDate(on) },
  { head: 'Kind', cell: ({ kind }) => FIXED_DATE_KIND_NAMES[kind] },
  { head: 'Change', cell: ({ id, title }) => ({ text: 'Remove', href: `${PATH}/${id}/remove`, hidden: title }) },
];

/** The days that others have set, and the programme goes round. */
@Screen({
  path: 'admin/programme/fixed-dates',
  access: ['officer'],
  title: 'Fixed dates',
  menu: { area: 'desk', group: 'Programme', text: 'Fixed dates', order: 54 },
  back: 'Fixed dates',
})
export class FixedDatesController {
  constructor(
    private readonly dates: FixedDates,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Query() query: Fields) {
    return { ...(await this.view({}, NO_PROBLEMS, PageOf.parse(query).page)), done: query['done'] };
  }

  @Post()
  async add(@Sent() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: FixedDateForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(form, problems, 1),
      refusals: [atField(FixedDateIsThere, 'title')],
      take: async (date) => {
        await this.dates.add(date, officer.id);
        return `${PATH}?done=added`;
      },
    });
  }

  private async view(form: Fields, problems: FormProblems, wanted: number) {
    const dates = await this.dates.between(this.since(), '9999-12-31');
    const page = pageWithin(wanted, PER_PAGE, dates.length);
    return {
      list: listView({
        columns: COLUMNS,
        rows: dates.slice((page - 1) * PER_PAGE, page * PER_PAGE),
        caption: 'Fixed dates, the earliest first',
        page,
        per: PER_PAGE,
        total: dates.length,
        href: (to) => pages.address({ page: to }),
      }),
      kinds: FIXED_DATE_KINDS.map((value) => ({ value, text: FIXED_DATE_KIND_NAMES[value] })),
      form,
      ...problems,
    };
  }

  private since(): Day {
    return daysLater(dayInLondon(this.clock.now()), -SINCE_DAYS);
  }
}

/** A fixed date is taken out again. */
@Screen({ path: 'admin/programme/fixed-dates/:id', access: ['officer'], pages: { remove: 'Remove a fixed date' } })
export class RemoveFixedDateController {
  constructor(private readonly dates: FixedDates) {}

  @Get('remove')
  @Render('desk/programme/fixed-dates/remove-fixed-date.page.njk')
  async ask(@Param('id') id: string) {
    const { title, on } = await this.find(id);
    return { title, on: weekdayAndDate(on), href: `${PATH}/${id}/remove`, back: PATH };
  }

  @Post('remove')
  async remove(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    await this.find(id);
    await this.dates.remove(id, officer.id);
    return await reply.redirect(`${PATH}?done=removed`, 303);
  }

  /** @throws FixedDateNotFound */
  private async find(id: string): Promise<FixedDateEntity> {
    if (!isId(id)) throw new FixedDateNotFound();
    return await this.dates.one(id);
  }
}
