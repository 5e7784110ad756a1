import { Controller, Get, Param, Res } from '@nestjs/common';
import { Council, mixed } from '@induct/platform';
import { Access } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { ContentNotFound } from '../origin/content.errors';
import { assetHeaders } from '../origin/headers';

/** The council's colour of the bar, for the player. It sets values, and styles nothing. */
@Controller('player')
@Access('public')
export class CouncilDressController {
  constructor(private readonly council: Council) {}

  /** As of one revision: that never changes. @throws NoSuchRevision */
  @Get('council-:revision.css')
  async css(@Param('revision') asked: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!/^[1-9]\d{0,5}$/.test(asked)) throw new ContentNotFound();
    const { bar } = await this.council.at(Number(asked));
    void reply.headers({ ...assetHeaders, 'content-type': 'text/css; charset=utf-8' });
    return `:root{--brand:${bar};--brand-dark:${mixed(bar, '#000000', 0.26)};--brand-tint:${mixed('#ffffff', bar, 0.07)}}\n`;
  }
}
