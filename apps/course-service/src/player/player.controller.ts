import { Controller, Get, Inject, Logger, Param, Res } from '@nestjs/common';
import { Access } from '@induct/people';
import { CONFIG, type Config, DomainError } from '@induct/platform';
import { Launching } from '@induct/progress';
import type { FastifyReply } from 'fastify';
import { playerHeaders } from '../headers';
import { closedPage } from './closed.view';
import { PlayerAssets } from './player-assets';
import { PlayerPages } from './player-pages';
import { playerPage } from './player.view';

/** The full-page player. The token in the address is the permission: Launching knows whether it is alive. */
@Controller('launch')
@Access('launch-token')
export class PlayerController {
  private readonly logger = new Logger(PlayerController.name);

  constructor(
    private readonly launching: Launching,
    private readonly assets: PlayerAssets,
    private readonly pages: PlayerPages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const { status, html } = await this.page(token);
    void reply.status(status).headers(playerHeaders).type('text/html; charset=utf-8').send(html);
  }

  private async page(token: string): Promise<{ status: number; html: string }> {
    const { COUNCIL_NAME: council } = this.config;
    try {
      const state = await this.launching.state(token);
      return { status: 200, html: this.pages.render('player.page.njk', playerPage(state, this.assets, council)) };
    } catch (error) {
      if (!(error instanceof DomainError)) this.logger.error(error);
      const known = error instanceof DomainError ? error : undefined;
      const page = closedPage(known, this.config, this.assets.url('styles'));
      return { status: known?.status ?? 503, html: this.pages.render('closed.page.njk', page) };
    }
  }
}
