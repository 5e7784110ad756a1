import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { Access } from '@induct/people';
import { NotHere } from '../not-here';
import { address, PageOf, pageWithin, paging } from '../paging';
import { moduleRowView, moduleView } from './module.view';
import { ModulesQueries } from './modules.queries';

const PER_PAGE = 25;

/** The modules and their versions. */
@Controller('admin/modules')
@Access('officer')
export class ModulesController {
  constructor(private readonly modules: ModulesQueries) {}

  @Get()
  @Render('admin/modules/modules.page.njk')
  async list(@Query() query: unknown) {
    const total = await this.modules.count();
    const page = pageWithin(PageOf.parse(query).page, PER_PAGE, total);
    const rows = await this.modules.page(PER_PAGE, (page - 1) * PER_PAGE);
    return {
      rows: rows.map(moduleRowView),
      paging: paging(page, PER_PAGE, total, (to) => address('/admin/modules', { page: to === 1 ? undefined : to })),
    };
  }

  @Get(':slug')
  @Render('admin/modules/module.page.njk')
  async show(@Param('slug') slug: string, @Query('published') published?: string) {
    const module = await this.modules.find(slug);
    if (!module) throw new NotHere('module');
    const isNews = published !== undefined && published === String(module.published);
    return {
      module: moduleView(module),
      published: isNews && `Version ${module.published} is published: members see it now.`,
    };
  }
}
