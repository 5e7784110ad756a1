import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ancestorsOf, Courses, DispatchOpenings, ZipUnknown } from '@induct/course';
import {
  Allowance,
  Clock,
  CONFIG,
  type Config,
  Council,
  DomainError,
  statusOfKind,
  TooManyRequests,
} from '@induct/platform';
import { Access } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dispatchHeaders } from '../origin/headers';
import { closedPage } from '../player/closed.view';
import { PlayerAssets } from '../player/player-assets';
import { PlayerPages } from '../player/player-pages';
import { dispatchPage } from './dispatch.view';

const Asked = z.object({ token: z.string().max(100), first: z.string().max(10).optional() });
const Told = z.object({ pass: z.string().max(100), completed: z.boolean() });

/** A council's members open a module together, at the beginning of a meeting; each page tells that it is there each minute. */
const PER_MINUTE = 1_200;

/**
 * A module in a partner's learning system. The secret of the zip, in the body, is the permission: DispatchOpenings knows
 * whether it is good.
 */
@Controller('dispatch')
@Access('launch-token')
export class DispatchController {
  private readonly allowance = new Allowance(PER_MINUTE);

  constructor(
    private readonly openings: DispatchOpenings,
    private readonly courses: Courses,
    private readonly assets: PlayerAssets,
    private readonly pages: PlayerPages,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
  ) {}

  /** The page that the zip's page puts into a frame. */
  @Post(':id')
  async open(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() { headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { status, html, ancestors } = await this.opened(id, body).catch((error: unknown) => this.closed(error));
    const answer = reply.status(status).headers(dispatchHeaders(headers.host, ancestors));
    void answer.type('text/html; charset=utf-8').send(html);
  }

  /** An opening is still there, or has just been completed. */
  @Post(':id/still')
  @HttpCode(204)
  async still(@Param('id') id: string, @Body() body: unknown): Promise<void> {
    this.bound(id);
    const told = Told.safeParse(body);
    if (!told.success) throw new ZipUnknown();
    await this.openings.still(id, told.data.pass, told.data.completed);
  }

  private async opened(id: string, body: unknown): Promise<{ status: number; html: string; ancestors: string }> {
    this.bound(id);
    const asked = Asked.safeParse(body);
    if (!asked.success) throw new ZipUnknown();
    const opened = await this.openings.open(id, asked.data.token, asked.data.first === 'yes');
    const version = await this.courses.version(opened.versionId);
    const page = dispatchPage(opened, version!, this.assets, this.council.current.name);
    const isSecure = this.config.CONTENT_ORIGIN.startsWith('https:');
    return {
      status: 200,
      html: this.pages.render('dispatch.page.njk', page),
      ancestors: ancestorsOf(opened.sites, isSecure),
    };
  }

  /** Why there is no module can be read wherever somebody tried to open it. */
  private closed(error: unknown): { status: number; html: string; ancestors: string } {
    const known = error instanceof DomainError ? error : undefined;
    const page = closedPage(known, this.council.current.name, this.config, this.assets.url('styles'));
    return {
      status: statusOfKind(known?.kind ?? 'unavailable'),
      html: this.pages.render('dispatch-closed.page.njk', {
        ...page,
        assets: { ...page.assets, script: this.assets.url('dispatch_closed') },
      }),
      ancestors: ancestorsOf([], this.config.CONTENT_ORIGIN.startsWith('https:')),
    };
  }

  private bound(id: string): void {
    const wait = this.allowance.take(id, this.clock.now().getTime());
    if (wait > 0) throw new TooManyRequests('So many people open this module at this moment that some have to wait.');
  }
}
