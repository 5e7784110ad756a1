import { Get, Param, Query, Render } from '@nestjs/common';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { filtered, PageOf } from '../../lists/filter';
import { listView } from '../../lists/list';
import { pageWithin } from '../../lists/paging';
import { MODULES, moduleView } from './module.view';
import { ModulesQueries } from './modules.queries';

const PER_PAGE = 25;
const pages = filtered(PageOf, '/admin/modules');

const NEWS: Record<string, string> = {
  described: 'Saved: members read it now.',
  deleted: 'The version is deleted.',
  taster: 'Saved: anybody may try this module without an account. Before a poll it is shown on the day after it.',
  'no-taster':
    'Saved: only people with an account can open this module. Before a poll that holds from the day after it.',
};

/** The modules and their versions. */
@Screen({
  path: 'admin/modules',
  access: ['officer', 'administrator'],
  title: 'Modules',
  pages: { ':slug': 'A module and its versions' },
  menu: { area: 'desk', group: 'Learning', text: 'Modules', order: 30 },
})
export class ModulesController {
  constructor(private readonly modules: ModulesQueries) {}

  @Get()
  @Render('desk/modules/modules.page.njk')
  async list(@Query() query: unknown, @CurrentPerson() reader: SignedInPerson) {
    const total = await this.modules.count();
    const page = pageWithin(PageOf.parse(query).page, PER_PAGE, total);
    const rows = await this.modules.page(PER_PAGE, (page - 1) * PER_PAGE);
    return {
      isOfficer: reader.roles.includes('officer'),
      news:
        (query as { done?: unknown } | undefined)?.done === 'deleted' &&
        'The version is deleted, and the module with it.',
      list: listView({
        columns: MODULES,
        rows,
        caption: 'Modules by title',
        page,
        per: PER_PAGE,
        total,
        href: (to) => pages.address({ page: to }),
      }),
    };
  }

  @Get(':slug')
  @Render('desk/modules/module.page.njk')
  async show(@Param('slug') slug: string, @CurrentPerson() reader: SignedInPerson, @Query('done') done?: string) {
    const module = await this.modules.find(slug);
    if (!module) throw new NotHere('module');
    return {
      module: moduleView(module),
      isOfficer: reader.roles.includes('officer'),
      news: Object.hasOwn(NEWS, String(done)) && NEWS[String(done)],
    };
  }
}
