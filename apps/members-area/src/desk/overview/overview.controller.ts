import { Get, Render } from '@nestjs/common';
import { Programme } from '@induct/events';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { todayView } from '../programme/today.view';
import { FiguresQueries } from '../progress/figures.queries';
import { ProgressFilter } from '../progress/progress-filter';
import { ForAuditorsQueries } from './for-auditors.queries';
import { forAuditorsView } from './for-auditors.view';
import { OverviewQueries } from './overview.queries';
import { overviewView } from './overview.view';

const EVERYBODY = ProgressFilter.parse({});

/** The first page of the desk. */
@Screen({
  path: 'admin',
  access: ['officer', 'administrator', 'auditor'],
  title: 'Officers’ desk',
  menu: { area: 'desk', text: 'Overview', order: 10 },
})
export class OverviewController {
  constructor(
    private readonly overview: OverviewQueries,
    private readonly audit: ForAuditorsQueries,
    private readonly figures: FiguresQueries,
    private readonly programme: Programme,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/overview/overview.page.njk')
  async show(@CurrentPerson() { roles }: SignedInPerson) {
    const now = this.clock.now();
    const today = dayInLondon(now);
    const onlyReads = !roles.includes('officer') && !roles.includes('administrator');
    const [attention, figures, groups, sessions, controls] = await Promise.all([
      this.overview.attention(),
      this.figures.byModule(EVERYBODY),
      this.figures.byGroup(),
      roles.includes('officer') ? this.programme.between(today, today) : [],
      onlyReads ? this.audit.controls() : undefined,
    ]);
    return {
      ...overviewView({ roles, attention, figures, groups, now }),
      audit: controls && forAuditorsView(controls),
      today: todayView(sessions, today),
    };
  }
}
