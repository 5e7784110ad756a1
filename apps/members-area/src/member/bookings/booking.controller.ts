import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  Bookings,
  DateIsFull,
  type OwnBooking,
  type OwnClash,
  OwnDiary,
  PlacesShown,
  Programme,
  ShownBookings,
} from '@induct/events';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, FieldIsWrong, takeForm } from '../../forms/take-form';
import { formOf } from '../../forms/form-of';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { datesToMoveTo } from './move.view';
import { bookingView } from './booking.view';
import { BookingAllowance } from './too-many-bookings';

const MOVE_PAGE = 'member/bookings/move.page.njk';
const MoveForm = formOf({ to: z.uuid('Choose a date') });

/** One of somebody's own bookings. Another's is not there. */
@Screen({
  path: 'bookings/:id',
  access: ['member', 'tester', 'officer'],
  proof: 'any',
  title: 'A booking',
  pages: { cancel: 'Cancel a booking', move: 'Change to another date' },
})
export class BookingController {
  constructor(
    private readonly bookings: Bookings,
    private readonly shown: ShownBookings,
    private readonly programme: Programme,
    private readonly places: PlacesShown,
    private readonly diary: OwnDiary,
    private readonly allowance: BookingAllowance,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/bookings/booking.page.njk')
  async show(@Param('id') id: string, @Query('done') done: unknown, @CurrentPerson() person: SignedInPerson) {
    const booking = await this.own(id, person);
    const [places, clashes] = await Promise.all([
      this.places.of(person.id, [booking.sessionId]),
      this.clashes(booking, person),
    ]);
    return bookingView(booking, places.get(booking.sessionId), { done, now: this.clock.now(), clashes });
  }

  @Get('cancel')
  async askToCancel(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const booking = await this.own(id, person);
    if (booking.state === 'cancelled') return await reply.redirect(`/bookings/${id}`, HttpStatus.SEE_OTHER);
    return await reply.view(
      'member/bookings/cancel.page.njk',
      bookingView(booking, undefined, { done: undefined, now: this.clock.now() }),
    );
  }

  @Post('cancel')
  async cancel(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    this.allowance.take(person.id);
    if (!isId(id)) throw new NotHere('booking');
    await this.bookings.cancel({ bookingId: id, by: person.id, as: 'self' });
    return await reply.redirect(`/bookings/${id}?done=cancelled`, HttpStatus.SEE_OTHER);
  }

  @Get('move')
  @Render(MOVE_PAGE)
  async askToMove(@Param('id') id: string, @CurrentPerson() person: SignedInPerson) {
    return { ...(await this.moveView(id, person)), form: {}, ...NO_PROBLEMS };
  }

  @Post('move')
  async move(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    this.allowance.take(person.id);
    if (!isId(id)) throw new NotHere('booking');
    return await takeForm(reply, {
      schema: MoveForm,
      sent,
      page: MOVE_PAGE,
      view: async (form, problems) => ({ ...(await this.moveView(id, person)), form, ...problems }),
      refusals: [atField(DateIsFull, 'to')],
      take: async ({ to }) => {
        if (!(await this.isOtherDate(id, to, person))) throw new FieldIsWrong('to', 'Choose another date');
        const booking = await this.bookings.move({ bookingId: id, toSessionId: to, by: person.id });
        return `/bookings/${booking.id}?done=moved`;
      },
    });
  }

  /** Of the same event: another event is booked by itself. */
  private async isOtherDate(id: string, to: string, person: SignedInPerson): Promise<boolean> {
    const { slug } = (await this.own(id, person)).session;
    return slug !== null && (await this.programme.event(slug)).sessions.some((one) => one.id === to);
  }

  private async moveView(id: string, person: SignedInPerson) {
    const booking = await this.own(id, person);
    const { slug } = booking.session;
    const { sessions } = slug === null ? { sessions: [] } : await this.programme.event(slug);
    const dates = sessions.filter((one) => one.state === 'confirmed' && one.id !== booking.sessionId);
    const places = await this.places.of(
      person.id,
      dates.map((one) => one.id),
    );
    return {
      ...bookingView(booking, undefined, { done: undefined, now: this.clock.now() }),
      ...datesToMoveTo(booking, dates, places),
    };
  }

  /** Something may have been booked, or moved, since. */
  private async clashes({ state, sessionId }: OwnBooking, person: SignedInPerson): Promise<OwnClash[]> {
    return state === 'cancelled' ? [] : this.diary.clashes(person.id, await this.programme.session(sessionId));
  }

  private async own(id: string, person: SignedInPerson): Promise<OwnBooking> {
    if (!isId(id)) throw new NotHere('booking');
    return this.shown.own(person.id, id);
  }
}
