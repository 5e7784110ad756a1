import { Get, Query, Render } from '@nestjs/common';
import { Reviews } from '@induct/course';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { FindingQueries, RoundQueries, type RoundState, SteeringHomeQueries } from '@induct/steering';
import { z } from 'zod';
import { pageNumber } from '../../lists/filter';
import { Screen } from '../../frame/screen';
import { pageOrLast } from '../../lists/page-or-last';
import { READERS, seesAll, WORKERS } from '../readers';
import { CLOSED_PER_PAGE } from './closed-rounds.view';
import { homeView, OPEN_PER_PAGE } from './home.view';

const HomePages = z.object({ open: pageNumber, page: pageNumber });

/** The steering group's home. */
@Screen({
  path: 'testing',
  access: READERS,
  title: 'Testing',
  menu: [
    { area: 'learning', text: 'Testing', order: 40 },
    { area: 'desk', group: 'Learning', text: 'Testing', order: 40 },
  ],
})
export class TestingHomeController {
  constructor(
    private readonly home: SteeringHomeQueries,
    private readonly roundRows: RoundQueries,
    private readonly findings: FindingQueries,
    private readonly reviews: Reviews,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('testing/home/home.page.njk')
  async show(@Query() query: unknown, @CurrentPerson() person: SignedInPerson) {
    const wanted = HomePages.parse(query);
    const all = seesAll(person);
    const testerId = all ? undefined : person.id;
    const [waiting, overrides, open, closed, ready, months, overdue] = await Promise.all([
      this.home.waiting(person.id, person.roles),
      this.home.overrides(),
      this.rounds('open', testerId, OPEN_PER_PAGE, wanted.open),
      this.rounds('closed', testerId, CLOSED_PER_PAGE, wanted.page),
      this.home.ready(),
      this.findings.byMonth(),
      this.reviews.overdue(),
    ]);
    return homeView({
      seesAll: all,
      officer: person.roles.includes('officer'),
      works: person.roles.some((role) => (WORKERS as readonly string[]).includes(role)),
      waiting,
      overrides,
      open,
      closed,
      ready,
      months,
      overdue,
      pages: { open: open.page, page: closed.page },
      now: this.clock.now(),
    });
  }

  private rounds(state: RoundState, testerId: string | undefined, per: number, wanted: number) {
    const read = (page: number) => this.roundRows.page({ state, testerId }, { limit: per, offset: (page - 1) * per });
    return pageOrLast(read, wanted, per);
  }
}
