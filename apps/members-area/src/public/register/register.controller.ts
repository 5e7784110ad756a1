import { Get, HttpStatus, Query, Render, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { csvOf } from '../../lists/list';
import { fileAddresses, fileKindOf } from '../../lists/list-file';
import { jsonOf } from '../../lists/list-json';
import { pageWithin } from '../../lists/paging';
import { PublicRegisterFilter } from './register-filter';
import { RegisterQueries } from './register.queries';
import { PER_PAGE, REGISTERED, registerView, tagOf } from './register.view';

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** Who holds the certificate that planning functions ask for: public, and not there while the council keeps no register. */
@Screen({ path: 'register', access: ['public'], pages: { planning: 'Register of who may take part in planning' } })
export class PublicRegisterController {
  constructor(private readonly queries: RegisterQueries) {}

  @Get('planning')
  @Render('public/register/register.page.njk')
  async show(@Query() query: unknown) {
    const { q, page } = PublicRegisterFilter.parse(query);
    const { register, rows } = await this.queries.today(q);
    return registerView(register, rows, { q, page: pageWithin(page, PER_PAGE, rows.length) });
  }

  /** As a file: whoever has it already, and asks whether it is still so, is told so. */
  @Get(fileAddresses('planning'))
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { register, rows } = await this.queries.today();
    const kind = fileKindOf(request);
    let text = '';
    for await (const piece of (kind === 'csv' ? csvOf : jsonOf)(REGISTERED, once(rows))) text += piece;
    const tag = tagOf(register.day, text);
    void reply
      .header('etag', tag)
      .header('cache-control', 'public, no-cache')
      .header('access-control-allow-origin', '*');
    if (request.headers['if-none-match']?.includes(tag)) return await reply.status(HttpStatus.NOT_MODIFIED).send();
    return await reply
      .type(TYPES[kind])
      .header('content-disposition', `attachment; filename="register-planning-${register.day}.${kind}"`)
      .send(text);
  }
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows);
}
