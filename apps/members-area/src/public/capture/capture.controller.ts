import { randomUUID } from 'node:crypto';
import { Body, Get, Header, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Captures, type LessonEntity, type PlannedSession, TooManyLessons } from '@induct/events';
import { Allowance, Clock, DomainError, readerDate, w } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import { kindItems, LESSON_KIND_NAMES, LessonForm } from '../../forms/lesson.form';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';

const PAGE = 'public/capture/capture.page.njk';
const ROBOTS = ['x-robots-tag', 'noindex, nofollow'] as const;
const PER_MINUTE = 30;

export class TooMuchAtOnce extends DomainError {
  readonly kind = 'too-many';
  readonly title = 'Too much was written down in a short time';
  override readonly remedy = 'Please wait a minute, then send it again.';
}

/** A facilitator writes down what a group said: whoever has the link can. */
@Screen({ path: 'capture', access: ['public'], pages: { ':token': 'What the group said' } })
export class CaptureController {
  private readonly allowance = new Allowance(PER_MINUTE);

  constructor(
    private readonly captures: Captures,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Header(...ROBOTS)
  @Render(PAGE)
  async show(@Param('token') token: string, @Query('done') done: unknown) {
    const { session, lessons } = await this.captures.find(token);
    return { ...captureView({ token, session, lessons }, { id: randomUUID() }, NO_PROBLEMS), isDone: done === 'added' };
  }

  @Post(':token')
  @Header(...ROBOTS)
  async write(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply) {
    const { id, session, lessons } = await this.captures.find(token);
    if (this.allowance.take(id, this.clock.now().getTime()) > 0) throw new TooMuchAtOnce();
    return await takeForm(reply, {
      schema: LessonForm,
      sent,
      page: PAGE,
      view: (form, problems) => captureView({ token, session, lessons }, form, problems),
      refusals: [atField(TooManyLessons, 'words')],
      take: async (said) => {
        await this.captures.write(token, said);
        return `/capture/${token}?done=added`;
      },
    });
  }
}

/** What came by this link, the newest first, and the form for more. */
const captureView = (
  { token, session, lessons }: { token: string; session: PlannedSession; lessons: readonly LessonEntity[] },
  form: Fields,
  problems: FormProblems,
) => ({
  href: `/capture/${token}`,
  title: session.event?.title ?? 'A session',
  when: [...new Set(session.parts.map(({ on }) => readerDate(on)))].reduce(
    (days, day) => (days ? w`${days} and ${day}` : day),
    '',
  ),
  lessons: lessons.toReversed().map(({ kind, prompt, words }) => ({ kind: LESSON_KIND_NAMES[kind], prompt, words })),
  kinds: kindItems(form['kind']),
  form,
  ...problems,
});
