import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Logger, type Type } from '@nestjs/common';
import { Clock, errorWords, Ids, QUEUE_PATIENCE } from '@induct/platform';
import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { LayoutIsWrong } from '../press/layout-check';
import { Printer, PrinterCloses } from '../press/printer';
import { checkPrinted, PdfIsWrong } from '../check/pdf-check';
import type { DocumentKind, DocumentKindClass } from './document-kind';
import { PrintPayload } from './print.job';
import { Prints } from './prints.service';
import { Sealing } from '../signing/sealing';

const LOOK_AGAIN_MS = 1000;
/** Which letters of a name are missing is for officers: the row says it, neither the log nor the queue. */
const saysAName = (error: unknown): error is Error => error instanceof PdfIsWrong || error instanceof LayoutIsWrong;

/**
 * What a worker does with the queue of a kind of document. A job may run many times, in many workers: the lease and the row
 * see to it that one PDF stays.
 */
export function processorOf(declared: DocumentKindClass): Type<WorkerHost> {
  @Processor(declared.queue, { ...QUEUE_PATIENCE, concurrency: declared.atOnce })
  class PrintProcessor extends WorkerHost {
    private readonly logger = new Logger('Printing');

    constructor(
      @Inject(declared) private readonly kind: DocumentKind,
      private readonly prints: Prints,
      private readonly printer: Printer,
      private readonly sealing: Sealing,
      private readonly clock: Clock,
      private readonly ids: Ids,
    ) {
      super();
    }

    async process(job: Job, token?: string): Promise<void> {
      const payload = PrintPayload.safeParse(job.data);
      if (!payload.success) throw new UnrecoverableError(`This job does not name a ${this.kind.name}`);
      const held = await this.prints.take(this.kind, payload.data.documentId, this.ids.uuid());
      if (held === 'done') return;
      if (held === 'taken') return this.lookAgain(job, token);
      try {
        await this.prints.whileHolding(this.kind, held, async () => {
          const sheet = await this.kind.sheet(held.document, this.clock.now());
          const { pdf, picture } = await this.printer.printPictured(sheet);
          checkPrinted(pdf, this.kind.expected(held.document));
          const sealed = this.kind.sealed?.(held.document);
          await this.prints.store(
            this.kind,
            held,
            sealed ? await this.sealing.seal(pdf, { ...sheet, ...sealed }) : pdf,
            picture,
          );
        });
      } catch (error) {
        if (error instanceof PrinterCloses) {
          await this.prints.handBack(this.kind, held);
          return this.lookAgain(job, token);
        }
        await this.prints.failed(this.kind, held, error as Error);
        throw saysAName(error) ? new Error(`It cannot be printed as it is (${error.name}): its row says why`) : error;
      }
    }

    private async lookAgain(job: Job, token?: string): Promise<never> {
      await job.moveToDelayed(this.clock.now().getTime() + LOOK_AGAIN_MS, token);
      throw new DelayedError();
    }

    @OnWorkerEvent('failed')
    failed(job: Job | undefined, error: Error): void {
      this.logger.error(error, `${this.kind.name} ${job?.id}`);
    }

    // Without a listener an 'error' event ends the process.
    @OnWorkerEvent('error')
    broken(error: Error): void {
      this.logger.error(errorWords(error));
    }
  }
  return PrintProcessor;
}
