import { Controller, Get, Param, Query, Render, Req, Res } from '@nestjs/common';
import { JsonRoute, wantsPage } from '@induct/platform';
import { Access } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, NotHere } from '../../frame/not-here';
import { address, PageOf, pageWithin, paging } from '../../lists/paging';
import { UploadJson, uploadJson } from './upload.json';
import { uploadRowView, uploadView } from './upload.view';
import { UploadsQueries } from './uploads.queries';

const PER_PAGE = 25;

/** What was uploaded, and what came of it. */
@Controller('admin/uploads')
@Access('officer')
export class UploadsController {
  constructor(private readonly queries: UploadsQueries) {}

  @Get()
  @Render('desk/uploads/uploads.page.njk')
  async list(@Query() query: unknown) {
    const total = await this.queries.count();
    const page = pageWithin(PageOf.parse(query).page, PER_PAGE, total);
    const rows = await this.queries.page(PER_PAGE, (page - 1) * PER_PAGE);
    return {
      rows: rows.map(uploadRowView),
      paging: paging(page, PER_PAGE, total, (to) => address('/admin/uploads', { page: to === 1 ? undefined : to })),
    };
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
