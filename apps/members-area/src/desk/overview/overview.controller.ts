import { Get, Render } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { FiguresQueries } from '../progress/figures.queries';
import { ProgressFilter } from '../progress/progress-filter';
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
    private readonly figures: FiguresQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/overview/overview.page.njk')
  async show(@CurrentPerson() { roles }: SignedInPerson) {
    const [attention, figures, groups] = await Promise.all([
      this.overview.attention(),
      this.figures.byModule(EVERYBODY),
      this.figures.byGroup(),
    ]);
    return overviewView({ roles, attention, figures, groups, now: this.clock.now() });
  }
}
