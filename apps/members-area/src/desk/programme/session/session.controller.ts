import { Body as Sent, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import type {} from '@fastify/view';
import { Asked } from '@induct/accreditation';
import {
  clashFinder,
  type PlannedSession,
  pollsUntil,
  FixedDates,
  HostHasTalks,
  Programme,
  Registers,
  SessionCannotBecome,
  SessionNotFound,
  SessionWasChanged,
  ShownBookings,
  SomebodyWasThere,
} from '@induct/events';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { perhaps } from '../../../forms/texts';
import { isId } from '../../../frame/not-here';
import { Screen } from '../../../frame/screen';
import { actsFor, BECOMES, missingFor, SESSION_ACTS, type SessionAct } from './session-acts';
import { ACT_WORDS, calledSession, sessionView, whoIsAsked, whoIsTold } from './session.view';
import { sessionHref } from '../session.words';

const ACT = 'desk/programme/session/session-act.page.njk';
const revision = z.coerce.number().int().min(1).catch(0);
const ActForm = z.object({ revision, reason: perhaps('The reason', 500) });

/** One session: what is planned, and what becomes of it. */
@Screen({
  path: 'admin/programme/sessions/:id',
  access: ['officer'],
  title: 'A session',
  pages: {
    'keep-free': 'Keep the date free',
    plan: 'Make a session provisional',
    confirm: 'Confirm a session',
    postpone: 'Postpone a session',
    deliver: 'Say that a session took place',
    cancel: 'Cancel a session',
  },
})
export class SessionController {
  constructor(
    private readonly programme: Programme,
    private readonly dates: FixedDates,
    private readonly bookings: ShownBookings,
    private readonly registers: Registers,
    private readonly asked: Asked,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/programme/session/session.page.njk')
  async show(@Param('id') id: string, @Query('done') done: unknown) {
    const session = await this.find(id);
    const [clashes, topics] = await Promise.all([this.clashesOf(session), this.asked.all()]);
    const named = new Map(topics.map(({ slug, title }) => [slug, title]));
    return { ...sessionView({ session, clashes, topics: named, now: this.clock.now() }), done };
  }

  @Get([...SESSION_ACTS])
  @Render(ACT)
  async askTo(@Param('id') id: string, @Req() request: FastifyRequest) {
    return await this.act(actOf(request), await this.find(id), {}, NO_PROBLEMS);
  }

  @Post([...SESSION_ACTS])
  async do(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @Req() request: FastifyRequest,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const act = actOf(request);
    await this.find(id);
    const schema = ActForm.superRefine(({ reason }, context) => {
      if (act === 'cancel' && reason === '')
        context.addIssue({ code: 'custom', path: ['reason'], message: 'Enter why it is cancelled' });
    });
    return await takeForm(reply, {
      schema,
      sent,
      page: ACT,
      view: async (form, problems) => this.act(act, await this.find(id), form, problems),
      refusals: [
        atField(SessionWasChanged, 'what', ({ title }) => [
          title,
          'Look at the session as it is now before you go on.',
        ]),
        ...[SessionCannotBecome, SomebodyWasThere, HostHasTalks].map((wrong) => atField(wrong as never, 'what')),
      ],
      take: async ({ reason, revision: seen }) => {
        await this.programme.setState(id, BECOMES[act], { by: officer.id, revision: seen, reason });
        return `${sessionHref(id)}?done=${act}`;
      },
    });
  }

  private async act(act: SessionAct, session: PlannedSession, form: Fields, problems: FormProblems) {
    const isPossible = actsFor(session.state).includes(act);
    if (!isPossible) throw new SessionCannotBecome(session.state, BECOMES[act], []);
    const missing = missingFor(act, session, this.clock.now());
    return {
      act,
      words: ACT_WORDS[act],
      called: { id: calledSession(session) },
      session: calledSession(session),
      href: sessionHref(session.id),
      missing: missing.length > 0 ? new Intl.ListFormat('en-GB').format(missing) : undefined,
      told:
        whoIsTold(act, session, await this.bookings.ofSession(session.id)) ??
        whoIsAsked(act, session, await this.registers.register(session.id), dayInLondon(this.clock.now())),
      // Whoever was told of a change in the meantime has the session as it is now before them.
      revision: session.revision,
      form,
      ...problems,
    };
  }

  private async clashesOf(session: PlannedSession) {
    const [first, last] = [session.parts[0]?.on, session.parts.at(-1)?.on];
    if (!first || !last) return [];
    const [sessions, fixed] = await Promise.all([
      this.programme.between(first, last),
      this.dates.between(first, pollsUntil(last)),
    ]);
    return clashFinder({ sessions, fixed })(session);
  }

  /** @throws SessionNotFound */
  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new SessionNotFound();
    return await this.programme.session(id);
  }
}

/** What the end of the address asks for. */
function actOf({ routeOptions }: FastifyRequest): SessionAct {
  return SESSION_ACTS.find((act) => routeOptions.url?.endsWith(`/${act}`)) ?? 'plan';
}
