import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import type {} from '@fastify/view';
import {
  Bookings,
  OwnDiary,
  type PlannedSession,
  Programme,
  type Seat,
  SessionNotFound,
  ShownBookings,
} from '@induct/events';
import { DomainError } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { FieldIsWrong, takeForm } from '../../forms/take-form';
import { Who } from '../../forms/who';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { BookForForm } from './book-for.form';
import { bookForView, bookForCheckView } from './book-for.view';
import { peopleHref } from './people-filter';
import { Rehearsal } from '../rehearsal/rehearsal';

const PAGE = 'desk/bookings/book-for.page.njk';

/** An officer books for somebody: the letters that go are seen first. */
@Screen({
  path: 'admin/programme/sessions/:id/people/book',
  access: ['officer'],
  title: 'Book for somebody',
})
export class BookForController {
  constructor(
    private readonly programme: Programme,
    private readonly bookings: Bookings,
    private readonly shown: ShownBookings,
    private readonly rehearsal: Rehearsal,
    private readonly diary: OwnDiary,
    private readonly who: Who,
  ) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('id') id: string) {
    return bookForView(await this.find(id), {}, [], NO_PROBLEMS);
  }

  @Post()
  async book(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const session = await this.find(id);
    return await takeForm(reply, {
      schema: BookForForm,
      sent,
      page: PAGE,
      view: async (form: Fields, problems: FormProblems) =>
        bookForView(session, form, await this.who.choices(form), problems),
      take: async ({ seat, checked, ...meant }) => {
        const personId = await this.who.meant(meant);
        if ((await this.shown.ofSession(id)).some((one) => one.personId === personId && one.state !== 'cancelled'))
          throw new FieldIsWrong('who', 'They have a place already, or wait for one');
        const asked = { sessionId: id, personId, by: officer.id, ...(seat && { seat }) };
        if (checked) {
          const { state } = await atWho(() => this.bookings.book(asked));
          return `${peopleHref(id)}?done=${state}${state === 'waiting' ? '&show=waiting' : ''}`;
        }
        return await reply.status(200).view(PAGE, await this.check(session, asked, meant.who));
      },
    });
  }

  /** What comes of it, and which letters go. */
  private async check(
    session: PlannedSession,
    asked: { sessionId: string; personId: string; by: string; seat?: Seat },
    who: string,
  ) {
    const rehearsed = await atWho(() => this.rehearsal.of([session.id], (tx) => this.bookings.book(asked, tx)));
    const clashes = await this.diary.clashes(asked.personId, session);
    return bookForCheckView(session, { ...rehearsed, clashes, who, personId: asked.personId });
  }

  /** @throws SessionNotFound */
  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new SessionNotFound();
    return await this.programme.session(id);
  }
}

/** Whatever a booking is refused with stands at the name. */
async function atWho<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DomainError && error.kind !== 'not-found') throw new FieldIsWrong('who', error.title);
    throw error;
  }
}
