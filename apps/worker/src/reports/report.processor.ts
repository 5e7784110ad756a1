import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Logger } from '@nestjs/common';
import { Clock, CONFIG, type Config, Ids, QUEUES, errorWords } from '@induct/platform';
import { ReportPayload, ReportPrinting } from '@induct/steering';
import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { checkPrinted } from '../printing/pdf-check';
import { Printer, PrinterCloses } from '../printing/printer';
import { QUEUE_PATIENCE } from '../queue-patience';
import { ReportDocument } from './report.document';

const LOOK_AGAIN_MS = 1000;

/** Prints reports on rounds. A job may run many times, in many workers: the lease and the row see to it that one stays. */
// One at a time: certificates are waited for, papers are not.
@Processor(QUEUES.reports, { ...QUEUE_PATIENCE, concurrency: 1 })
export class ReportProcessor extends WorkerHost {
  private readonly logger = new Logger(ReportProcessor.name);
  private readonly document: ReportDocument;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly printing: ReportPrinting,
    private readonly printer: Printer,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
    this.document = new ReportDocument(config.COUNCIL_NAME);
  }

  async process(job: Job, token?: string): Promise<void> {
    const payload = ReportPayload.safeParse(job.data);
    if (!payload.success) throw new UnrecoverableError('This job does not name a round');
    const { roundId } = payload.data;
    const holder = this.ids.uuid();
    const lease = await this.printing.take(roundId, holder);
    if (lease === 'done') return;
    if (lease === 'taken') return this.lookAgain(job, token);
    const { report, wish } = lease;
    try {
      await this.printing.whileHolding(roundId, holder, async () => {
        const pdf = await this.printer.print(this.document.sheet(report, this.clock.now()));
        checkPrinted(pdf, this.document.expected(report));
        await this.printing.store(roundId, holder, wish, pdf);
      });
    } catch (error) {
      if (error instanceof PrinterCloses) {
        await this.printing.handBack(roundId, holder);
        return this.lookAgain(job, token);
      }
      await this.printing.failed(roundId, holder, error as Error);
      throw error;
    }
  }

  private async lookAgain(job: Job, token?: string): Promise<never> {
    await job.moveToDelayed(this.clock.now().getTime() + LOOK_AGAIN_MS, token);
    throw new DelayedError();
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.logger.error(error, `report ${job?.id}`);
  }

  // Without a listener an 'error' event ends the process.
  @OnWorkerEvent('error')
  broken(error: Error): void {
    this.logger.error(errorWords(error));
  }
}
