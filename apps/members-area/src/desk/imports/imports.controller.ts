import { Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { MembershipImports, MOST_ROWS, TooManyRows } from '@induct/people';
import { SHEET_LIMITS, SpreadsheetRefused } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { filtered, PageOf } from '../../lists/filter';
import { listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { figure } from '../../words/counted';
import { IMPORTS } from './imports.view';
import { readListUpload } from './list-upload';

const PAGE = 'desk/imports/imports.page.njk';
const PER_PAGE = 25;
const pages = filtered(PageOf, '/admin/memberships/import');

/** Lists of members: taken in here, and what became of earlier ones. */
@Screen({
  path: 'admin/memberships/import',
  access: ['officer'],
  title: 'Import members',
  back: 'Imports',
  under: 'admin/council',
})
export class ImportsController {
  constructor(private readonly imports: MembershipImports) {}

  @Get()
  @Render(PAGE)
  async list(@Query() query: unknown) {
    return await this.view(PageOf.parse(query).page, NO_PROBLEMS);
  }

  @Post()
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentPerson() officer: SignedInPerson) {
    return await takeForm(reply, {
      schema: z.unknown(),
      sent: undefined,
      page: PAGE,
      view: async (_, problems) => await this.view(1, problems),
      refusals: [atField(SpreadsheetRefused, 'list', ({ message }) => message), atField(TooManyRows, 'list')],
      take: async () => {
        const upload = await readListUpload(request);
        return `/admin/memberships/import/${await this.imports.take({ ...upload, by: officer.id })}/columns`;
      },
    });
  }

  private async view(wanted: number, problems: FormProblems) {
    const read = async (page: number) => {
      const { imports, total } = await this.imports.page(PER_PAGE, (page - 1) * PER_PAGE);
      return { rows: imports, total };
    };
    const { rows, total, page } = await pageOrLast(read, wanted, PER_PAGE);
    const list = listView({
      columns: IMPORTS,
      rows,
      caption: 'Lists that were uploaded, newest first',
      page,
      per: PER_PAGE,
      total,
      href: (to) => pages.address({ page: to }),
    });
    return { list, megabytes: SHEET_LIMITS.bytes / 1024 ** 2, mostRows: figure(MOST_ROWS), ...problems };
  }
}
