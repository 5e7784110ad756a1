import { Body as Sent, Get, Param, Post, Render, Res } from '@nestjs/common';
import { Asked, EventCannotBePrinted, MandateMakesNoSense } from '@induct/accreditation';
import { Programme } from '@induct/events';
import { Bodies } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { EventMandateForm } from './event-mandate.form';
import { eventMandateView, firstFields } from './event-mandate.view';
import { AskingForEvents, EventIsNotMandatory } from './asking-for-events.service';

const PAGE = 'desk/event-mandate/event-mandate.page.njk';

/** A mandatory event is asked for, so that somebody is reminded and somebody is told: one press, and a second person. */
@Screen({ path: 'admin/programme/events/:slug/mandate', access: ['officer'], title: 'Ask for an event' })
export class EventMandateController {
  constructor(
    private readonly programme: Programme,
    private readonly bodies: Bodies,
    private readonly asked: Asked,
    private readonly asking: AskingForEvents,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('slug') slug: string) {
    const { event, sessions } = await this.programme.event(slug);
    if (!event.mandatory) throw new EventIsNotMandatory();
    return await this.view(slug, firstFields({ sessions }, dayInLondon(this.clock.now())), NO_PROBLEMS);
  }

  @Post()
  async propose(
    @Param('slug') slug: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: EventMandateForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(slug, form, problems),
      refusals: [
        atField(MandateMakesNoSense, ({ field }) => (field === 'fixed' ? 'due-day' : 'what')),
        atField(EventCannotBePrinted, 'what'),
      ],
      take: async (how) => {
        const is = await this.asking.ask(slug, how, officer.id);
        return `/admin/mandates?done=${is === 'waiting' ? 'proposed' : 'alone'}`;
      },
    });
  }

  private async view(slug: string, form: Fields, problems: FormProblems) {
    const [{ event, sessions }, topics, bodies] = await Promise.all([
      this.programme.event(slug),
      this.asked.all(),
      this.bodies.all(),
    ]);
    const bodyName = bodies.find(({ id }) => id === event.bodyId)?.name;
    return eventMandateView({ event, sessions, topics, bodyName }, form, problems);
  }
}
