import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { CouncilWordsOf } from '@induct/course';
import { Launching } from '@induct/progress';
import { Access } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LaunchedPage } from './launched-page';
import { playerPage } from './player.view';

/** The full-page player. The token in the address is the permission: Launching knows whether it is alive. */
@Controller('launch')
@Access('launch-token')
export class PlayerController {
  constructor(
    private readonly launching: Launching,
    private readonly words: CouncilWordsOf,
    private readonly page: LaunchedPage,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.page.send(request, reply, 'player.page.njk', async (assets, council) => {
      const state = await this.launching.state(token);
      const words = state.versionId && (await this.words.version(state.versionId));
      return playerPage(state, assets, council, words || undefined);
    });
  }
}
