import { Body as Sent, Get, Param, Post, Render, Res } from '@nestjs/common';
import type {} from '@fastify/view';
import { Asked } from '@induct/accreditation';
import {
  AttendanceIsRecorded,
  AttendedTopics,
  EventNotFound,
  HostHasTalks,
  Lessons,
  PlacesAreTaken,
  type PlannedSession,
  Programme,
  SessionCannotBecome,
  SessionIsOver,
  SessionNotFound,
  type SessionPlan,
  SessionWasChanged,
  SomebodyWasThere,
  TimeIsTwice,
  TimesAreWrong,
} from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { isId } from '../../../frame/not-here';
import { Screen } from '../../../frame/screen';
import { Rehearsal } from '../../rehearsal/rehearsal';
import { editCheckView } from './edit-check.view';
import { gapsView } from '../event/gaps.view';
import { actsFor } from './session-acts';
import { keepingOpening, sessionFields, SessionForm } from './session.form';
import { sessionFormView } from './session-form.view';
import { calledSession } from './session.view';
import { sessionHref } from '../session.words';

const PAGE = 'desk/programme/session/edit-session.page.njk';
const CHECK = 'desk/programme/session/edit-check.page.njk';

const Seen = z.object({
  revision: z.coerce.number().int().min(1).catch(0),
  checked: z.literal('yes').optional().catch(undefined),
});
const ChangeForm = SessionForm.and(Seen).transform(({ revision, checked, ...plan }) => ({ revision, checked, plan }));

/** Another day, place or title of a session, and other places. Where letters go, they are seen first. */
@Screen({
  path: 'admin/programme/sessions/:id/edit',
  access: ['officer'],
  title: 'Change a session',
})
export class EditSessionController {
  constructor(
    private readonly programme: Programme,
    private readonly attended: AttendedTopics,
    private readonly rehearsal: Rehearsal,
    private readonly lessons: Lessons,
    private readonly asked: Asked,
  ) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('id') id: string) {
    const session = await this.find(id);
    if (actsFor(session.state).length === 0) throw new SessionIsOver(session.state);
    return await this.form(session, sessionFields(session), NO_PROBLEMS);
  }

  @Post()
  async change(
    @Param('id') id: string,
    @Sent() sent: Fields | undefined,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const session = await this.find(id);
    // Another part is asked for, or something else is to be changed before it is saved.
    if (sent?.['more'] !== undefined || sent?.['back'] !== undefined)
      return await reply.status(200).view(PAGE, await this.form(session, sent, NO_PROBLEMS));
    return await takeForm(reply, {
      schema: ChangeForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.form(session, form, problems),
      refusals: [
        atField(SessionWasChanged, 'revision', ({ title }) => title),
        atField(EventNotFound, 'event', () => 'Choose what it is about'),
        atField(SessionCannotBecome, 'event'),
        atField(PlacesAreTaken, 'places-room-any'),
        ...[TimesAreWrong, TimeIsTwice, AttendanceIsRecorded, SomebodyWasThere, HostHasTalks].map((wrong) =>
          atField(wrong as never, 'on1-day'),
        ),
      ],
      take: async ({ plan: typed, revision, checked }) => {
        const plan = keepingOpening(typed, session.pools);
        const letters = checked ? undefined : await this.lettersOf(session, plan, revision, officer);
        if (letters) return await reply.status(200).view(CHECK, editCheckView(session, sent ?? {}, letters));
        await this.programme.changeSession(id, plan, revision, officer.id);
        // Whoever was there has shown what it is about, as that is put right now.
        if (session.state === 'confirmed') await this.attended.settleAnew(id, officer.id);
        return `${sessionHref(id)}?done=changed`;
      },
    });
  }

  /** Undefined: nobody is told of it. @throws whatever the change is refused with */
  private async lettersOf({ id, state }: PlannedSession, plan: SessionPlan, seen: number, { id: by }: SignedInPerson) {
    if (state !== 'confirmed') return undefined;
    const rehearsed = await this.rehearsal.of([id], (tx) => this.programme.changeSession(id, plan, seen, by, tx));
    return rehearsed.letters.length + rehearsed.later.length > 0 ? rehearsed : undefined;
  }

  private async form(session: PlannedSession, form: Fields, problems: FormProblems) {
    const [events, topics, gaps] = await Promise.all([
      this.programme.events(),
      this.asked.all(),
      session.eventId === null ? [] : this.lessons.carriedTo(session.eventId),
    ]);
    return {
      ...sessionFormView({ events, topics }, form, problems),
      gaps: gapsView(gaps),
      title: calledSession(session),
      href: sessionHref(session.id),
    };
  }

  /** @throws SessionNotFound */
  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new SessionNotFound();
    return await this.programme.session(id);
  }
}
