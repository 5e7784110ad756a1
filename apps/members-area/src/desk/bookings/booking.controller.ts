import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import type {} from '@fastify/view';
import {
  Bookings,
  type PlannedSession,
  Programme,
  type SessionBooking,
  SessionNotFound,
  ShownBookings,
} from '@induct/events';
import { Clock, DomainError } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { FieldIsWrong, takeForm } from '../../forms/take-form';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { MoveForm } from './book-for.form';
import { bookingView, cancelView, moveCheckView, moveView } from './booking.view';
import { mayStillBook } from './may-still-book';
import { peopleHref } from './people-filter';
import { Rehearsal } from '../rehearsal/rehearsal';

const MOVE = 'desk/bookings/move.page.njk';

/** One booking: an officer cancels it for whoever has it, or books them for another date instead. */
@Screen({
  path: 'admin/programme/sessions/:id/people/:booking',
  access: ['officer'],
  title: 'A booking',
  pages: { cancel: 'Cancel a booking', move: 'Book another date instead' },
})
export class BookingController {
  constructor(
    private readonly programme: Programme,
    private readonly bookings: Bookings,
    private readonly shown: ShownBookings,
    private readonly rehearsal: Rehearsal,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/bookings/booking.page.njk')
  async show(@Param('id') id: string, @Param('booking') bookingId: string) {
    const { session, booking } = await this.find(id, bookingId);
    return bookingView(session, booking, mayStillBook(session, this.clock.now()));
  }

  @Get('cancel')
  @Render('desk/bookings/cancel.page.njk')
  async askToCancel(
    @Param('id') id: string,
    @Param('booking') bookingId: string,
    @CurrentPerson() officer: SignedInPerson,
  ) {
    const { session, booking } = await this.find(id, bookingId);
    const rehearsed = await this.rehearsal.of([id], (tx) =>
      this.bookings.cancel({ bookingId, by: officer.id, as: 'officer' }, tx),
    );
    return cancelView(session, booking, rehearsed);
  }

  @Post('cancel')
  async cancel(
    @Param('id') id: string,
    @Param('booking') bookingId: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id, bookingId);
    await this.bookings.cancel({ bookingId, by: officer.id, as: 'officer' });
    return await reply.redirect(`${peopleHref(id)}?done=cancelled`, 303);
  }

  @Get('move')
  @Render(MOVE)
  async askToMove(@Param('id') id: string, @Param('booking') bookingId: string) {
    const { session, booking } = await this.find(id, bookingId);
    return moveView(session, booking, await this.others(session), {}, NO_PROBLEMS);
  }

  @Post('move')
  async move(
    @Param('id') id: string,
    @Param('booking') bookingId: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { session, booking } = await this.find(id, bookingId);
    const others = await this.others(session);
    return await takeForm(reply, {
      schema: MoveForm,
      sent,
      page: MOVE,
      view: (form: Fields, problems: FormProblems) => moveView(session, booking, others, form, problems),
      take: async ({ to, checked }) => {
        const other = others.find((one) => one.id === to);
        if (!other) throw new FieldIsWrong('to', 'Choose another date');
        const asked = { bookingId, toSessionId: to, by: officer.id, as: 'officer' as const };
        if (!checked) {
          const rehearsed = await atTo(() => this.rehearsal.of([id, to], (tx) => this.bookings.move(asked, tx)));
          return await reply.status(200).view(MOVE, moveCheckView(session, booking, { other, ...rehearsed }));
        }
        await atTo(() => this.bookings.move(asked));
        return `${peopleHref(id)}?done=moved`;
      },
    });
  }

  /** Other dates of the same event that can be booked. */
  private async others({ id, event }: PlannedSession): Promise<PlannedSession[]> {
    if (!event) return [];
    const { sessions } = await this.programme.event(event.slug);
    return sessions.filter((one) => one.id !== id && mayStillBook(one, this.clock.now()));
  }

  /** @throws SessionNotFound, and NotHere when it is cancelled or of another session */
  private async find(id: string, bookingId: string): Promise<{ session: PlannedSession; booking: SessionBooking }> {
    if (!isId(id)) throw new SessionNotFound();
    const [session, bookings] = await Promise.all([this.programme.session(id), this.shown.ofSession(id)]);
    const booking = bookings.find((one) => one.id === bookingId && one.state !== 'cancelled');
    if (!booking) throw new NotHere('booking');
    return { session, booking };
  }
}

/** Whatever another date is refused with stands at the choice. */
async function atTo<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DomainError && error.kind !== 'not-found') throw new FieldIsWrong('to', error.title);
    throw error;
  }
}
