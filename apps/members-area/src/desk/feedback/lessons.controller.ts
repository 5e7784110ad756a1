import { randomUUID } from 'node:crypto';
import { Body, Get, Inject, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Captures, LessonNotFound, Lessons, type PlannedSession, Programme, SessionNotFound } from '@induct/events';
import { CONFIG, type Config } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { LessonForm } from '../../forms/lesson.form';
import { lessonsView } from './lessons.view';

const PAGE = 'desk/feedback/lessons.page.njk';

/** What came of the group discussions of a session. */
@Screen({ path: 'admin/programme/sessions/:id/lessons', access: ['officer'], title: 'Lessons of a session' })
export class LessonsController {
  constructor(
    private readonly programme: Programme,
    private readonly lessons: Lessons,
    private readonly captures: Captures,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('id') id: string, @Query('done') done: unknown) {
    return { ...(await this.page(await this.find(id))), done };
  }

  @Post()
  async add(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const session = await this.find(id);
    return await takeForm(reply, {
      schema: LessonForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(session, { form, problems }),
      take: async (said) => {
        await this.lessons.add(id, said, officer.id);
        return this.href(id, 'added');
      },
    });
  }

  /** The link is shown this once: only its hash is kept. */
  @Post('links')
  async makeLink(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const session = await this.find(id);
    const link = `${this.config.SITE_ORIGIN}/capture/${await this.captures.make(id, officer.id)}`;
    return await reply.status(200).view(PAGE, await this.page(session, { link }));
  }

  @Post('links/:link/revoke')
  async revoke(
    @Param('id') id: string,
    @Param('link') link: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    if (!isId(link)) throw new LessonNotFound();
    await this.captures.revoke(id, link, officer.id);
    return await reply.redirect(this.href(id, 'revoked'), 303);
  }

  @Post(':lesson')
  async act(
    @Param('id') id: string,
    @Param('lesson') lesson: string,
    @Body() sent: Fields | undefined,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    if (!isId(lesson)) throw new LessonNotFound();
    const act = sent?.['act'];
    if (act === 'carry') await this.lessons.carry(id, lesson);
    if (act === 'leave') await this.lessons.leave(id, lesson);
    if (act === 'remove') await this.lessons.remove(id, lesson, officer.id);
    return await reply.redirect(this.href(id, 'changed'), 303);
  }

  private async page(
    session: PlannedSession,
    { form, problems = NO_PROBLEMS, link }: { form?: Fields; problems?: FormProblems; link?: string } = {},
  ) {
    const [lessons, captures, next] = await Promise.all([
      this.lessons.ofSession(session.id),
      this.captures.ofSession(session.id),
      session.eventId ? this.lessons.next(session.eventId) : undefined,
    ]);
    return lessonsView({ session, lessons, captures, next, link }, form ?? { id: randomUUID() }, problems);
  }

  private href(id: string, done: string): string {
    return `/admin/programme/sessions/${id}/lessons?done=${done}`;
  }

  /** @throws SessionNotFound */
  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new SessionNotFound();
    return await this.programme.session(id);
  }
}
