import { Get, Query, Render } from '@nestjs/common';
import { type ListedMandate, MandateList } from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { MandateReaders } from './mandate-readers';
import { OverduePages } from './overdue-pages';
import { overdue, OverdueFilter } from './overdue-filter';
import { overdueColumns } from './overdue.view';

const PER_PAGE = 25;
/** As many mandates as a filter names. */
const MOST_MANDATES = 200;

/** What is overdue: of everybody for officers, of the own group for a champion; completion only. */
@Screen({
  path: 'admin/mandates/overdue',
  access: ['officer', 'champion'],
  title: 'What is overdue',
})
export class OverdueController {
  constructor(
    private readonly pages: OverduePages,
    private readonly mandates: MandateList,
    private readonly readers: MandateReaders,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/mandates/overdue.page.njk')
  async show(@Query() query: unknown, @CurrentPerson() person: SignedInPerson) {
    const filter = OverdueFilter.parse(query);
    const { reads, isOfficer, group } = await this.readers.of(person);
    const [found, all] = await Promise.all([
      pageOrLast((page) => this.pages.page(person, filter, PER_PAGE, page), filter.page, PER_PAGE),
      reads === 'all' ? this.mandates.page(reads, MOST_MANDATES, 0) : undefined,
    ]);
    const list = listView({
      columns: overdueColumns(dayInLondon(this.clock.now()), isOfficer),
      rows: found.rows,
      caption: filter.show === 'open' ? 'Still to be met, the earliest first' : 'Overdue, the longest first',
      page: found.page,
      per: PER_PAGE,
      total: found.total,
      href: (page) => overdue.address(filter, { page }),
      file: (kind) => overdue.address(filter, { page: 1 }, `/admin/mandates/overdue.${kind}`),
    });
    return {
      list,
      filter,
      isFiltered: overdue.isFiltered(filter, ['show', 'mandate', 'q']),
      mandates: all && options(all.rows, filter.mandate),
      isOfficer,
      group,
    };
  }
}

/** What a group asks itself is not the desk's to see. */
function options(mandates: readonly ListedMandate[], chosen: string) {
  const asked = mandates.filter(({ who, outcome }) => who !== 'group' && outcome?.startsWith('adopted'));
  return [
    { value: '', text: 'All mandates' },
    ...asked.map(({ id, title }) => ({ value: id, text: title, selected: id === chosen })),
  ];
}
