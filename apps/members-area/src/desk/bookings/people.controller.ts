import { Get, Param, Query, Render } from '@nestjs/common';
import { Invitations, type PlannedSession, Programme, SessionNotFound, ShownBookings } from '@induct/events';
import { Clock } from '@induct/platform';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { mayStillBook } from './may-still-book';
import { PeopleFilter } from './people-filter';
import { peopleView } from './people.view';

/** Who has a place at a session, who waits for one, and whose was cancelled. */
@Screen({
  path: 'admin/programme/sessions/:id/people',
  access: ['officer'],
  title: 'People of a session',
  back: 'People',
})
export class PeopleOfSessionController {
  constructor(
    private readonly programme: Programme,
    private readonly bookings: ShownBookings,
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/bookings/people.page.njk')
  async show(@Param('id') id: string, @Query() query: unknown, @Query('done') done: unknown) {
    const session = await this.find(id);
    const [bookings, invitations] = await Promise.all([
      this.bookings.ofSession(id),
      this.invitations.listed({ sessionId: id }),
    ]);
    const mayBook = mayStillBook(session, this.clock.now());
    return { ...peopleView({ session, bookings, invitations, filter: PeopleFilter.parse(query), mayBook }), done };
  }

  /** @throws SessionNotFound */
  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new SessionNotFound();
    return await this.programme.session(id);
  }
}
