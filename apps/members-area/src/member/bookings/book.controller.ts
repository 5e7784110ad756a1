import { Body, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import {
  Bookings,
  CannotBeBooked,
  OwnDiary,
  PlacesShown,
  Programme,
  type PlannedSession,
  type ShownPlaces,
} from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { BookForm } from './book.form';
import { bookView } from './book.view';
import { BookingAllowance } from './too-many-bookings';

const PAGE = 'member/bookings/book.page.njk';

/** A place at a session: what there is, what it meets, and the press that has it. */
@Screen({ path: 'bookings/new/:session', access: ['member', 'tester', 'officer'], proof: 'any', title: 'Book a place' })
export class BookController {
  constructor(
    private readonly programme: Programme,
    private readonly places: PlacesShown,
    private readonly diary: OwnDiary,
    private readonly bookings: Bookings,
    private readonly allowance: BookingAllowance,
  ) {}

  @Get()
  async ask(@Param('session') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const { session, shown } = await this.find(id, person);
    if (shown.own?.state === 'booked') return await reply.redirect(`/bookings/${shown.own.id}`, HttpStatus.SEE_OTHER);
    const [first] = shown.seats;
    if (!first || shown.seats.every(({ why }) => why !== undefined))
      throw new CannotBeBooked(first?.why ?? 'not bookable');
    return await reply.view(PAGE, await this.view(session, shown, person, {}, NO_PROBLEMS));
  }

  @Post()
  async book(
    @Param('session') id: string,
    @Body() sent: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    this.allowance.take(person.id);
    if (!isId(id)) throw new NotHere('session');
    return await takeForm(reply, {
      schema: BookForm,
      sent,
      page: PAGE,
      view: async (form, problems) => {
        const { session, shown } = await this.find(id, person);
        return this.view(session, shown, person, form, problems);
      },
      take: async ({ seat, seen }) => {
        const asked = { sessionId: id, personId: person.id, by: person.id };
        const booking = await this.bookings.book({ ...asked, ...(seat && { seat }) });
        // Whoever has a place, and wanted the other one.
        const isKept = booking.state === 'booked' && seat !== undefined && seat !== booking.seat;
        const done = isKept ? 'kept' : booking.state === 'booked' ? 'booked' : seen === 'place' ? 'late' : 'waiting';
        return `/bookings/${booking.id}?done=${done}`;
      },
    });
  }

  /** What is for planners only is not there. */
  private async find(id: string, person: SignedInPerson): Promise<{ session: PlannedSession; shown: ShownPlaces }> {
    if (!isId(id)) throw new NotHere('session');
    const [session, places] = await Promise.all([this.programme.session(id), this.places.of(person.id, [id])]);
    const shown = places.get(id);
    if (!shown || session.event === null || session.state === 'idea' || session.state === 'hold')
      throw new NotHere('session');
    return { session, shown };
  }

  private async view(
    session: PlannedSession,
    shown: ShownPlaces,
    person: SignedInPerson,
    form: Fields,
    problems: FormProblems,
  ) {
    const [clashes, { sessions }] = await Promise.all([
      this.diary.clashes(person.id, session),
      this.programme.event(session.event!.slug),
    ]);
    const dates = sessions.filter(({ state, id }) => state === 'confirmed' && id !== session.id);
    const others = await this.places.of(
      person.id,
      dates.map(({ id }) => id),
    );
    return { ...bookView({ session, shown, clashes, dates, others, form }), ...problems };
  }
}
