import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { TalkDays } from '@induct/events';
import { Clock, type Day } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Fields } from '../../forms/form-problems';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { talksHref } from '../programme/session.words';
import { readTalkTicks } from './talks.form';
import { doneWords, talksView } from './talks.view';

const number = z.coerce.number().int().nonnegative().max(9999).optional().catch(undefined);
const Done = z.object({ saved: number, left: number, took: number });
const A_DAY = z.iso.date();

/** Who was at the talks of a day: each is a session of one place, and nobody opens sixteen registers. */
@Screen({ path: 'admin/programme/events/:slug/talks/:day', access: ['officer'], title: 'Who was at the talks' })
export class TalksController {
  constructor(
    private readonly days: TalkDays,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/attendance/talks.page.njk')
  async show(
    @Param('slug') slug: string,
    @Param('day') day: string,
    @Query({ schema: Done }) done: z.infer<typeof Done>,
    @CurrentPerson() officer: SignedInPerson,
  ) {
    const on = dayOf(day);
    const found = await this.days.of(slug, on);
    return { ...talksView(slug, on, found, officer.id, this.clock.now()), ...doneWords(done) };
  }

  @Post()
  async save(
    @Param('slug') slug: string,
    @Param('day') day: string,
    @Body() sent: Fields | undefined,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const on = dayOf(day);
    const tookPlace = sent?.['act'] === 'took-place';
    const saved = await this.days.save(slug, on, readTalkTicks(sent ?? {}), { by: officer.id, tookPlace });
    const query = new URLSearchParams({
      saved: String(saved.changed),
      left: String(saved.left),
      took: String(saved.delivered),
    });
    return await reply.redirect(`${talksHref(slug, on)}?${query.toString()}`, 303);
  }
}

/** @throws NotHere */
function dayOf(text: string): Day {
  if (!A_DAY.safeParse(text).success) throw new NotHere('session');
  return text;
}
