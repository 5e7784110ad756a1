import { Controller, Get, Inject, Logger, Param, Res } from '@nestjs/common';
import { Access } from '@induct/people';
import { CONFIG, type Config, DomainError } from '@induct/platform';
import { PreviewStates } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { playerHeaders } from '../headers';
import { closedPage } from './closed.view';
import { PlayerAssets } from './player-assets';
import { PlayerPages } from './player-pages';
import { previewPage } from './preview.view';

/** The player with the testing panel. The token in the address is the permission: PreviewStates knows whether it is alive. */
@Controller('preview')
@Access('launch-token')
export class PreviewController {
  private readonly logger = new Logger(PreviewController.name);

  constructor(
    private readonly states: PreviewStates,
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
    try {
      const page = previewPage(await this.states.state(token), this.assets, this.config.COUNCIL_NAME);
      return { status: 200, html: this.pages.render('preview.page.njk', page) };
    } catch (error) {
      if (!(error instanceof DomainError)) this.logger.error(error);
      const known = error instanceof DomainError ? error : undefined;
      const page = closedPage(known, this.config, this.assets.url('styles'));
      return { status: known?.status ?? 503, html: this.pages.render('closed.page.njk', page) };
    }
  }
}
