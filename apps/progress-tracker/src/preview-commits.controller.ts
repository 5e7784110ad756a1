import { Body, Controller, Logger, Param, Post, Res } from '@nestjs/common';
import { JsonRoute, TakesAnyText } from '@induct/platform';
import { Access } from '@induct/sign-in';
import { PreviewCommits } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { fittedCommit } from './fitted-commit';
import { AcknowledgedJson, type HttpAnswer, httpAnswer, NOT_A_COMMIT, TRY_AGAIN } from './http-answer';

/** What the player posts in a preview: the same commits as a learner's, kept where no learner's are. */
@Controller('preview/:token/commits')
@Access('launch-token')
export class PreviewCommitsController {
  private readonly logger = new Logger(PreviewCommitsController.name);

  constructor(private readonly commits: PreviewCommits) {}

  @Post()
  @JsonRoute('Keep where a SCO of a preview is', AcknowledgedJson, 'own')
  @TakesAnyText()
  async commit(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { status, json } = await this.answer(token, sent);
    if (status === 503) void reply.header('retry-after', '2');
    void reply.status(status).header('cache-control', 'no-store').send(json);
  }

  private async answer(token: string, sent: unknown): Promise<HttpAnswer> {
    const fitted = fittedCommit(sent);
    if (!fitted) return NOT_A_COMMIT;
    try {
      return httpAnswer(await this.commits.commit(token, fitted.body), fitted.leftOut);
    } catch (error) {
      this.logger.error(error);
      return TRY_AGAIN;
    }
  }
}
