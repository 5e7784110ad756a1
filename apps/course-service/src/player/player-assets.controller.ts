import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Access } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ContentNotFound } from '../origin/content.errors';
import { assetHeaders } from '../origin/headers';
import { PlayerAssets } from './player-assets';

/** The player's own scripts, styles and fonts. */
@Controller('player')
@Access('public')
export class PlayerAssetsController {
  constructor(private readonly assets: PlayerAssets) {}

  @Get(':name')
  get(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const asset = this.assets.find(name, request.headers['accept-encoding'] ?? '');
    if (!asset) throw new ContentNotFound();
    if (asset.encoding) void reply.header('content-encoding', asset.encoding);
    void reply.headers(assetHeaders).header('vary', 'accept-encoding').type(asset.type).send(asset.body);
  }
}
