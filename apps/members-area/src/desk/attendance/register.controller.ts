import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Asked, Withdrawals } from '@induct/accreditation';
import {
  AttendedTopics,
  Attenders,
  CorrectionNeedsAReason,
  type PlannedSession,
  Programme,
  Registers,
  type Saved,
} from '@induct/events';
import { PeopleService } from '@induct/people';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { correctionsView, type Lost } from './corrections.view';
import { registerView } from './register.view';
import { changesIn, readTicks, type Ticks } from './ticks.form';

const PAGE = 'desk/attendance/register.page.njk';
const MOST_FOUND = 10;
/** In an address. */
const MOST_NAMED = 30;
const REASON_LIMIT = 400;
const Form = z.looseObject({
  reason: z.string().trim().max(REASON_LIMIT, `Enter ${REASON_LIMIT} characters or less`).optional(),
});
const Done = z.object({
  saved: z.coerce.number().int().nonnegative().optional().catch(undefined),
  lost: z.string().max(2000).optional().catch(undefined),
});

/** Who was at a session: ticked part by part, closed, and corrected. */
@Screen({
  path: 'admin/programme/sessions/:id/register',
  access: ['officer'],
  title: 'Who was there',
  pages: { corrections: 'Corrections of a register' },
})
export class AttendanceController {
  constructor(
    private readonly programme: Programme,
    private readonly registers: Registers,
    private readonly attended: AttendedTopics,
    private readonly attenders: Attenders,
    private readonly people: PeopleService,
    private readonly asked: Asked,
    private readonly withdrawals: Withdrawals,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async show(
    @Param('id') id: string,
    @Query({ schema: Done }) done: z.infer<typeof Done>,
    @CurrentPerson() officer: SignedInPerson,
  ) {
    const session = await this.find(id);
    return { ...(await this.page(session, officer)), done: done.saved, ...NO_PROBLEMS };
  }

  /** Somebody is looked for with what is ticked already: nothing of it is lost. */
  @Post()
  async save(
    @Param('id') id: string,
    @Body() sent: Fields | undefined,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const session = await this.find(id);
    const ticks = readTicks(sent ?? {});
    if (ticks.act !== 'save')
      return await reply.status(200).view(PAGE, { ...(await this.page(session, officer, ticks)), ...NO_PROBLEMS });
    return await takeForm(reply, {
      schema: Form,
      sent,
      page: PAGE,
      view: async (_form: Fields, problems: FormProblems) => ({
        ...(await this.page(session, officer, ticks)),
        ...problems,
      }),
      refusals: [atField(CorrectionNeedsAReason, 'reason')],
      take: async ({ reason }) => {
        const marks = changesIn(
          ticks,
          session.parts.map(({ number }) => number),
        );
        const saved = await this.registers.save(id, marks, { by: officer.id, how: 'register', reason: reason ?? null });
        await this.attended.settleAnew(id, officer.id);
        if (saved.overtaken.length + saved.refused.length > 0)
          return await reply
            .status(200)
            .view(PAGE, { ...(await this.page(session, officer, ticks, saved)), ...NO_PROBLEMS });
        const to = `/admin/programme/sessions/${id}/register`;
        const lost = saved.lost.slice(0, MOST_NAMED).join();
        return lost
          ? `${to}/corrections?saved=${saved.changed.length}&lost=${lost}`
          : `${to}?saved=${saved.changed.length}`;
      },
    });
  }

  @Post('close')
  async close(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    await this.find(id);
    await this.registers.close(id, officer.id);
    return await reply.redirect(`/admin/programme/sessions/${id}/register`, 303);
  }

  @Get('corrections')
  @Render('desk/attendance/corrections.page.njk')
  async corrections(@Param('id') id: string, @Query({ schema: Done }) { saved, lost }: z.infer<typeof Done>) {
    const session = await this.find(id);
    const corrections = await this.registers.corrections(id);
    // Only of those who stand in the list: an address of somebody else's making tells nothing about others.
    const named = [...new Set(lost?.split(','))].slice(0, MOST_NAMED);
    const people = named.flatMap((personId) => corrections.find((one) => one.personId === personId) ?? []);
    const taken = await Promise.all(people.map(({ personId, name }) => this.taken(personId, name)));
    return correctionsView(session, corrections, taken, saved);
  }

  private async page(session: PlannedSession, officer: SignedInPerson, ticks?: Ticks, saved?: Saved) {
    const [register, guests, titles, found] = await Promise.all([
      this.registers.register(session.id),
      this.attenders.guests(session.id),
      this.asked.all(),
      ticks?.q && ticks.act === 'find'
        ? this.people.list({ search: ticks.q, limit: MOST_FOUND, offset: 0 })
        : undefined,
    ]);
    const more = [...register.map(({ id }) => id), ...(ticks?.seen.keys() ?? [])];
    return {
      ...registerView({
        session,
        attenders: await this.attenders.of(session.id, more),
        guests,
        register,
        reader: officer.id,
        titles: new Map(titles.map(({ slug, title }) => [slug, title])),
        now: this.clock.now(),
        ticks,
        saved,
        found: found?.people,
      }),
      limit: REASON_LIMIT,
    };
  }

  private async taken(id: string, name: string): Promise<Lost> {
    const evidence = (await this.withdrawals.ofPerson(id)).filter(
      ({ kind, withdrawnAt }) => kind === 'attendance' && withdrawnAt,
    );
    const resting = await Promise.all(evidence.map((one) => this.withdrawals.find(one.id)));
    const waiting = resting.flatMap((one) => one.resting).filter(({ waits }) => waits);
    return { id, name, proposed: [...new Set(waiting.map(({ number }) => number))] };
  }

  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new NotHere('session');
    return await this.programme.session(id);
  }
}
