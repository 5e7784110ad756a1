import { Get, Param, Query, Render, Req, Res } from '@nestjs/common';
import { JsonRoute, wantsPage } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { isId, NotHere } from '../../frame/not-here';
import { filtered, PageOf } from '../../lists/filter';
import { listView } from '../../lists/list';
import { pageWithin } from '../../lists/paging';
import { UploadJson, uploadJson } from './upload.json';
import { uploadRowView, UPLOADS, uploadView } from './upload.view';
import { UploadsQueries } from './uploads.queries';

const PER_PAGE = 25;
const pages = filtered(PageOf, '/admin/uploads');

/** What was uploaded, and what came of it. */
@Screen({
  path: 'admin/uploads',
  access: ['officer'],
  title: 'Uploads',
  pages: { ':id': 'An upload and its report' },
  menu: { area: 'desk', group: 'Learning', text: 'Uploads', order: 50 },
})
export class UploadsController {
  constructor(private readonly queries: UploadsQueries) {}

  @Get()
  @Render('desk/uploads/uploads.page.njk')
  async list(@Query() query: unknown) {
    const total = await this.queries.count();
    const page = pageWithin(PageOf.parse(query).page, PER_PAGE, total);
    const rows = await this.queries.page(PER_PAGE, (page - 1) * PER_PAGE);
    const list = listView({
      columns: UPLOADS,
      rows: rows.map(uploadRowView),
      caption: 'Uploads, newest first',
      page,
      per: PER_PAGE,
      total,
      href: (to) => pages.address({ page: to }),
    });
    return { list };
  }

  /** A page, or JSON for the script that shows how far the import is. */
  @Get(':id')
  @JsonRoute('An upload: how far it is, and its report', UploadJson)
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const upload = isId(id) ? await this.queries.find(id) : undefined;
    if (!upload) throw new NotHere('upload');
    void reply.header('cache-control', 'no-store').header('vary', 'accept');
    if (!wantsPage(request)) return await reply.send(uploadJson(upload));
    return await reply.view('desk/uploads/upload.page.njk', {
      upload: uploadView(upload),
    });
  }
}
