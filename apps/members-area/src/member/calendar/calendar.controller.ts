import { Body, Get, Inject, Param, Post, Query, Render, Req, Res, UseGuards } from '@nestjs/common';
import { CalendarFeeds, NoFeedYet } from '@induct/events';
import { CONFIG, type Config } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type {} from '@fastify/view';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { CalendarForm } from './calendar.form';
import { addressesOf, calendarView } from './calendar.view';
import { FeedGuard } from './feed.guard';

const PAGE = 'member/calendar/calendar.page.njk';
const HERE = '/calendar';
const ICALENDAR = 'text/calendar; charset=utf-8';

/** How members have their bookings in their calendars, and the feed that those read. */
@Screen({
  path: 'calendar',
  access: ['member', 'tester', 'officer'],
  title: 'Your bookings in your calendar',
  under: 'bookings',
})
export class BookingsCalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@CurrentPerson() person: SignedInPerson, @Query('done') done: unknown) {
    return calendarView(await this.feeds.of(person.id), {}, NO_PROBLEMS, { done });
  }

  @Post()
  async choose(@Body() sent: unknown, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: CalendarForm,
      sent,
      page: PAGE,
      view: async (form, problems) => calendarView(await this.feeds.of(person.id), form, problems),
      refusals: [atField(NoFeedYet, 'way')],
      take: async ({ way }) => {
        await this.feeds.choose(person.id, way);
        return `${HERE}?done=saved`;
      },
    });
  }

  /** Answers with the page itself: the address is kept nowhere, so no other page could show it. */
  @Post('address')
  async make(@CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const address = addressesOf(await this.feeds.make(person.id), this.config.SITE_ORIGIN);
    const view = calendarView(await this.feeds.of(person.id), {}, NO_PROBLEMS, { address });
    return await reply.status(200).view(PAGE, view);
  }

  @Post('address/revoke')
  async revoke(@CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    await this.feeds.revoke(person.id);
    return await reply.redirect(`${HERE}?done=revoked`, 303);
  }

  /** One booking as a file, for whoever gets no invitations. */
  @Get('bookings/:id.ics')
  async booking(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const file = isId(id) ? await this.feeds.ofBooking(person.id, id) : undefined;
    if (file === undefined) throw new NotHere('booking');
    return await reply
      .type(ICALENDAR)
      .header('content-disposition', 'attachment; filename="booking.ics"')
      .header('cache-control', 'no-store')
      .send(file);
  }

  /** For programs: the address is all that they know. A stranger's question tells nobody whether it was ever somebody's. */
  @Get(':token.ics')
  @Access('public')
  @UseGuards(FeedGuard)
  async feed(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const feed = await this.feeds.read(token);
    if (!feed) throw new NotHere('calendar');
    void reply.headers({ 'cache-control': 'private, no-cache', etag: feed.etag, 'x-robots-tag': 'noindex, nofollow' });
    if (knows(request, feed.etag)) return await reply.status(304).send();
    return await reply.type(ICALENDAR).header('content-disposition', 'inline; filename="bookings.ics"').send(feed.text);
  }
}

/** What stands between may have called it weak: it packs what it hands on. */
const knows = (request: FastifyRequest, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
