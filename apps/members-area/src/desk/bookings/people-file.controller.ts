import { Get, Param, Query, Req, Res } from '@nestjs/common';
import { Programme, type SessionBooking, SessionNotFound, ShownBookings } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { PeopleFilter } from './people-filter';
import { peopleColumns, shownOf } from './people.view';

/** Who has a place at a session, or waits for one, as a file. */
@Screen({ path: 'admin/programme/sessions/:id', access: ['officer'] })
export class PeopleFileController {
  constructor(
    private readonly programme: Programme,
    private readonly bookings: ShownBookings,
    private readonly lists: ListsAway,
  ) {}

  @Get(fileAddresses('people'))
  async file(
    @Param('id') id: string,
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!isId(id)) throw new SessionNotFound();
    await this.programme.session(id);
    const { show } = PeopleFilter.parse(query);
    const shown = shownOf(await this.bookings.ofSession(id), show);
    return await this.lists.send(request, reply, {
      name: 'people-of-a-session',
      columns: peopleColumns(show),
      batches: atOnce(shown),
      record: {
        actorId: officer.id,
        action: 'bookings.exported',
        subjectType: 'session',
        subjectId: id,
        detail: { show, rows: shown.length },
      },
    });
  }
}

/** A session has as many people as its room. */
async function* atOnce(rows: readonly SessionBooking[]): AsyncGenerator<readonly SessionBooking[]> {
  yield rows;
}
