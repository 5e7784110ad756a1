import { Controller, Get, Render } from '@nestjs/common';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { FiguresQueries } from '../progress/figures.queries';
import { ProgressFilter } from '../progress/progress-filter';
import { OverviewQueries } from './overview.queries';
import { overviewView } from './overview.view';

const EVERYBODY = ProgressFilter.parse({});

/** The first page of the desk. */
@Controller('admin')
@Access('officer', 'administrator', 'auditor')
export class OverviewController {
  constructor(
    private readonly overview: OverviewQueries,
    private readonly figures: FiguresQueries,
  ) {}

  @Get()
  @Render('desk/overview/overview.page.njk')
  async show(@CurrentPerson() { roles }: SignedInPerson) {
    const [attention, figures, groups] = await Promise.all([
      this.overview.attention(),
      this.figures.byModule(EVERYBODY),
      this.figures.byGroup(),
    ]);
    return overviewView({ roles, attention, figures, groups });
  }
}
