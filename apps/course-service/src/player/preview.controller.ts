import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { CouncilWordsOf } from '@induct/course';
import { Access } from '@induct/sign-in';
import { PreviewStates } from '@induct/steering';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LaunchedPage } from './launched-page';
import { previewPage } from './preview.view';

/** The player with the testing panel. The token in the address is the permission: PreviewStates knows whether it is alive. */
@Controller('preview')
@Access('launch-token')
export class PreviewController {
  constructor(
    private readonly states: PreviewStates,
    private readonly words: CouncilWordsOf,
    private readonly page: LaunchedPage,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.page.send(request, reply, 'preview.page.njk', async (assets, council) => {
      const state = await this.states.state(token);
      return previewPage(state, assets, council, await this.words.version(state.preview.versionId));
    });
  }
}
