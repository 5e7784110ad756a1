import { Body as Sent, Get, Post, Render, Res } from '@nestjs/common';
import { Programme } from '@induct/events';
import { Bodies } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { EventForm } from './event.form';
import { eventFormView } from './event.view';
import { eventHref } from '../session.words';

const PAGE = 'desk/programme/event/new-event.page.njk';

/** An event comes to the programme. */
@Screen({ path: 'admin/programme/events/new', access: ['officer'], title: 'Add an event' })
export class NewEventController {
  constructor(
    private readonly programme: Programme,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async ask() {
    return await this.view({}, NO_PROBLEMS);
  }

  @Post()
  async add(@Sent() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: EventForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(form, problems),
      take: async (described) => {
        const { slug } = await this.programme.eventOf(await this.programme.addEvent(described, officer.id));
        return `${eventHref(slug)}?done=added`;
      },
    });
  }

  private async view(form: Fields, problems: FormProblems) {
    const facts = { bodies: await this.bodies.all(), today: dayInLondon(this.clock.now()) };
    return eventFormView(facts, form, problems);
  }
}
