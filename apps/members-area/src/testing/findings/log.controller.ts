import { Get, Param, Query, Render } from '@nestjs/common';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Previews } from '@induct/steering';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { PageOf } from '../../lists/filter';
import { pageWithin } from '../../lists/paging';
import { WORKERS } from '../readers';
import { FindingPages } from './finding-pages';
import { FindingChoicesQueries } from './finding-choices.queries';
import { CALLS_PER_PAGE, logView } from './log.view';

/** The part of a preview's run-time log that belongs to a finding. */
@Screen({ path: 'testing/findings/:findingId/log', access: WORKERS, title: 'Run-time log of a finding' })
export class LogController {
  constructor(
    private readonly pages: FindingPages,
    private readonly previews: Previews,
    private readonly rows: FindingChoicesQueries,
  ) {}

  @Get()
  @Render('testing/findings/log.page.njk')
  async show(@Param('findingId') id: string, @Query() query: unknown, @CurrentPerson() reader: SignedInPerson) {
    const finding = await this.pages.find(id, reader);
    const { previewId, logFrom, logTo } = finding;
    const standard = previewId ? await this.previews.standardOf(previewId) : undefined;
    if (!previewId || !standard || logTo === null) throw new NotHere('run-time log');
    const from = logFrom ?? 1;
    // Numbers have no gaps.
    const total = Math.max(0, logTo - from + 1);
    const page = pageWithin(PageOf.parse(query).page, CALLS_PER_PAGE, total);
    const first = from + (page - 1) * CALLS_PER_PAGE;
    const [calls, meaning, titles] = await Promise.all([
      this.previews.calls(previewId, first, Math.min(logTo, first + CALLS_PER_PAGE - 1)),
      this.pages.meaning(finding),
      this.rows.parts(finding.versionId),
    ]);
    return logView({ finding, standard, calls, total, page, meaning, titles });
  }
}
