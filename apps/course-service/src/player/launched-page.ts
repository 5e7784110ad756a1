import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  CONFIG,
  type Config,
  Council,
  DomainError,
  inLanguage,
  languageAsked,
  readerCouncil,
  statusOfKind,
} from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { playerHeaders } from '../origin/headers';
import { councilDress } from './council-dress';
import { closedPage } from './closed.view';
import { PlayerAssets } from './player-assets';
import { PlayerPages } from './player-pages';

/** Answers with a page of the player, or with one that says why there is none and leads back. */
@Injectable()
export class LaunchedPage {
  private readonly logger = new Logger(LaunchedPage.name);

  constructor(
    private readonly assets: PlayerAssets,
    private readonly pages: PlayerPages,
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
  ) {}

  /** @param view makes what the template needs; what it throws is the reason */
  async send(
    { headers, query }: FastifyRequest,
    reply: FastifyReply,
    template: 'player.page.njk' | 'preview.page.njk',
    view: (assets: PlayerAssets, council: string) => Promise<object>,
  ): Promise<void> {
    // The testing side is in English as a whole.
    const language =
      template === 'player.page.njk' ? languageAsked(query, this.council.current.languages) : ('en' as const);
    const made = () =>
      view(this.assets, readerCouncil(this.council.current))
        .then((page) => ({
          status: 200,
          html: this.pages.render(template, { ...page, ...councilDress(this.council.current) }),
        }))
        .catch((error: unknown) => this.closed(error));
    const { status, html } = await inLanguage(language, made, this.council.current);
    void reply.status(status).headers(playerHeaders(headers.host)).type('text/html; charset=utf-8').send(html);
  }

  private closed(error: unknown): { status: number; html: string } {
    const known = error instanceof DomainError ? error : undefined;
    if (!known) this.logger.error(error);
    const page = closedPage(known, readerCouncil(this.council.current), this.config, this.assets.url('styles'));
    return { status: statusOfKind(known?.kind ?? 'unavailable'), html: this.pages.render('closed.page.njk', page) };
  }
}
