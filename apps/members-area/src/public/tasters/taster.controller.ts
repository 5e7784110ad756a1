import { Get, Param, Post, Req, Res } from '@nestjs/common';
import { Tasters } from '@induct/course';
import { Allowance, callerOf, Clock, TooManyRequests } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { ShownTasters } from './shown-tasters';
import { tasterView } from './tasters.view';

/** A school or a library may sit behind one address. */
const STARTS_PER_MINUTE = 60;

/** A module that anybody may try. */
@Screen({ path: 'taster', access: ['public'], pages: { ':slug': 'Try a module' }, under: 'thinking-about-it' })
export class TasterPageController {
  private readonly allowance = new Allowance(STARTS_PER_MINUTE);

  constructor(
    private readonly shown: ShownTasters,
    private readonly tasters: Tasters,
    private readonly clock: Clock,
  ) {}

  @Get(':slug')
  async show(@Param('slug') slug: string, @Res() reply: FastifyReply) {
    return await reply.view('public/tasters/taster.page.njk', tasterView(await this.find(slug)));
  }

  /** Nothing is stored, also not that somebody has started. */
  @Post(':slug/start')
  async start(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (this.allowance.take(callerOf(request), this.clock.now().getTime()) > 0)
      throw new TooManyRequests('So many people begin at this moment that some have to wait.');
    return reply.redirect(this.tasters.startUrl(await this.find(slug)), 303);
  }

  private async find(slug: string) {
    const taster = await this.shown.bySlug(slug);
    if (!taster) throw new NotHere('module');
    return taster;
  }
}
