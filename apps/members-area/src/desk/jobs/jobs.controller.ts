import { Body, Get, HttpStatus, Inject, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Certificates } from '@induct/accreditation';
import { wayOut } from '@induct/letters';
import { CONFIG, type Config, EVERY_QUEUE } from '@induct/platform';
import { Statements } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { Queue } from 'bullmq';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { isId, NotHere } from '../../frame/not-here';
import { QUEUE_BOARD_PATH } from './queue-board.rules';
import { recordStoreView } from './record-store.view';
import { jobsView, MOST_SHOWN, RETRIED } from './jobs.view';
import { RetryForm } from './retry.form';
import { Retrying } from './retrying.service';

/** Work that failed, and another try. */
@Screen({
  path: 'admin/jobs',
  access: ['officer', 'administrator'],
  title: 'What could not be made or sent',
  menu: [
    { area: 'desk', text: 'Jobs', order: 80 },
    { area: 'desk', text: 'Queues', order: 90, href: QUEUE_BOARD_PATH, roles: ['administrator'] },
  ],
})
export class JobsController {
  constructor(
    private readonly certificates: Certificates,
    private readonly retrying: Retrying,
    private readonly statements: Statements,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(EVERY_QUEUE) private readonly queues: readonly Queue[],
  ) {}

  @Get()
  @Render('desk/jobs/jobs.page.njk')
  async show(@CurrentPerson() { roles }: SignedInPerson, @Query('retried') retried?: string) {
    const [failed, statements, ...queues] = await Promise.all([
      // One more than is shown says that there are more.
      this.certificates.failedJobs(MOST_SHOWN + 1),
      this.statements.standing(),
      ...this.queues.map(async (queue) => {
        const { waiting = 0, active = 0 } = await queue.getJobCounts('waiting', 'active');
        return { name: queue.name, waiting, active };
      }),
    ]);
    return {
      done: retried === 'yes' ? RETRIED : undefined,
      ...jobsView(failed, queues, roles, wayOut(this.config)),
      store: statements && recordStoreView(statements),
    };
  }

  /** All that failed for one reason; what somebody else has tried again meanwhile is left out. */
  @Post('retry')
  async retryAll(@Body() sent: unknown, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    await this.retrying.all(RetryForm.parse(sent ?? {}).job, person.id);
    return await reply.redirect('/admin/jobs?retried=yes', HttpStatus.SEE_OTHER);
  }

  @Post('certificates/:id/retry')
  async retryCertificate(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    if (!isId(id)) throw new NotHere('job');
    await this.retrying.certificate(id, person.id);
    return await reply.redirect('/admin/jobs?retried=yes', HttpStatus.SEE_OTHER);
  }

  /** Statements that the record store refused. */
  @Post('statements/retry')
  async retryStatements(@CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    await this.statements.retry(person.id);
    return await reply.redirect('/admin/jobs?retried=yes', HttpStatus.SEE_OTHER);
  }

  @Post('letters/:id/retry')
  async retryLetter(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    if (!isId(id)) throw new NotHere('job');
    await this.retrying.letter(id, person.id);
    return await reply.redirect('/admin/jobs?retried=yes', HttpStatus.SEE_OTHER);
  }
}
