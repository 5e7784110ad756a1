import { Body as Sent, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { UnaskedEvents } from '@induct/accreditation';
import { Lessons, Programme } from '@induct/events';
import { Bodies } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { gapsView } from './gaps.view';
import { EventForm } from './event.form';
import { eventFields, eventFormView, eventView } from './event.view';
import { eventHref } from '../session.words';

const EDIT = 'desk/programme/event/edit-event.page.njk';

/** One event: what it is about, and its sessions. */
@Screen({
  path: 'admin/programme/events/:slug',
  access: ['officer'],
  title: 'An event',
  pages: { edit: 'Change an event' },
})
export class EventController {
  constructor(
    private readonly programme: Programme,
    private readonly lessons: Lessons,
    private readonly bodies: Bodies,
    private readonly unasked: UnaskedEvents,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/programme/event/event.page.njk')
  async show(@Param('slug') slug: string, @Query('done') done: unknown) {
    const [found, bodies, unasked] = await Promise.all([
      this.programme.event(slug),
      this.bodies.all(),
      this.unasked.all(),
    ]);
    const gaps = await this.lessons.carriedTo(found.event.id);
    return {
      ...eventView({ ...found, bodies }),
      gaps: gapsView(gaps),
      unasked: unasked.find((one) => one.slug === slug),
      done,
    };
  }

  @Get('edit')
  @Render(EDIT)
  async ask(@Param('slug') slug: string) {
    const { event, outcomes } = await this.programme.event(slug);
    return await this.view(slug, event.title, eventFields(event, outcomes), NO_PROBLEMS);
  }

  @Post('edit')
  async change(
    @Param('slug') slug: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { event } = await this.programme.event(slug);
    return await takeForm(reply, {
      schema: EventForm,
      sent,
      page: EDIT,
      view: (form, problems) => this.view(slug, event.title, form, problems),
      take: async (described) => {
        await this.programme.changeEvent(event.id, described, officer.id);
        return `${eventHref(slug)}?done=changed`;
      },
    });
  }

  private async view(slug: string, title: string, form: Fields, problems: FormProblems) {
    const facts = { bodies: await this.bodies.all(), today: dayInLondon(this.clock.now()) };
    return { ...eventFormView(facts, form, problems), title, href: eventHref(slug) };
  }
}
