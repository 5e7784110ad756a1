import { Get, Query, Render, Req, Res } from '@nestjs/common';
import { ShownBookings } from '@induct/events';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { eachPage } from '../../lists/each-page';
import { fileAddresses, fileKindOf, sendListFile } from '../../lists/list-file';
import { pageOrLast } from '../../lists/page-or-last';
import { BookingsFilter } from './bookings-filter';
import { BOOKINGS, bookingsView, PER_PAGE } from './bookings.view';

/** What somebody has booked. */
@Screen({
  path: 'bookings',
  access: ['member', 'tester', 'officer'],
  proof: 'any',
  title: 'Your bookings',
  menu: { area: 'learning', text: 'Bookings', order: 23, roles: ['member', 'tester'] },
})
export class BookingsController {
  constructor(
    private readonly bookings: ShownBookings,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/bookings/bookings.page.njk')
  async list(@Query() query: unknown, @CurrentPerson() person: SignedInPerson) {
    const filter = BookingsFilter.parse(query);
    const read = (page: number) => this.read(person, filter, page);
    const { rows, total, page } = await pageOrLast(read, filter.page, PER_PAGE);
    return bookingsView({ ...filter, page }, rows, total, this.clock.now());
  }

  private read({ id }: SignedInPerson, { show }: BookingsFilter, page: number) {
    return this.bookings.ofPerson(id, { show: show || 'coming', page, per: PER_PAGE });
  }
}

/** The list as a file. It is one's own: taking it away is on no record. */
@Screen({ path: '', access: ['member', 'tester', 'officer'], proof: 'any' })
export class BookingsFileController {
  constructor(
    private readonly bookings: ShownBookings,
    private readonly clock: Clock,
  ) {}

  @Get(fileAddresses('bookings'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { show } = BookingsFilter.parse(query);
    const read = (page: number) => this.bookings.ofPerson(person.id, { show: show || 'coming', page, per: PER_PAGE });
    return await sendListFile(reply, {
      kind: fileKindOf(request),
      name: `bookings-${dayInLondon(this.clock.now())}`,
      columns: BOOKINGS,
      batches: eachPage(read, PER_PAGE),
    });
  }
}
