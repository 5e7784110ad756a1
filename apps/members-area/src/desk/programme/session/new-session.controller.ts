import { Body as Sent, Get, Post, Query, Render, Res } from '@nestjs/common';
import type {} from '@fastify/view';
import { Asked } from '@induct/accreditation';
import {
  EventNotFound,
  HostHasTalks,
  Lessons,
  Programme,
  SessionCannotBecome,
  TimeIsTwice,
  TimesAreWrong,
} from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { gapsView } from '../event/gaps.view';
import { fieldsOfAnother, NewSessionForm } from './session.form';
import { sessionFormView } from './session-form.view';
import { sessionHref } from '../session.words';

const PAGE = 'desk/programme/session/new-session.page.njk';

/** A session is planned, or a date kept free. */
@Screen({ path: 'admin/programme/sessions/new', access: ['officer'], title: 'Plan a session' })
export class NewSessionController {
  constructor(
    private readonly programme: Programme,
    private readonly lessons: Lessons,
    private readonly asked: Asked,
  ) {}

  @Get()
  @Render(PAGE)
  async ask(@Query('event') slug: unknown) {
    const events = await this.programme.events();
    const about = events.find((event) => event.slug === slug);
    if (!about) return await this.view({ event: '', state: 'hold' }, NO_PROBLEMS);
    const { sessions } = await this.programme.event(about.slug);
    const before = sessions.findLast(({ state, startsAt }) => state !== 'cancelled' && startsAt !== null);
    const fields = before && { ...fieldsOfAnother(before), before: 'yes' };
    return await this.view({ ...fields, event: about.id, state: 'provisional' }, NO_PROBLEMS);
  }

  @Post()
  async add(@Sent() sent: Fields | undefined, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    // Another part is asked for: nothing is wrong with what was typed so far.
    if (sent?.['more'] !== undefined) return await reply.status(200).view(PAGE, await this.view(sent, NO_PROBLEMS));
    return await takeForm(reply, {
      schema: NewSessionForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(form, problems),
      refusals: [
        atField(SessionCannotBecome, 'state'),
        atField(EventNotFound, 'event', () => 'Choose what it is about'),
        atField(TimesAreWrong, 'on1-day'),
        atField(TimeIsTwice, 'on1-day'),
        atField(HostHasTalks, 'on1-day'),
      ],
      take: async ({ plan, state }) =>
        `${sessionHref(await this.programme.addSession(plan, state, officer.id))}?done=added`,
    });
  }

  private async view(form: Fields, problems: FormProblems) {
    const [events, topics] = await Promise.all([this.programme.events(), this.asked.all()]);
    const about = events.find(({ id }) => id === form['event']);
    const gaps = about ? await this.lessons.carriedTo(about.id) : [];
    return { ...sessionFormView({ events, topics }, form, problems), gaps: gapsView(gaps) };
  }
}
