import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { errorWords, QUEUE_PATIENCE, QUEUES } from '@induct/platform';
import type { Job } from 'bullmq';
import { Deliveries } from '../outbox/deliveries';
import { Undeliverable } from './carrier';
import { DeliverPayload } from './mail.job';
import { Postman } from './postman';

/** Delivers letters; what fails is tried again when its row says so. */
@Processor(QUEUES.mail, { ...QUEUE_PATIENCE, concurrency: 4 })
export class MailProcessor extends WorkerHost {
  private readonly logger = new Logger(MailProcessor.name);

  constructor(
    private readonly deliveries: Deliveries,
    private readonly postman: Postman,
  ) {
    super();
  }

  async process(job: Job): Promise<void> {
    const { mailId } = DeliverPayload.parse(job.data);
    const delivery = await this.deliveries.take(mailId);
    if (!delivery) return;
    try {
      await this.postman.deliver(delivery);
    } catch (error) {
      await this.deliveries.failed(mailId, error as Error, error instanceof Undeliverable);
      throw error;
    }
    await this.deliveries.delivered(mailId);
  }

  // The server's answer may hold the recipient's address: it goes to the row, not to the log.
  @OnWorkerEvent('failed')
  failed(job: Job | undefined): void {
    this.logger.error(`letter ${job?.id} could not be delivered; its row says why`);
  }

  @OnWorkerEvent('error')
  broken(error: Error): void {
    this.logger.error(errorWords(error));
  }
}
