import { Body, Controller, Logger, Param, Post, Res } from '@nestjs/common';
import { JsonRoute, TakesAnyText } from '@induct/platform';
import { NotRecordedNow, Tracking } from '@induct/progress';
import { Access } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { fittedCommit } from './fitted-commit';
import { AcknowledgedJson, httpAnswer, NOT_A_COMMIT, TRY_AGAIN } from './http-answer';

/** What the player posts to while a course runs. The token is the permission: the service looks it up. */
@Controller('launch/:token/commits')
@Access('launch-token')
export class CommitsController {
  private readonly logger = new Logger(CommitsController.name);

  constructor(private readonly tracking: Tracking) {}

  @Post()
  @JsonRoute('Record a commit of the SCORM run-time', AcknowledgedJson, 'own')
  @TakesAnyText()
  async commit(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const fitted = fittedCommit(sent);
    const { status, json } = fitted
      ? await this.tracking.commit(token, fitted.body).then(
          (answer) => httpAnswer(answer, fitted.leftOut),
          (error: unknown) => this.tryAgain(error),
        )
      : NOT_A_COMMIT;
    if (status === 503) void reply.header('retry-after', '2');
    void reply.status(status).header('cache-control', 'no-store').send(json);
  }

  /** Whatever went wrong, the player has the commit and keeps it: "later" is the only answer that loses nothing. */
  private tryAgain(error: unknown): typeof TRY_AGAIN {
    if (!(error instanceof NotRecordedNow)) this.logger.error(error);
    return TRY_AGAIN;
  }
}
