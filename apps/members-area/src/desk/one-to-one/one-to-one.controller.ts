import { Body as Sent, Get, Post, Query, Render, Res } from '@nestjs/common';
import type {} from '@fastify/view';
import { HostHasTalks, OneToOneDays, Programme, TimeIsTwice } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { OneToOneForm } from './one-to-one.form';
import { dayOf, oneToOneView, shownAs } from './one-to-one.view';

const PAGE = 'desk/one-to-one/one-to-one.page.njk';

/** A day of talks with one person at a time is planned: shown first, then put into the programme as a whole. */
@Screen({ path: 'admin/programme/one-to-one', access: ['officer'], title: 'Plan a one-to-one day' })
export class OneToOneController {
  constructor(
    private readonly days: OneToOneDays,
    private readonly programme: Programme,
  ) {}

  /** @param of a session that keeps the day for talks, as an imported programme has them */
  @Get()
  @Render(PAGE)
  async ask(@Query('of') of: unknown) {
    return oneToOneView(typeof of === 'string' && isId(of) ? dayOf(await this.programme.session(of)) : {}, NO_PROBLEMS);
  }

  @Post()
  async plan(@Sent() sent: Fields | undefined, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: OneToOneForm,
      sent,
      page: PAGE,
      view: (form, problems) => oneToOneView(form, problems),
      refusals: [atField(TimeIsTwice, 'hours'), atField(HostHasTalks, 'hosts')],
      take: async (day) => {
        if (sent?.['again'] !== undefined || sent?.['shown'] !== shownAs(day)) {
          const members = await this.days.members();
          return await reply.status(200).view(PAGE, oneToOneView(sent ?? {}, NO_PROBLEMS, { day, members }));
        }
        const [first] = await this.days.plan(day, officer.id);
        return `/admin/programme/events/${first}?done=added`;
      },
    });
  }
}
