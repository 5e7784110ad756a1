import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { CouncilWordsOf, TasterIsClosed, TasterOpenings } from '@induct/course';
import {
  Allowance,
  callerOf,
  Clock,
  CONFIG,
  type Config,
  Council,
  DomainError,
  inLanguage,
  languageAsked,
  readerCouncil,
  statusOfKind,
  TooManyRequests,
} from '@induct/platform';
import { Access } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { playerHeaders } from '../origin/headers';
import { isHostOf } from '../origin/host-of-version';
import { closedPage } from '../player/closed.view';
import { councilDress } from '../player/council-dress';
import { PlayerAssets } from '../player/player-assets';
import { PlayerPages } from '../player/player-pages';
import { tasterPage } from './taster.view';

/** A school or a library may sit behind one address. */
const PER_MINUTE = 120;

/**
 * The player for whoever has no account. The pass in the address says that the public is shown this module, and nothing of who
 * opens it: nobody is known here, and nothing is stored.
 */
@Controller('taster')
@Access('public')
export class TasterController {
  private readonly allowance = new Allowance(PER_MINUTE);

  constructor(
    private readonly openings: TasterOpenings,
    private readonly words: CouncilWordsOf,
    private readonly assets: PlayerAssets,
    private readonly pages: PlayerPages,
    private readonly clock: Clock,
    private readonly council: Council,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':pass')
  async show(
    @Param('pass') address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageAsked(request.query, this.council.current.languages);
    const made = () => this.opened(address, request).catch((error: unknown) => this.closed(error));
    const { status, html } = await inLanguage(language, made, this.council.current);
    void reply.status(status).headers(playerHeaders(request.headers.host)).type('text/html; charset=utf-8').send(html);
  }

  private async opened(address: string, request: FastifyRequest): Promise<{ status: number; html: string }> {
    const wait = this.allowance.take(callerOf(request), this.clock.now().getTime());
    if (wait > 0) throw new TooManyRequests('So many people open this module at this moment that some have to wait.');
    const [id = '', pass = ''] = address.split('.', 2);
    const { taster, version } = await this.openings.open(id, pass);
    if (!isHostOf(this.config.CONTENT_ORIGIN, request.headers.host ?? '', version.id)) throw new TasterIsClosed();
    const page = tasterPage({ ...taster, pass }, version, {
      assets: this.assets,
      council: readerCouncil(this.council.current),
      site: this.config.SITE_ORIGIN,
      words: await this.words.version(version.id),
    });
    const dressed = { ...page, ...councilDress(this.council.current) };
    return { status: 200, html: this.pages.render('taster.page.njk', dressed) };
  }

  private closed(error: unknown): { status: number; html: string } {
    const known = error instanceof DomainError ? error : undefined;
    const page = closedPage(known, readerCouncil(this.council.current), this.config, this.assets.url('styles'));
    const backUrl = `${this.config.SITE_ORIGIN}/thinking-about-it`;
    const html = this.pages.render('closed.page.njk', { ...page, backUrl });
    return { status: statusOfKind(known?.kind ?? 'unavailable'), html };
  }
}
