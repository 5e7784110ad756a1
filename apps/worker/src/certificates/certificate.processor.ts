import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Logger } from '@nestjs/common';
import { Printing, RenderPayload } from '@induct/accreditation';
import { Clock, CONFIG, type Config, Ids, QUEUES, errorWords } from '@induct/platform';
import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { LayoutIsWrong } from '../printing/layout-check';
import { PdfIsWrong } from '../printing/pdf-check';
import { Printer, PrinterCloses } from '../printing/printer';
import { QUEUE_PATIENCE } from '../queue-patience';
import { checkPdf } from './certificate-check';
import { CertificateDocument } from './certificate.document';

const LOOK_AGAIN_MS = 1000;
/** Which letters of a name are missing is for officers: the row says it, neither the log nor the queue. */
const saysAName = (error: unknown): error is Error => error instanceof PdfIsWrong || error instanceof LayoutIsWrong;

/** Prints certificates. A job may run many times, in many workers: the lease and the row see to it that one PDF stays. */
// Four at a time: while the browser prints two, the others wait for the disk.
@Processor(QUEUES.certificates, { ...QUEUE_PATIENCE, concurrency: 4 })
export class CertificateProcessor extends WorkerHost {
  private readonly logger = new Logger(CertificateProcessor.name);
  private readonly document: CertificateDocument;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly printing: Printing,
    private readonly printer: Printer,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
    this.document = new CertificateDocument(config.SITE_ORIGIN);
  }

  async process(job: Job, token?: string): Promise<void> {
    const payload = RenderPayload.safeParse(job.data);
    if (!payload.success) throw new UnrecoverableError('This job does not name a certificate');
    const { certificateId } = payload.data;
    const holder = this.ids.uuid();
    const lease = await this.printing.take(certificateId, holder);
    if (lease === 'done') return;
    if (lease === 'taken') return this.lookAgain(job, token);
    try {
      await this.printing.whileHolding(certificateId, holder, async () => {
        const pdf = await this.printer.print(await this.document.sheet(lease.certificate));
        checkPdf(pdf, lease.certificate.facts);
        await this.printing.store(lease.certificate, holder, pdf);
      });
    } catch (error) {
      if (error instanceof PrinterCloses) {
        await this.printing.handBack(certificateId, holder);
        return this.lookAgain(job, token);
      }
      await this.printing.failed(certificateId, holder, error as Error);
      throw saysAName(error) ? new Error(`It cannot be printed as it is (${error.name}): its row says why`) : error;
    }
  }

  private async lookAgain(job: Job, token?: string): Promise<never> {
    await job.moveToDelayed(this.clock.now().getTime() + LOOK_AGAIN_MS, token);
    throw new DelayedError();
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.logger.error(error, `certificate ${job?.id}`);
  }

  // Without a listener an 'error' event ends the process.
  @OnWorkerEvent('error')
  broken(error: Error): void {
    this.logger.error(errorWords(error));
  }
}
